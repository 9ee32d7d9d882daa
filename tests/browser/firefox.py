"""Finds a Firefox for the tests, and fetches one where there is none.

As a program: first what is installed, then Debian's package (as root), then Playwright's download.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("firefox-esr", "firefox")
MAC = Path("/Applications/Firefox.app/Contents/MacOS/firefox")
PACKAGE = "firefox-esr"


def works(command: str) -> bool:
    """Say whether a Firefox starts; Ubuntu's `firefox` may be a stub that does not."""
    try:
        asked = subprocess.run([command, "--version"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def find_firefox() -> str | None:
    """Give the path of an installed Firefox: FIREFOX's, the system's, Playwright's, or None."""
    found = [os.environ.get("FIREFOX"), *(shutil.which(name) for name in NAMES), str(MAC)]
    return next((one for one in found if one and works(one)), None) or find_playwrights()


def find_playwrights() -> str | None:
    """Give the path of the Firefox that Playwright has fetched, or None."""
    try:
        with sync_playwright() as playwright:
            path = Path(playwright.firefox.executable_path)
    except Error:
        return None
    return str(path) if path.exists() else None


def install() -> None:
    """Install Debian's Firefox, if this is Debian and we may."""
    apt = shutil.which("apt-get")
    if not apt or os.name != "posix" or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", PACKAGE]):
        subprocess.run([apt, "-qq", *arguments], env=quiet, stdout=sys.stderr, check=False)


def main() -> int:
    """Make sure of a Firefox; 0 when there is one, 2 with one line of advice when not."""
    if not find_firefox():
        sys.stderr.write("Setting up Firefox for the tests\n")
        install()
    if not find_firefox():
        command = [sys.executable, "-m", "playwright", "install", "firefox"]
        subprocess.run(command, stdout=sys.stderr, check=False)
    if not find_firefox():
        sys.stderr.write("error: no Firefox for the tests; install it, or name one in FIREFOX\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
