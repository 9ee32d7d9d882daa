"""Publishing: what becomes of a built site, and how it is put in place."""
