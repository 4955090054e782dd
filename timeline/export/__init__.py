"""Timelines in the forms of other tools: a module each, with ``dump`` and, where there is a way back, ``load``."""
