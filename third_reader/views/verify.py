"""`/verify/`: what a reader does to find out whether a copy is whole, and who vouches for it."""

from dataclasses import dataclass

from third_reader.model.release import NAMESPACE, SIGNER
from third_reader.model.site import Mirror
from third_reader.views.article import Link
from third_reader.views.shared import Shared

ADDRESS = "/verify/"
KEY = (
    f"echo '{SIGNER} namespaces=\"{NAMESPACE}\" ssh-ed25519 AAAA…' > ../allowed",
    f'echo {SIGNER} namespaces="{NAMESPACE}" ssh-ed25519 AAAA… > ..\\allowed',
)
"""The line that makes the list of allowed signers, for a Unix shell and for `cmd`."""
SIGNED = (
    f"ssh-keygen -Y verify -f ../allowed -I {SIGNER} -n {NAMESPACE} -s SHA256SUMS.sig < SHA256SUMS",
    f"ssh-keygen -Y verify -f ..\\allowed -I {SIGNER} -n {NAMESPACE}"
    " -s SHA256SUMS.sig < SHA256SUMS",
)
CHANGED = (
    "sha256sum -c --quiet SHA256SUMS",
    "Get-Content SHA256SUMS | ForEach-Object { $sum, $file = $_ -split '  ', 2; "
    'if ((Get-FileHash -LiteralPath $file).Hash -ne $sum) { "changed: $file" } }',
)
"""The second is PowerShell; its comparison does not mind capitals."""
CHANGED_MAC = "shasum -a 256 -c SHA256SUMS"
ADDED = (
    "cut -c67- SHA256SUMS | diff - "
    "<(find . -type f ! -name 'SHA256SUMS*' | cut -c3- | LC_ALL=C sort)",
    "Compare-Object (Get-Content SHA256SUMS | ForEach-Object { $_.Substring(66) }) "
    "(Get-ChildItem -Recurse -Force -File -Name | ForEach-Object { $_ -replace '\\\\', '/' } | "
    "Where-Object { $_ -notlike 'SHA256SUMS*' })",
)
OURS = "make verify BUNDLE=third-reader.zip ALLOWED=../allowed"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and what to type."""

    words: str
    command: str
    other: str = ""
    """What to type instead on macOS; empty: the same."""


@dataclass(frozen=True, slots=True)
class VerifyView:
    """What `verify.html` shows."""

    title: str
    description: str
    unix: tuple[Step, ...]
    windows: tuple[Step, ...]
    ours: str
    """The command of the project itself."""
    mirrors: tuple[Mirror, ...]
    onion: str
    """Empty: there is none."""
    sums: Link
    words: Link


def verify_view(shared: Shared) -> VerifyView:
    """Give the page in a language."""
    t, config = shared.t, shared.site.config
    return VerifyView(
        title=t("Check this copy"),
        description=t(
            "Anybody can copy these pages, also somebody who changes them. This is how you find "
            "out whether a copy is whole, and who vouches for it."
        ),
        unix=_steps(shared, 0),
        windows=_steps(shared, 1),
        ours=OURS,
        mirrors=config.mirrors,
        onion=config.onion,
        sums=Link("/SHA256SUMS", "SHA256SUMS"),
        words=Link("/verify/words.txt", "words.txt"),
    )


def _steps(shared: Shared, system: int) -> tuple[Step, ...]:
    """Give the four lines for Linux and macOS (0) or Windows (1)."""
    t = shared.t
    key = t("Write down the key. Take it from a second source, not from the copy.")
    return (
        Step(key, KEY[system]),
        Step(t("Who signed the list?"), SIGNED[system]),
        Step(t("Is each file as listed?"), CHANGED[system], CHANGED_MAC if system == 0 else ""),
        Step(t("Was nothing added?"), ADDED[system]),
    )
