"""An article from the web: over http(s) alone, from public addresses alone, within limits."""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from kg.errors import ArticleError

if TYPE_CHECKING:
    import httpx

MAX_REDIRECTS = 5
SECONDS = 30.0
"""The time that one address may take in all, redirects included."""

CONTENT_TYPES: dict[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/x-ndjson": ".jsonl",
    "application/ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/x-jsonlines": ".jsonl",
}
"""The suffix that tells the format of each content type that is read."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: ``url`` is where it was in the end, ``suffix`` tells the format."""

    url: str
    data: bytes
    suffix: str
    charset: str | None = None


Fetcher = Callable[[str, int], Fetched]
"""Takes an address and the most bytes to take; raises `ArticleError`."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, loopback, link-local, reserved or multicast."""
    try:
        ip = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        # Addresses that carry an IPv4 address lead to it.
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def addresses(host: str, port: int) -> list[str]:
    """The IP addresses that a host name resolves to, each once, in the resolver's order; raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch(
    url: str,
    max_bytes: int,
    *,
    transport: httpx.BaseTransport | None = None,
    resolve: Callable[[str, int], Sequence[str]] = addresses,
    permits: Callable[[str], bool] = is_public,
    seconds: float = SECONDS,
) -> Fetched:
    """What a web address answers with; raises `ArticleError` where it may not be asked or does not answer well.

    Each redirect is followed by hand and checked like the first address. The connection goes to the very IP address
    that was checked, so that a name that changes its address in between leads nowhere else. ``transport``, ``resolve``
    and ``permits`` are there for tests.
    """
    import httpx

    deadline = time.monotonic() + seconds
    address = url
    # No proxies or credentials from the environment: a proxy would resolve the name by itself, unchecked.
    with httpx.Client(
        transport=transport, trust_env=False, timeout=min(10.0, seconds), follow_redirects=False
    ) as client:
        for _ in range(MAX_REDIRECTS + 1):
            checked = _checked(url, address, resolve, permits)
            answer = _asked(client, url, address, checked, max_bytes, deadline)
            if isinstance(answer, Fetched):
                return answer
            address = answer
    raise ArticleError(url, f"redirects more than {MAX_REDIRECTS} times: give the address it leads to")


def _checked(
    url: str, address: str, resolve: Callable[[str, int], Sequence[str]], permits: Callable[[str], bool]
) -> Sequence[str]:
    """The IP addresses to connect to; raises `ArticleError` unless every one that the name has is permitted."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise ArticleError(url, f"leads to {address}, which is no valid address: check it") from None
    if parts.scheme not in ("http", "https") or not host:
        raise ArticleError(
            url, f"leads to {address}, and only http and https are fetched: save the page and read the file"
        )
    if parts.username is not None or parts.password is not None:
        raise ArticleError(url, "holds a user name or password: save the page and read the file")
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as problem:
        raise ArticleError(
            url, f"the host {host} is not found ({problem}): check the address and the connection"
        ) from None
    refused = [ip for ip in found if not permits(ip)]
    if refused or not found:
        where = f" ({refused[0]})" if refused else ""
        raise ArticleError(
            url,
            f"the host {host} is in a private or reserved network{where}, from which nothing is fetched: "
            "save the page and read the file",
        )
    return found


def _asked(
    client: httpx.Client, url: str, address: str, found: Sequence[str], max_bytes: int, deadline: float
) -> Fetched | str:
    """The answer of the first of the IP addresses that takes a connection, or the address that it redirects to."""
    import httpx

    problem: Exception | None = None
    for ip in found:
        try:
            return _answer(client, url, address, ip, max_bytes, deadline)
        except httpx.ConnectError as failure:
            problem = failure
        except httpx.TimeoutException:
            raise ArticleError(url, "took too long to answer: try again, or save the page and read the file") from None
        except (httpx.HTTPError, httpx.InvalidURL) as failure:
            problem = failure
            break
    raise ArticleError(url, f"cannot be fetched ({problem}): check the address and the connection") from None


def _answer(client: httpx.Client, url: str, address: str, ip: str, max_bytes: int, deadline: float) -> Fetched | str:
    import httpx

    target = httpx.URL(address)
    headers = {
        "Host": target.netloc.decode("ascii"),
        "User-Agent": "claimgraph (+https://w3id.org/claimgraph)",
        "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown, application/x-ndjson;q=0.9",
        "Accept-Encoding": "identity",
    }
    request = client.build_request(
        "GET", target.copy_with(host=ip), headers=headers, extensions={"sni_hostname": target.raw_host.decode("ascii")}
    )
    response = client.send(request, stream=True)
    try:
        if response.status_code in _REDIRECTS and "location" in response.headers:
            return urljoin(address, response.headers["location"])
        if response.status_code != 200:
            raise ArticleError(url, f"answers with status {response.status_code}: check the address in a browser")
        suffix = _suffix(url, address, response.headers.get("content-type", ""))
        data = _body(response, url, max_bytes, deadline)
        return Fetched(address, data, suffix, response.charset_encoding)
    finally:
        response.close()


def _body(response: httpx.Response, url: str, max_bytes: int, deadline: float) -> bytes:
    """The body, as far as size and time allow; both are watched while it comes in."""
    pieces, size = [], 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > max_bytes:
            raise ArticleError(
                url, f"is larger than {max_bytes:,} bytes, the limit for one article: raise it with --max-bytes"
            )
        if time.monotonic() > deadline:
            raise ArticleError(url, "took too long to answer: try again, or save the page and read the file")
        pieces.append(piece)
    return b"".join(pieces)


def _suffix(url: str, address: str, content_type: str) -> str:
    """The suffix of a content type; of the address where a server says nothing or no more than "text" or "bytes"."""
    kind = content_type.split(";")[0].strip().lower()
    path = urlsplit(address).path.lower()
    if kind in ("", "text/plain", "application/octet-stream", "binary/octet-stream"):
        for suffix in (".md", ".markdown", ".jsonl", ".ndjson", ".txt", ".html", ".htm"):
            if path.endswith(suffix):
                return suffix
        if not kind:
            return ".html"
    if kind not in CONTENT_TYPES:
        raise ArticleError(url, f"is {kind}, and only web pages and text are read: save its text as .txt and read that")
    return CONTENT_TYPES[kind]
