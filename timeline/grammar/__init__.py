"""From words to meanings: rules over classes of words, each declared beside its meaning and its examples."""
