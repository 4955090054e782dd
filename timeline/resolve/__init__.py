"""From what an expression says to the days it denotes: meaning + context -> intervals, with the derivation."""
