"""Words and what they stand for: facts in `ar/*.toml`, loaded once, with their clitics expanded ahead."""
