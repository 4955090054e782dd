"""What an analyst corrects by hand: which event is meant by what its sentence says, and what is so instead.

``files`` reads and writes the corrections (TOML, CSV), ``checking`` says what may stand in them, ``finding`` leads from
a quote to the events, ``applying`` puts them into effect, ``comparing`` writes the difference of two timelines as
corrections.
"""
