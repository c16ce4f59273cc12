"""The web app as a process of its own: its first page from a cold start, and how it answers under a steady load.

The load is open-loop: requests are sent when they are due, whether or not
earlier ones have been answered, and each latency counts from when its request
was due. So a server that stalls is charged for everybody who waited behind
the stall (no coordinated omission).
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import os
import re
import subprocess
import sys
import time
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import quote, urlsplit

import numpy as np

from bench.tools import COMMAND, say

RATE = 100
"""Requests a second."""

SECONDS = 20
SHOWS = 200
CONNECTIONS = 32
MOST_FIRST, MOST_PAGE, MOST_API, MOST_MEMORY, MOST_WEIGHT = 3.0, 60.0, 25.0, 700.0, 250.0
"""What is aimed at: seconds, ms, ms, MB, KB."""

_PAGES = (
    "/",
    "/show/{show}",
    "/platform/Prime%20Video",
    "/slate?show={show}",
    "/charts",
    "/read",
    "/scoreboard",
    "/about",
    "/api",
)
_BROUGHT = re.compile(r'(?:src|rel="stylesheet" href)="(/static/[^"]+)"')


def run() -> None:
    """Start the server, time its first page, load it, and weigh it and its pages."""
    with contextlib.ExitStack() as stack:
        started = time.perf_counter()
        server, base = _serve()
        stack.callback(server.wait)
        stack.callback(server.terminate)
        _get(base, "/")
        first = time.perf_counter() - started
        say("\nThe web app over the starter catalogue, in a process of its own")
        say(f"  {first:8.2f} s   from a cold start to the first page (aim: {MOST_FIRST:g})")
        shows = _shows(base)
        started = time.perf_counter()
        for show in shows:
            _get(base, f"/show/{show}")
            _get(base, f"/api/outlook/{show}")
        cold = (time.perf_counter() - started) / (2 * len(shows))
        say(f"  {1000 * cold:8.1f} ms  a page or outlook that nobody has asked for yet, the mean of {2 * len(shows)}")
        for name, path, aim in (("page", "/show/{}", MOST_PAGE), ("outlook", "/api/outlook/{}", MOST_API)):
            _report(name, _load(base, [path.format(show) for show in shows]), aim)
        say(f"  {_memory(server.pid):8.0f} MB  memory at the end (aim: {MOST_MEMORY:g})")
        for path in _PAGES:
            asked = path.format(show=shows[0])
            say(f"  {_weight(base, asked) / 1000:8.1f} KB  {asked} with what it brings, packed (aim: {MOST_WEIGHT:g})")


def _serve() -> tuple[subprocess.Popen[str], str]:
    """Start the server; return it and its address."""
    kept = {name: value for name, value in os.environ.items() if name != "CLIFFHANGER_LEDGER"}
    server = subprocess.Popen(  # noqa: S603 - our own
        [*COMMAND, "serve", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env=kept | {"XDG_DATA_HOME": "/nonexistent"},
    )
    found = re.search(r"http://[^ ]+", server.stderr.readline() if server.stderr else "")
    if found is None:
        server.kill()
        sys.exit("the server did not tell its address")
    return server, found[0].rstrip("/")


def _get(base: str, path: str) -> tuple[http.client.HTTPResponse, bytes]:
    """Ask for something as a browser does, and return it as it was sent."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=60)
    with contextlib.closing(connection):
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        body = answer.read()
    if answer.status != http.client.OK:
        sys.exit(f"{path}: {answer.status}")
    return answer, body


def _shows(base: str) -> list[str]:
    import gzip  # noqa: PLC0415 - what is asked for comes packed here alone

    _, body = _get(base, f"/api/series?limit={SHOWS}")
    return [quote(row["show"], safe=":") for row in json.loads(gzip.decompress(body))["series"]]


def _weight(base: str, path: str) -> int:
    """Return the bytes of a page with its styles and scripts, as they are sent."""
    import gzip  # noqa: PLC0415 - likewise

    answer, body = _get(base, path)
    plain = gzip.decompress(body) if answer.getheader("Content-Encoding") == "gzip" else body
    return len(body) + sum(len(_get(base, brought)[1]) for brought in _BROUGHT.findall(plain.decode()))


def _report(name: str, taken: list[float], aim: float) -> None:
    p50, p95, p99 = np.percentile(np.array(taken) * 1000, [50, 95, 99])
    said = f"p50 {p50:.1f}, p95 {p95:.1f} (aim: {aim:g}), p99 {p99:.1f} ms"
    say(f"  {len(taken):8,} x   a show's {name}, {RATE} a second on {SHOWS} shows: {said}")


def _load(base: str, paths: list[str]) -> list[float]:
    """Load a server from a process of its own; return each request's seconds since it was due."""
    context = get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_loaded, (base, paths))


def _loaded(base: str, paths: list[str]) -> list[float]:
    return asyncio.run(_all_sent(base, paths))


async def _all_sent(base: str, paths: list[str]) -> list[float]:
    """Send every request when it is due, over connections that are kept open."""
    address = urlsplit(base)
    due: asyncio.Queue[tuple[float, str]] = asyncio.Queue()
    taken: list[float] = []
    clients = [
        asyncio.create_task(_client(address.hostname or "", address.port or 80, due, taken)) for _ in range(CONNECTIONS)
    ]
    began = time.perf_counter() + 0.5
    for number in range(RATE * SECONDS):
        when = began + number / RATE
        await asyncio.sleep(max(0.0, when - time.perf_counter()))
        due.put_nowait((when, paths[number * 7 % len(paths)]))
    await due.join()
    for client in clients:
        client.cancel()
    return taken


async def _client(host: str, port: int, due: asyncio.Queue[tuple[float, str]], taken: list[float]) -> None:
    reader, writer = await asyncio.open_connection(host, port)
    try:
        while True:
            when, path = await due.get()
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            length = re.search(rb"content-length: (\d+)", head)
            if not head.startswith(b"http/1.1 200") or length is None:
                msg = f"{path}: {head[:60]!r}"
                raise RuntimeError(msg)
            await reader.readexactly(int(length[1]))
            taken.append(time.perf_counter() - when)
            due.task_done()
    finally:
        writer.close()


def _memory(process: int) -> float:
    """Return the memory that a process holds, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) * 1024 / 1e6 if found else float("nan")
