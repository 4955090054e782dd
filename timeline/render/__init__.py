"""Timelines as figures, pages, notebook cells and pictures; plotly is imported here only, and only when used."""
