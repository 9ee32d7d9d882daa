"""Machinery: what knows nothing of the field."""
