"""Reports as they come: read from files, split into articles, freed of boilerplate, dated."""
