"""Makes the same made-up cases on every machine: random words, and the sources they cite."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

SEED = 20_261_124
PARAGRAPHS = 10
"""In a case; each cites one source."""
SENTENCES = 6
"""In a paragraph."""
LENGTH = 15
"""Words in a sentence: 900 in a case."""
SOURCES = 300
TEXT = (
    "a letter left the harbour before dawn and nobody at either end asked who had weighed it "
    "the clerk kept two ledgers one for stamps one for silence while rain moved over the quay "
    "her brother answered late with a line about bread rent and the price of lamp oil in winter "
    "an officer copied each page slowly since his wrist ached then closed the envelope again "
    "after nine days the reply came folded twice its seal warm from another hand than his own "
    "people here say that paper remembers every thumb though ink forgets what it was told"
)
WORDS = tuple(TEXT.split())


@dataclass(frozen=True, slots=True)
class Case:
    """One made-up case."""

    number: int
    """Counted from 1."""
    paragraphs: tuple[str, ...]
    cited: tuple[int, ...]
    """The number of the source that each paragraph cites, from 1."""

    @property
    def title(self) -> str:
        """Its own title: no two cases share one."""
        return f"Letter {self.number} was opened on the way"

    @property
    def day(self) -> str:
        """An ISO date in 2025."""
        return f"2025-{self.number % 12 + 1:02}-{self.number % 28 + 1:02}"


def cases(amount: int) -> Iterator[Case]:
    """Make so many cases, the same ones each time."""
    chance = random.Random(SEED)
    for number in range(1, amount + 1):
        paragraphs = tuple(paragraph(chance) for _ in range(PARAGRAPHS))
        cited = tuple(chance.choices(range(1, SOURCES + 1), k=PARAGRAPHS))
        yield Case(number, paragraphs, cited)


def paragraph(chance: random.Random) -> str:
    """Make a paragraph of random words."""
    sentences = (" ".join(chance.choices(WORDS, k=LENGTH)) for _ in range(SENTENCES))
    return " ".join(f"{one.capitalize()}." for one in sentences)
