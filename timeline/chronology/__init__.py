"""The ordered timeline: what came before what, which events are meant, which are the same."""
