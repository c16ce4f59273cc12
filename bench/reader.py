"""The reader: how fast, in how much memory, beside spaCy's rule matcher, and how right.

Seconds are those that one core has worked, so that what else runs on the machine counts little.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import threading
import time
from collections import Counter
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.reader import judging
from tests.reader.judging import DATES, FATES, NOTHING, Tally

from bench.tools import COMMAND, ROOT, SHARED, say
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import hinted, interface
from cliffhanger.reader.obtain import article
from cliffhanger.reader.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.reader.judging import Headline

LENGTH = 6_900
"""Characters of an article, as many as the article beside the repository has."""

ROUNDS = 7
MARKS = (10_000, 100_000, 1_000_000)
PEER = ROOT / "build" / "venv-peer" / "bin" / "python"
SEED = SHARED / "articles" / "ballard-2025-07.txt"
HEADLINES = SHARED / "data" / "headlines"

_MADE_UP = (
    "{platform} Renews '{show}' for Season {season}",
    "'{show}' Canceled at {platform} After {number} Seasons",
    "'{show}' to End With Season {season} at {platform}",
    "'{show}' Season {season} Gets Premiere Date at {platform}: March {day}, 2026",
    "'{show}' Has Not Been Renewed for Season {season} Yet, {platform} Says",
    "'{show}' Star Ada Example Teases a Return: \u201cWe would love to\u201d",
    "{platform} Renews Carriage Deal; '{show}' Stays",
    "The Best Scenes of '{show}' Season {season}, Ranked",
)
_PLATFORMS = ("Netflix", "Hulu", "Prime Video", "HBO", "Apple TV+", "NBC", "Peacock")
_NUMBERS = ("Two", "Three", "Four", "Five", "Six")


def run() -> None:
    """Measure all of it; the stream of a million headlines comes last and takes minutes."""
    say("\nThe reader")
    with _one_core():
        _speed()
        _beside()
    _headlines()
    _worded()
    _articles()
    _confusion()
    _stream()


@contextmanager
def _one_core() -> Iterator[None]:
    """Keep this process, and what it starts, on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def _texts() -> list[str]:
    """Return the tests' articles of plain text, joined to articles of the usual length."""
    texts: list[str] = []
    joined = ""
    for path in judging.PAGES:
        if path.suffix != ".txt":
            continue
        joined += path.read_text(encoding="utf-8") + "\n\n"
        if len(joined) >= LENGTH:
            texts.append(joined[:LENGTH])
            joined = joined[LENGTH:]
    return texts


def _read_all(texts: list[str]) -> int:
    """Read texts from bytes to JSON, and return how many claims they make.

    What is remembered of sentences is forgotten before each: in a stream hardly one comes again.
    """
    names = judging.starter()
    claims = 0
    for text in texts:
        hinted.plain.cache_clear()
        hinted.clauses_in.cache_clear()
        found = read(article(text.encode(), name="a text"), names)
        interface.line(found)
        claims += len(found.claims)
    return claims


def _per_second(texts: list[str]) -> tuple[float, int]:
    """Return texts a second of one core, the median of some rounds after one that does not count, and their claims."""
    claims = _read_all(texts)
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        _read_all(texts)
        times.append(time.process_time() - started)
    return len(texts) / statistics.median(times), claims


def _speed() -> None:
    started = time.perf_counter()
    names = len(judging.starter())
    say(f"  {time.perf_counter() - started:6.2f} s to have the catalogue's {names:,} names ready, once a process")
    texts = _texts()
    rate, claims = _per_second(texts)
    say(f"  {rate:6.0f} articles a second of one core, bytes to JSON; median of {ROUNDS}")
    each = f"{LENGTH:,} characters, joined from the tests', {claims / len(texts):.0f} claims each"
    say(f"         ({len(texts)} of {each})")
    if SEED.is_file():
        text = SEED.read_text(encoding="utf-8")
        rate, claims = _per_second([text] * len(texts))
        size = f"{len(text):,} characters, {claims / len(texts):.0f} claims"
        say(f"  {rate:6.0f} a second of the article beside the repository ({size})")


def _shows() -> list[str]:
    """Return the names of the catalogue that the peer looks for: all that the reader has."""
    from cliffhanger.outlook import facts  # noqa: PLC0415 - as the reader's own

    query = (ROOT / "src/cliffhanger/outlook/names.sql").read_text(encoding="utf-8")
    rows = facts.from_starter().connection.execute(query).fetchall()
    return sorted({str(row[2]) for row in rows})


def _beside() -> None:
    say("\nBeside spaCy's rule matcher, on the same texts, in turn; seconds of one core")
    if not PEER.is_file():
        say("  left out: make build/venv-peer/.locked installs it")
        return
    texts = _texts()
    real = judging.headlines(HEADLINES) if HEADLINES.is_dir() else ()
    with _peer() as peer:
        started = _asked(peer, {"shows": _shows(), "texts": texts})
        say(f"  {started['ready']:6.2f} s to make the peer's rules (spaCy {started['version']}, blank English)")
        times: dict[str, list[float]] = {"the reader": [], "spaCy's matcher": []}
        for number in range(ROUNDS + 1):
            theirs = float(_asked(peer, {})["seconds"])
            begun = time.process_time()
            _read_all(texts)
            if number:
                times["the reader"].append(time.process_time() - begun)
                times["spaCy's matcher"].append(theirs)
        peer.communicate()
    base = statistics.median(times["spaCy's matcher"])
    for name, some in times.items():
        taken = statistics.median(some)
        say(f"  {taken / len(texts) * 1000:6.2f} ms an article  {taken / base:5.2f} x  {name}")
    say("  The reader also finds dates, scores, charts, people and quotations; the peer's rules find fates only.")
    if real:
        _peer_on_headlines(real)


