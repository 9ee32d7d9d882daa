"""The kinds of near misses, explained; `nearmiss` names them and says what to write instead."""

from third_reader.model.diagnostic import Code

SEPARATOR = Code(
    "citation-separator",
    "Two keys stand in one item of a bracket, and a reader would be shown the second as words. "
    "Sources are separated by semicolons: `[@a; @b]`.",
)
ADJACENT = Code(
    "citation-adjacent",
    "Two brackets touch, as in `[@a][@b]`, which Markdown may read as one link. Put both sources "
    "into one bracket, `[@a; @b]`, and a page after its key: `[@a, p. 3]`.",
)
WITHOUT_ITEM = Code(
    "citation-item-without-key",
    "Between two semicolons of a bracket stands no key, so that item cites nothing. Give it its "
    "`@` and key, or take the semicolon out.",
)
MIXED = Code(
    "citation-mixed-separators",
    "One bracket uses both `;` and `；`. Use one of them throughout.",
)
AS_LINK = Code(
    "citation-as-link",
    "A bracket with a key is the words of a link, `[@a](…)`, and links cite nothing. End the "
    "citation at its bracket, or write `\\@` for the sign itself.",
)
WITHOUT_KEY = Code(
    "citation-without-key",
    "An `@` in a bracket has no key after it, as in `[@]`, `[@ a]` or `@[a]`. Write `@` and the "
    "id of a source with nothing between, or `\\@` for the sign itself.",
)
WRONG_BRACKET = Code(
    "citation-wrong-bracket",
    "A citation stands in other brackets than one pair of square ones: `(@a)`, `【@a】`, `[[@a]]`. "
    "Write `[@a]`.",
)
UNCLOSED = Code(
    "citation-unclosed",
    "A citation's bracket does not close in its paragraph, or closes without having opened, so it "
    "would be shown as text. Add the other half, or write `\\[` for the sign itself.",
)
NEAR_MISS = Code(
    "citation-near-miss",
    "It looks like a citation of a source, but a dash, a letter or emphasis stands where Pandoc's "
    "syntax has none, so it would be shown as text. The message says what to write.",
)
