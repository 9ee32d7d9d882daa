"""Square brackets that have no partner in their text, beside a citation."""

from third_reader.citations import nearmiss
from third_reader.citations.tokens import Scan, Sign
from third_reader.model.citation import Citation, NearMiss

_REACH = 200
"""Characters over which a bracket without its partner is taken to belong to a citation."""
_OPENED_BY = {")": "(", "）": "（", "］": "［", "】": "【", "}": "{"}


def unclosed(scan: Scan, opening: int) -> tuple[NearMiss, int] | None:
    """Report a bracket that never closes, if what it opens cites: `[see @a, p. 3`.

    Gives also the token to go on with.
    """
    start, index = scan.tokens[opening].start, opening + 1
    while index < len(scan.tokens) and scan.tokens[index].start <= start + _REACH:
        token = scan.tokens[index]
        between = scan.text[start + 1 : token.start]
        if token.sign is Sign.KEY or (token.sign is Sign.LONE and not between.strip()):
            if _closes_otherwise(between):
                return None
            return nearmiss.unclosed(scan, start, token.end), index + 1
        if token.sign is Sign.OPEN:
            if index not in scan.partner:
                return None
            if scan.has_keys(index) and not between.strip():
                return nearmiss.unclosed(scan, start, start + 1), index
            index = scan.partner[index]
        index += 1
    return None


def unopened(scan: Scan, cited: Citation, closing: int) -> NearMiss | None:
    """Report a bracket that closes soon after a citation and never opened: `@a, p. 3]`."""
    start = scan.tokens[closing].start
    return nearmiss.unopened(scan, cited.start, start) if start - cited.end <= _REACH else None


def _closes_otherwise(between: str) -> bool:
    """Tell whether another sign closes what opened before this text, as in `[0, 1)`."""
    opened: list[str] = []
    for character in between:
        if character in _OPENED_BY.values():
            opened.append(character)
        elif character in _OPENED_BY and (not opened or opened.pop() != _OPENED_BY[character]):
            return True
    return False