def _peer() -> subprocess.Popen[str]:
    command = [str(PEER), str(ROOT / "bench" / "peer.py")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen(command, **pipes, text=True, encoding="utf-8")  # noqa: S603 - our own


def _asked(peer: subprocess.Popen[str], question: dict[str, Any]) -> dict[str, Any]:
    """Return the peer's answer to a line."""
    if peer.stdin is None or peer.stdout is None:
        return {}
    peer.stdin.write(json.dumps(question) + "\n")
    peer.stdin.flush()
    answer: dict[str, Any] = json.loads(peer.stdout.readline())
    return answer


def _peer_on_headlines(real: tuple[Headline, ...]) -> None:
    """Say how right both are on the fates of the real headlines, judged alike."""
    given = {"shows": _shows(), "texts": [headline.text for headline in real]}
    with _peer() as peer:
        _asked(peer, given)
        found = _asked(peer, {})["found"]
        peer.communicate()
    theirs = sum((judging.judged_triples(*pair) for pair in zip(real, found, strict=True)), Tally())
    ours = sum(map(judging.judged_fates, real), Tally())
    for name, tally in (("the reader", ours), ("spaCy's matcher", theirs)):
        say(f"  {_figures(tally)}  {name}, fates with show and season in {len(real)} real headlines")


def _figures(tally: Tally) -> str:
    share = f"precision {tally.precision:.3f}  recall {tally.recall:.3f}"
    return f"{tally.right:4} right {tally.wrong:3} wrong {tally.missed:3} missed  {share}"


def _headlines() -> None:
    say("\nThe real headlines, labelled before any rule was written for them")
    if not HEADLINES.is_dir():
        say("  left out: there is no folder of real data here")
        return
    real = judging.headlines(HEADLINES)
    for name, judge in (("fate events, show and season", judging.judged_fates), ("dates", judging.judged_dates)):
        say(f"  {_figures(sum(map(judge, real), Tally()))}  {name}")


def _worded() -> None:
    worded = judging.worded()
    say(f"\nThe {len(worded)} headlines that others worded, from which the rules have learned")
    for name, judge in (("fate events, show and season", judging.judged_fates), ("dates", judging.judged_dates)):
        say(f"  {_figures(sum(map(judge, worded), Tally()))}  {name}")


def _articles() -> None:
    say(f"\nThe {len(judging.PAGES)} articles written for the tests, by predicate")
    pooled = {"fates": Tally(), "dates": Tally(), "all others": Tally()}
    for predicate in sorted(Predicate):
        tally = judging.judged_articles(predicate)
        kind = "fates" if predicate in FATES else "dates" if predicate in DATES else "all others"
        pooled[kind] += tally
        if tally.right + tally.missed:
            say(f"  {_figures(tally)}  {predicate}")
    for kind, tally in pooled.items():
        say(f"  {_figures(tally)}  {kind} together")


def _confusion() -> None:
    say("\nFate events, labelled (down) and found (across), in the tests' articles and the real headlines")
    cells: Counter[tuple[str, str]] = Counter()
    for path in judging.PAGES:
        cells += judging.confused_in_article(path)
    for headline in judging.headlines(HEADLINES) if HEADLINES.is_dir() else ():
        cells += judging.confused_in_headline(headline)
    kinds = [*sorted(FATES), NOTHING]
    say("  " + " ".join(f"{kind:>10}" for kind in ("", *kinds)))
    for row in kinds:
        say("  " + " ".join([f"{row:>10}", *(f"{cells[row, column] or '.':>10}" for column in kinds)]))


def made_up(count: int, seed: int = 1) -> Iterator[str]:
    """Yield lines of a stream with made-up headlines on shows of the catalogue."""
    draw = random.Random(seed)  # noqa: S311 - nothing is secret
    shows = [name for name in islice(_shows(), 0, None, 37) if len(name.split()) > 1]
    for number in range(count):
        text = draw.choice(_MADE_UP).format(
            show=draw.choice(shows), platform=draw.choice(_PLATFORMS), season=draw.randint(2, 9),
            number=draw.choice(_NUMBERS), day=draw.randint(1, 28),
        )  # fmt: skip
        yield json.dumps({"id": number, "text": text, "published": "2026-01-15"})


def _stream() -> None:
    say(f"\nA stream of {MARKS[-1]:,} made-up headlines through cliffhanger read --jsonl")
    with subprocess.Popen([*COMMAND, "read", "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:  # noqa: S603 - our own
        feeding = threading.Thread(target=_feed, args=(reader,))
        feeding.start()
        started = time.perf_counter()
        for number, _ in enumerate(reader.stdout or (), 1):
            if number in MARKS:
                rate = number / (time.perf_counter() - started)
                say(f"  {_peak(reader.pid)} at most after {number:>9,}, {rate:6,.0f} a second")
        feeding.join()


def _feed(reader: subprocess.Popen[bytes]) -> None:
    if reader.stdin is not None:
        with reader.stdin as stream:
            for line in made_up(MARKS[-1]):
                stream.write(line.encode() + b"\n")


def _peak(process: int) -> str:
    """Return the most memory that a running process has held."""
    status = Path(f"/proc/{process}/status")
    if not status.is_file():
        return "(no /proc here)"
    kilobytes = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return f"{int(kilobytes.split()[1]) / 1000:6.0f} MB"
