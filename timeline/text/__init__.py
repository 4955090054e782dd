"""Arabic text as bytes of one per character: folding, offsets, tokens, sentences."""
