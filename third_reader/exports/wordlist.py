"""`/verify/words.txt`: the list that the six words of a copy are taken from."""

from collections.abc import Iterable

from third_reader.exports.artifact import Artifact
from third_reader.machinery.sixwords import LIST
from third_reader.model.site import Site

ADDRESS = "/verify/words.txt"


def export(_: Site) -> Iterable[Artifact]:
    """Give the list, byte for byte as it was published."""
    return (Artifact(ADDRESS, LIST.read_bytes()),)
