"""Evidence: what a source goes back to, and how well a claim stands. Pure functions."""
