"""What a scaffold leaves to be filled in: the word TODO, found wherever it stands but in code."""

import re

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import quoted

WORD = re.compile(r"(?<![\w-])TODO(?![\w-])")
INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
FENCE = re.compile(r"[ >]*(?:```|~~~)")
SHOWN = 60

TODO = Code(
    "todo",
    "Something is still to be filled in: `make new-case` and `make new-source` leave the word TODO "
    "where a person has to write. Write what belongs there and take the word away, in comments "
    "too. A page under work can wait as `status: draft`.",
)


def placeholders(text: str, shown: str) -> list[Diagnostic]:
    """Give a warning for each line with a TODO outside code, in comments and front matter too."""
    if "TODO" not in text:
        return []
    found, fenced = [], False
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= bool(FENCE.match(line))
        bare = INLINE_CODE.sub(lambda code: " " * len(code.group()), line)
        at = None if fenced else WORD.search(bare)
        if at:
            words = quoted(line[at.start() :].strip().rstrip('"'), SHOWN)
            told = f"{words} is still to be done; write it and take TODO away"
            found.append(TODO.warning(Position(shown, number, at.start() + 1), told))
    return found
