"""The forms that reports come in: one module a form, each a function from a `Source` to its records."""
