"""A server on this machine that answers as servers do, and a clock that nobody waits for."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from third_reader.authoring.visiting import Clock

Reply = Callable[["Web", str], tuple[int, dict[str, str], bytes]]


@dataclass(slots=True)
class Web:
    """The server: what it was asked, and when by the clock of the test."""

    port: int
    clock: "Hand"
    asked: list[tuple[str, float]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    closing: threading.Event = field(default_factory=threading.Event)

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@dataclass(slots=True)
class Hand:
    """A clock that moves only when somebody waits."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        def wait(seconds: float) -> None:
            if seconds:
                self.waits.append(seconds)
            self.seconds += seconds

        return Clock(lambda: self.seconds, wait)


@contextmanager
def little_web(reply: Reply) -> Iterator[Web]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, web.clock.seconds))
            web.agents.add(self.headers["User-Agent"])
            assert "Cookie" not in self.headers
            assert "Referer" not in self.headers
            code, headers, body = reply(web, self.path)
            if not code:
                # Silent until the test is over: the one who asks must give up.
                web.closing.wait()
                return
            self.send_response_only(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web = Web(server.server_port, Hand())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        web.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
