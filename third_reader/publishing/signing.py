"""SSH signatures of a manifest, made and checked by `ssh-keygen -Y` (OpenSSH 8.1 or newer).

SECURITY-POLICY, section 6: every system that a reader is likely to have brings this program.
"""

import base64
import binascii
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from third_reader.model.fault import MendableError
from third_reader.model.release import NAMESPACE, SIGNER
from third_reader.model.wording import quoted
from third_reader.publishing.manifest import NAME, SIGNATURE

PROGRAM = "ssh-keygen"
LONGEST_WORD = 200
"""Characters of the program's own words that a message repeats."""
ARMOUR = ("-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----")
COLUMNS = 70
"""Of a signature's lines (OpenSSH, PROTOCOL.sshsig, "Armored format")."""


class SigningError(MendableError):
    """The program is not there, or does not sign; its message says what to do."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signature is worth."""

    good: bool
    words: str
    """What the program says of it."""


def sign(data: bytes, key: Path) -> bytes:
    """Give the signature of a manifest by a key: its private file, or a public one of an agent.

    The program asks for a passphrase itself, on the terminal. Raises SigningError.
    """
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / NAME
        file.write_bytes(data)
        given = ("-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(file))
        ended = _run(given, b"", input_=None)
        if ended.returncode != 0:
            message = f"{PROGRAM} did not sign: {_said(ended)}"
            raise SigningError(message)
        return (Path(name) / SIGNATURE).read_bytes()


def check_signature(data: bytes, signature: bytes, allowed: Path | None) -> Signed:
    """Tell whether a signature fits a manifest and, with a list of allowed signers, is ours.

    It must stand as the program writes it: some other bytes would be read as the same signature.
    Raises SigningError when the program is not there.
    """
    if not _as_written(signature):
        return Signed(False, "it is not in the form that ssh-keygen writes")
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / SIGNATURE
        file.write_bytes(signature)
        how = ("verify", "-f", str(allowed), "-I", SIGNER) if allowed else ("check-novalidate",)
        given = ("-Y", *how, "-n", NAMESPACE, "-s", str(file))
        ended = _run(given, data, input_=subprocess.PIPE)
        return Signed(ended.returncode == 0, _said(ended))


def _run(
    given: tuple[str, ...], data: bytes, input_: int | None
) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which(PROGRAM)
    if program is None:
        message = f"{PROGRAM} is not there; install OpenSSH (Debian, Ubuntu: openssh-client)"
        raise SigningError(message)
    return subprocess.run(  # noqa: S603  no shell; the paths are the user's and our own
        [program, *given],
        input=data if input_ is not None else None,
        capture_output=True,
        check=False,
    )


def _as_written(signature: bytes) -> bool:
    lines = signature.decode("ascii", "replace").split("\n")
    try:
        data = base64.b64decode("".join(lines[1:-2]), validate=True)
    except binascii.Error:
        return False
    text = base64.b64encode(data).decode()
    body = [text[at : at + COLUMNS] for at in range(0, len(text), COLUMNS)]
    return lines == [ARMOUR[0], *body, ARMOUR[1], ""]


def _said(ended: subprocess.CompletedProcess[bytes]) -> str:
    """Give the program's last line, which has the reason."""
    lines = (ended.stderr or ended.stdout).decode("utf-8", "replace").split("\n")
    return quoted(next((one for one in reversed(lines) if one.strip()), ""), LONGEST_WORD)[1:-1]
