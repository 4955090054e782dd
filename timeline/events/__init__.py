"""Events: who met, attacked or said what, when and where, from a text and its date expressions."""
