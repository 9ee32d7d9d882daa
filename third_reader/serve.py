"""`make serve`: the site with its drafts on this machine, built again whenever a file changes."""

import sys
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from third_reader.build import Wish

ADDRESS = ("127.0.0.1", 8000)
PAUSE = 0.5
"""Seconds between two looks at the files."""

Stamp = tuple[tuple[str, int, int], ...]


class Quiet(SimpleHTTPRequestHandler):
    """Serve files, without a line for each, and never from a browser's cache."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Forbid caching: an author wants what is on the disk."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def serve(wish: Wish, build: Callable[[Wish], int]) -> int:
    """Build, serve, and build again at each change, until interrupted; gives the exit status."""
    build(wish)
    server = ThreadingHTTPServer(ADDRESS, partial(Quiet, directory=str(wish.output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(
        f"Serving http://{ADDRESS[0]}:{server.server_port}/ with drafts; stop with Ctrl-C\n"
    )
    sys.stdout.flush()
    try:
        _watch(wish, build)
    except KeyboardInterrupt:
        sys.stdout.write("\n")
    finally:
        server.shutdown()
    return 0


def _watch(wish: Wish, build: Callable[[Wish], int]) -> None:
    wait = threading.Event()
    seen = _stamp(wish.content)
    while not wait.wait(PAUSE):
        now = _stamp(wish.content)
        if now != seen:
            seen = now
            build(wish)
            sys.stdout.flush()


def _stamp(folder: Path) -> Stamp:
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            state = file.stat()
            found.append((str(file), state.st_mtime_ns, state.st_size))
    return tuple(found)
