"""Citations in Pandoc's syntax: their grammar, their locators and the words a reader sees."""
