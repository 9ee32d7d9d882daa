"""Words that nobody wrote, in two tongues: as many different ones as a real library has.

A few words repeated would pack far better than text does, so that weights would be too low.
"""

import random
from dataclasses import dataclass, field

SEED = 20_261_125
STARTS = ("", *"bcdfghjlmnprstvw", *("br", "ch", "gr", "pl", "sh", "st", "th", "tr"))
MIDDLES = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
ENDS = ("", "n", "r", "s", "t", "l", "d", "ck", "ng", "m", "st")
SMALL = ("the", "of", "to", "and", "a", "in", "that", "it", "was", "by", "for", "on", "with", "he")
FIRST_SIGN, SIGNS = 0x4E00, 0x1800
"""Where the Chinese characters begin that are used here, and how many there are."""
KINDS = 5000
"""Different words of the first tongue."""


@dataclass(slots=True)
class Speech:
    """Gives the same words on every machine, in the order in which they are asked for."""

    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    kinds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Make the words once."""
        self.kinds = tuple(self._made() for _ in range(KINDS))

    def word(self) -> str:
        """Give a word: some are frequent, most are rare."""
        if self.chance.random() < 0.4:
            return self.chance.choice(SMALL)
        return self.kinds[int(KINDS ** self.chance.random()) - 1]

    def name(self) -> str:
        """Give a proper name."""
        return self.chance.choice(self.kinds).capitalize()

    def words(self, amount: int) -> str:
        """Give so many words, the first with a capital letter."""
        found = " ".join(self.word() for _ in range(amount))
        return found[:1].upper() + found[1:]

    def signs(self, amount: int) -> str:
        """Give so many Chinese characters."""
        return "".join(chr(FIRST_SIGN + int(SIGNS ** self.chance.random())) for _ in range(amount))

    def pick(self, amount: int) -> int:
        """Give a number from 0 below an amount; small ones are frequent."""
        return int((amount + 1) ** self.chance.random()) - 1

    def _made(self) -> str:
        syllables = self.chance.randint(1, 3)
        return "".join(
            f"{self.chance.choice(STARTS)}{self.chance.choice(MIDDLES)}{self.chance.choice(ENDS)}"
            for _ in range(syllables)
        )
