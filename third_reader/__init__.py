"""The Third Reader: a static site that shows how well each of its statements stands.

The core knows sources, citations, claims and pages, and does not know Pelican. See
docs/architecture.md for the rooms of the house and who may import whom.
"""
