"""The blocks of FORMAT, section 5: one file a block, its syntax read from the parsed tree."""
