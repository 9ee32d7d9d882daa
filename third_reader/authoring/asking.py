"""One request to one address: what came back, or why nothing did. The only module that asks."""

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Protocol
from urllib.parse import urlsplit

from urllib3 import PoolManager, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import BaseHTTPResponse

AGENT = "third-reader-links/1"
SECONDS = 20.0
"""How long a connection, and then an answer, is waited for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request brought."""

    code: int
    """The status of HTTP; 0: there was no answer."""
    to: str = ""
    """Where a redirect leads, as the server wrote it."""
    wait: float = 0.0
    """Seconds that the server asks us to wait (`Retry-After`, RFC 9110, section 10.2.3)."""
    body: bytes = b""
    fault: str = ""
    """Why there was no answer."""
    again: bool = True
    """It may be another time; False: nothing was asked, nor would be."""


class Ask(Protocol):
    """Asks for an address; of the body at most `most` bytes are read."""

    def __call__(self, address: str, most: int = 0) -> Answer:
        """Give the answer."""
        ...


class Asker:
    """Asks for addresses without following redirects; no cookie is kept and no body read."""

    def __init__(
        self,
        agent: str = AGENT,
        seconds: float = SECONDS,
        allowed: Callable[[str], bool] | None = None,
    ) -> None:
        """Make one; `allowed` tells whether a host may be asked: by itself, a public one."""
        self._pool = PoolManager(headers={"User-Agent": agent, "Accept": "*/*"}, maxsize=1)
        self._timeout = Timeout(connect=seconds, read=seconds)
        self._allowed = allowed or is_public

    def __call__(self, address: str, most: int = 0) -> Answer:
        """Give the answer, or why there is none."""
        try:
            host = urlsplit(address).hostname or ""
            if not self._allowed(host):
                return Answer(0, fault="its host is of a private network", again=False)
            response = self._pool.request(
                "GET",
                address,
                redirect=False,
                retries=False,
                timeout=self._timeout,
                preload_content=False,
                decode_content=False,
            )
            try:
                return _answer(response, most)
            finally:
                response.close()
        except (HTTPError, OSError, ValueError) as error:
            return Answer(0, fault=_fault(error))


def is_public(host: str) -> bool:
    """Tell whether all addresses of a host are of the public network.

    Addresses come from content that strangers may send in, and from redirects; none of them may
    make us call on machines near us. A host that has no address is told by the request itself.
    """
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return True
    return all(ip_address(str(one[4][0]).partition("%")[0]).is_global for one in found)


def _answer(response: BaseHTTPResponse, most: int) -> Answer:
    headers = response.headers
    return Answer(
        response.status,
        headers.get("Location", ""),
        _wait(headers.get("Retry-After", ""), headers.get("Date", "")),
        response.read(most) if most else b"",
    )


def _wait(after: str, now: str) -> float:
    """Read `Retry-After`; a date counts from the server's own `Date`, whatever our clock says."""
    if re.fullmatch("[0-9]{1,9}", after.strip()):
        return float(after)
    try:
        seconds = (parsedate_to_datetime(after) - parsedate_to_datetime(now)).total_seconds()
    except (TypeError, ValueError):
        return 0.0
    return max(0.0, seconds)


def _fault(error: Exception) -> str:
    if isinstance(error, NameResolutionError):
        return "its host has no address"
    if isinstance(error, NewConnectionError):
        return "the connection failed"
    if isinstance(error, ConnectTimeoutError | ReadTimeoutError | TimeoutError):
        return "no answer in time"
    if isinstance(error, SSLError):
        return "its certificate or TLS is at fault"
    if isinstance(error, ValueError):
        return "its address cannot be asked for"
    return "the connection failed"
