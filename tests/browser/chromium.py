"""Finds a Chromium for the tests, and fetches one where there is none.

As a program it makes sure of a browser and of fonts for all scripts of the site: first what is
installed, then Debian's packages (as root), then Playwright's own download.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
PACKAGES = ("chromium", "fonts-noto-cjk", "fonts-noto-core")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def works(command: str) -> bool:
    """Say whether a browser starts; Ubuntu's `chromium-browser` may be a stub that does not."""
    try:
        asked = subprocess.run([command, "--version"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def find_browser() -> str | None:
    """Give the path of an installed Chromium: CHROMIUM's, the system's, Playwright's, or None."""
    named = os.environ.get("CHROMIUM")
    installed = [named, *(shutil.which(name) for name in NAMES), str(MAC)]
    return next((one for one in installed if one and works(one)), None) or find_playwrights()


def find_playwrights() -> str | None:
    """Give the path of the Chromium that Playwright has fetched, or None."""
    try:
        with sync_playwright() as playwright:
            path = Path(playwright.chromium.executable_path)
    except Error:
        return None
    return str(path) if path.exists() else None


def has_chinese() -> bool:
    """Say whether a font for Chinese is there; without one the widths that we measure are wrong."""
    if not shutil.which("fc-list"):
        return sys.platform == "darwin"
    listed = subprocess.run(["fc-list", ":lang=zh-tw"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def install_packages() -> None:
    """Install Debian's Chromium and fonts, if this is Debian and we may."""
    apt = shutil.which("apt-get")
    if not apt or os.name != "posix" or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        subprocess.run([apt, "-qq", *arguments], env=quiet, stdout=sys.stderr, check=False)


def install_playwrights() -> None:
    """Fetch Playwright's own Chromium, with what it needs from the system if we may."""
    root = os.name == "posix" and os.geteuid() == 0
    extra = ["--with-deps"] if root and sys.platform == "linux" else []
    command = [sys.executable, "-m", "playwright", "install", *extra, "chromium"]
    subprocess.run(command, stdout=sys.stderr, check=False)


def main() -> int:
    """Make sure of a browser; 0 when there is one, 2 with one line of advice when not."""
    if not (find_browser() and has_chinese()):
        sys.stderr.write("Setting up Chromium and fonts for the tests\n")
        install_packages()
    if not find_browser():
        install_playwrights()
    if not find_browser():
        sys.stderr.write("error: no Chromium for the tests; install it, or name one in CHROMIUM\n")
        return 2
    if not has_chinese():
        sys.stderr.write("warning: no Chinese font; install Noto Sans CJK for exact widths\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
