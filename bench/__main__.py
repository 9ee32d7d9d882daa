"""`python -m bench [CASES]`: both builds in turn, three times each, from cold; then the medians."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.trees import write_ours, write_plain
from bench.words import cases

ROUNDS = 3
BUILD_DAY = "1795478400"
MEBIBYTE = 1024 if sys.platform == "linux" else 1024 * 1024
"""What `ru_maxrss` counts in one MiB: KiB on Linux, bytes on macOS."""
UNREST = (
    "note: an empty file takes {:.0f} µs here now, which falls on us, who write seven files for "
    "one of plain Pelican's; some disks need minutes after many files were deleted: wait, or name "
    "another place with TMPDIR"
)
PLAIN_SETTINGS = """\
PATH = "plain"
THEME = "simple"
TIMEZONE = "UTC"
SITEURL = "https://third-reader.example"
DEFAULT_LANG = "en"
"""


PROBES = 500
SLOW = 100
"""Microseconds for an empty file, above which a disk is not at rest; 10 to 20 are usual."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one build took."""

    seconds: float
    memory: float
    """Peak of its largest process, in MiB."""


def main(arguments: list[str]) -> int:
    """Write both trees, build each three times, print what it took."""
    amount = int(arguments[0]) if arguments else 1000
    with tempfile.TemporaryDirectory(prefix="third-reader-bench-") as name:
        folder = Path(name)
        write_ours(folder / "ours", cases(amount))
        write_plain(folder / "plain", cases(amount))
        (folder / "settings.py").write_text(PLAIN_SETTINGS, encoding="utf-8")
        if (taken := microseconds_a_file(folder / "probe")) > SLOW:
            print(UNREST.format(taken))
        ours, plain = [], []
        for turn in range(1, ROUNDS + 1):
            ours.append(timed(our_command(folder, turn), folder))
            plain.append(timed(plain_command(folder, turn), folder))
            print(f"round {turn}: {told(ours[-1])} ours, {told(plain[-1])} plain Pelican")
    print(summary(amount, ours, plain))
    return 0


def microseconds_a_file(folder: Path) -> float:
    """Measure what an empty file takes in a new folder."""
    folder.mkdir()
    begun = time.perf_counter()
    for number in range(PROBES):
        (folder / str(number)).touch()
    return (time.perf_counter() - begun) / PROBES * 1_000_000


def our_command(folder: Path, turn: int) -> list[str]:
    """Give the command of our build, with an output and a cache of its own."""
    places = {"--input": "ours", "--output": f"output-{turn}", "--cache": f"cache-{turn}"}
    given = [part for name, place in places.items() for part in (name, str(folder / place))]
    return ["-m", "third_reader", "build", *given]


def plain_command(folder: Path, turn: int) -> list[str]:
    """Give the command of Pelican's build."""
    output = str(folder / f"plain-output-{turn}")
    return ["-m", "pelican", "--quiet", "--settings", str(folder / "settings.py"), "-o", output]


def timed(arguments: list[str], folder: Path) -> Run:
    """Run a build to its end; leave with its words and status when it fails."""
    root = str(Path(__file__).resolve().parent.parent)
    environment = {
        **os.environ,
        "PYTHONPATH": root,
        "SOURCE_DATE_EPOCH": BUILD_DAY,
    }
    begun = time.perf_counter()
    with (folder / "words").open("w+b") as words:
        build = subprocess.Popen(
            [sys.executable, *arguments], cwd=folder, env=environment, stdout=words, stderr=words
        )
        _, status, used = os.wait4(build.pid, 0)
        build.returncode = os.waitstatus_to_exitcode(status)
        if build.returncode:
            words.seek(0)
            sys.exit(words.read()[-4000:].decode(errors="replace") or f"status {status}")
    return Run(time.perf_counter() - begun, used.ru_maxrss / MEBIBYTE)


def told(run: Run) -> str:
    """Say what a run took."""
    return f"{run.seconds:.2f} s, {run.memory:.0f} MiB"


def summary(amount: int, ours: list[Run], plain: list[Run]) -> str:
    """Say the medians and the ratio."""
    mine, theirs = (
        Run(median(one.seconds for one in runs), median(one.memory for one in runs))
        for runs in (ours, plain)
    )
    return (
        f"{amount} cases, medians of {ROUNDS} cold builds\n"
        f"ours           {told(mine)}\n"
        f"plain Pelican  {told(theirs)}\n"
        f"ratio          {mine.seconds / theirs.seconds:.2f} in time, "
        f"{mine.memory / theirs.memory:.2f} in memory"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
