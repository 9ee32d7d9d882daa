"""Traditional characters made simplified, by OpenCC (https://github.com/BYVoid/OpenCC)."""

from functools import cache, lru_cache

from opencc import OpenCC


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=65536)
def simplified(character: str) -> str:
    """Give one character made simplified, each on its own: no phrase decides it."""
    made: str = _converter().convert(character)
    return made
