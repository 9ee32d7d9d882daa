"""Drives a stock Firefox by its own protocol, Marionette: a socket, and JSON with its length.

Playwright needs a Firefox of its own making, and WebDriver a program that Debian does not have.
"""

import json
import re
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

QUIET = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "extensions.update.enabled": False,
    "toolkit.telemetry.enabled": False,
}
"""A Firefox of its own accord asks other servers; here it asks none."""


TRIES = 2000
"""Times that a page is asked whether it is complete."""


class FirefoxError(Exception):
    """What Firefox answers when it cannot do what it was asked."""


class Firefox:
    """One Firefox with one window."""

    def __init__(self, port: int) -> None:
        """Begin a session with a Firefox that listens on a port of this machine."""
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self._buffer = b""
        self._number = 0
        self._read()
        self.ask("WebDriver:NewSession", {"pageLoadStrategy": "eager"})

    def ask(self, command: str, values: Mapping[str, object] | None = None) -> object:
        """Give the answer to a command of Marionette."""
        self._number += 1
        text = json.dumps([0, self._number, command, values or {}])
        self._socket.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, fault, answer = self._read()
        if fault:
            raise FirefoxError(f"{command}: {fault['message']}")
        return answer["value"] if isinstance(answer, dict) and "value" in answer else answer

    def open(self, address: str) -> None:
        """Open a page, and wait until its styles are there."""
        self.ask("WebDriver:Navigate", {"url": address})
        for _ in range(TRIES):
            if self.run("return document.readyState") == "complete":
                return
        raise FirefoxError(f"{address} is never complete")

    def run(self, script: str) -> object:
        """Give what a script of ours returns; it runs where pages may run none, too."""
        values = {"script": script, "args": [], "sandbox": "system"}
        return self.ask("WebDriver:ExecuteScript", values)

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _read(self):
        while b":" not in self._buffer:
            self._buffer += self._more()
        length, _, rest = self._buffer.partition(b":")
        while len(rest) < int(length):
            rest += self._more()
        self._buffer = rest[int(length) :]
        return json.loads(rest[: int(length)])

    def _more(self) -> bytes:
        found = self._socket.recv(1 << 16)
        if not found:
            raise FirefoxError("it has gone")
        return found


@contextmanager
def firefox(command: str, preferences: Mapping[str, object]) -> Iterator[Firefox]:
    """Start Firefox without a window, with preferences, in a profile that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="third-reader-firefox-") as profile:
        given = {"marionette.port": 0, **QUIET, **preferences}
        lines = [f"user_pref({json.dumps(one)}, {json.dumps(given[one])});" for one in given]
        Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        arguments = ("--headless", "--marionette", "--no-remote", "--profile", profile)
        with subprocess.Popen(
            [command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as running:
            try:
                port = _port(running.stdout)
                # What it says later is read too, or it would wait for room to say it.
                threading.Thread(target=running.communicate, daemon=True).start()
                with closing(Firefox(port)) as browser:
                    yield browser
            finally:
                running.kill()


def _port(told: Iterable[str] | None) -> int:
    """Wait for the line in which Firefox says where it listens."""
    for line in told or ():
        if found := re.search(r"Listening on port (\d+)", line):
            return int(found[1])
    raise FirefoxError("it does not listen")
