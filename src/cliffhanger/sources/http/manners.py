"""How the client behaves: how long it waits, how often it asks, how much it takes."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from cliffhanger import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Rate:
    """How often one host may be asked.

    Attributes:
        calls: requests.
        seconds: in how many seconds.
    """

    calls: int = 2
    seconds: float = 1.0


@dataclass(frozen=True, slots=True)
class Manners:
    """Bounds on every request.

    Attributes:
        connect: seconds until a host must have answered the call.
        silence: seconds that may pass between two pieces of a body.
        whole: seconds that a page may take, all in all; a download may take longer.
        slowest: bytes a second below which a download that has lasted ``whole`` seconds is given up.
        attempts: how often a request is made before its failure stands.
        wait: seconds before the second attempt, doubled before each later one.
        longest_wait: the most seconds before another attempt. A server that asks for more is left alone for this run.
        jitter: the most seconds added to each wait at random, so that many clients do not return at once.
        redirects: how many are followed.
        largest: bytes that a page may have, unpacked.
        contact: a reader of server logs may write there; part of the user agent.
    """

    connect: float = 10.0
    silence: float = 30.0
    whole: float = 120.0
    slowest: float = 4096.0
    attempts: int = 5
    wait: float = 1.0
    longest_wait: float = 120.0
    jitter: float = 1.0
    redirects: int = 5
    largest: int = 64 * MB
    contact: str = ""

    @property
    def agent(self) -> str:
        """What the client calls itself."""
        contact = f"; {self.contact}" if self.contact else ""
        return f"cliffhanger/{__version__} (television renewal forecasts{contact})"


@dataclass(slots=True)
class Limiter:
    """Spaces requests: never more than the rate's calls within its seconds, for each host.

    Attributes:
        rate: how often one host may be asked.
        clock: seconds that only rise.
        sleep: waits.
    """

    rate: Rate
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, deque[float]] = field(default_factory=dict)
    _spacing: dict[str, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def space(self, host: str, seconds: float) -> None:
        """Leave at least so many seconds between two requests to a host, as its robots.txt asks."""
        self._spacing[host] = seconds

    def wait(self, host: str) -> None:
        """Return when this host may be asked again, and count that it is."""
        with self._lock:
            asked = self._asked.setdefault(host, deque(maxlen=self.rate.calls))
            if len(asked) == self.rate.calls:
                rest = asked[0] + self.rate.seconds - self.clock()
                if rest > 0:
                    self.sleep(rest)
            if asked and (rest := asked[-1] + self._spacing.get(host, 0) - self.clock()) > 0:
                self.sleep(rest)
            asked.append(self.clock())
