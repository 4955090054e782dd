"""How the documentation is built: `make docs`."""

project = "timeline"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "timeline"
myst_heading_anchors = 3
autodoc_typehints = "description"
