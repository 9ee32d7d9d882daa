"""Finds the programs that tests of copies and servers need, and fetches what is not there.

As a program it makes sure of OpenSSH, sha256sum and nginx: first what is installed, then Debian's
packages. nginx is unpacked beside and never installed, so no server starts on this machine.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNPACKED = ROOT / ".venv" / "nginx"
NEEDED = {"ssh-keygen": "openssh-client", "sha256sum": "coreutils"}
"""What must be there, and the package of Debian that has it."""
AS_ROOT = ("-o", "APT::Sandbox::User=root")
"""Root may write into a folder of its own; the user that apt would take may not."""
SERVERS = ("nginx", "nginx-core")
"""Packages that have nginx itself, by the age of the system."""


def works(command: str) -> bool:
    """Say whether nginx starts."""
    try:
        asked = subprocess.run([command, "-v"], capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def find_nginx() -> str | None:
    """Give the path of an nginx: NGINX's, the system's, ours, or None."""
    beside = [Path("/usr/sbin/nginx"), *sorted(UNPACKED.glob("usr/sbin/nginx*"))]
    found = [os.environ.get("NGINX"), shutil.which("nginx"), *map(str, beside)]
    return next((one for one in found if one and works(one)), None)


def fetch_nginx() -> None:
    """Unpack Debian's nginx, if this is Debian."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        return
    for package in SERVERS:
        with tempfile.TemporaryDirectory() as folder:
            run(["apt-get", "-qq", *AS_ROOT, "download", package], folder)
            for file in Path(folder).glob("*.deb"):
                run(["dpkg-deb", "-x", str(file), str(UNPACKED)], folder)
        if find_nginx():
            return


def install(packages: list[str]) -> None:
    """Install packages of Debian, if this is Debian and we may."""
    if shutil.which("apt-get") and os.name == "posix" and os.geteuid() == 0:
        run(["apt-get", "-qq", "update"])
        if packages:
            run(["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages])


def run(command: list[str], folder: str | None = None) -> None:
    """Run a command whose failure shows later; what it says goes to stderr."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, cwd=folder, env=quiet, stdout=sys.stderr, check=False)


def missing() -> list[str]:
    """Give the packages of what is needed and not there."""
    return [package for name, package in NEEDED.items() if not shutil.which(name)]


def main() -> int:
    """Make sure of all; 0 when they are there, 2 with a line of advice for each that is not."""
    if missing() or not find_nginx():
        sys.stderr.write("Setting up OpenSSH and nginx for the tests\n")
        install(missing())
        if not find_nginx():
            fetch_nginx()
    for package in missing():
        sys.stderr.write(f"error: tests need {package}; install it\n")
    if not find_nginx():
        sys.stderr.write("error: tests need nginx; install it, or name one in NGINX\n")
    return 0 if not missing() and find_nginx() else 2


if __name__ == "__main__":
    sys.exit(main())
