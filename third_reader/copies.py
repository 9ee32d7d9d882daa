"""What `make verify` and `make headers` do: neither reads content."""

import sys
from pathlib import Path

from third_reader.publishing.servers import configurations
from third_reader.publishing.verify import verify
from third_reader.settings import config_of, read_settings


def verified(place: Path, allowed: Path | None) -> bool:
    """Check a copy and print what was found; tells whether all is well.

    Raises OSError when it cannot be read, and SigningError when ssh-keygen is needed and not there.
    """
    found = verify(place, allowed)
    sys.stderr.write("".join(f"error: {one}\n" for one in found.faults))
    if not found.faults:
        sys.stdout.write(f"Every file is as listed, none is missing, none was added: {place}\n")
        sys.stdout.write(f"Six words: {found.words}\n")
    sys.stdout.write(f"Signature: {found.signed}\n")
    return not found.faults


def write_configurations(folder: Path, strict: bool) -> None:
    """Write the configurations of servers into a folder; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in configurations(config_of(read_settings(strict), strict)).items():
        (folder / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{folder / name}\n")
