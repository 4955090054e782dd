"""Corpora on many machines: one kernel over Arrow record batches, thin adapters for engines, and runs that resume."""

from timeline.scale.kernel import COLUMNS, OUTCOMES, REPORT, extract_batches, schema

__all__ = ["COLUMNS", "OUTCOMES", "REPORT", "extract_batches", "schema"]
