"""Lists of shows, the board and its pages, and the arithmetic behind them: laws, held by examples of all kinds."""

from __future__ import annotations

import csv
import io
import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import State
from cliffhanger.models.logistic import expit, logit
from cliffhanger.outlook import board, lists
from cliffhanger.outlook.forecasts import MODEL_SPREAD
from tests.outlook.made_up import HOSTILE

if TYPE_CHECKING:
    from starlette.testclient import TestClient

pytestmark = pytest.mark.xdist_group("web")

DAY = date(2026, 1, 31)
odds = st.floats(0.001, 0.999)
names = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=20).filter(
    lambda name: name.casefold() not in ("show", "title", "series", "name", "id") and not set(name) & set("-*•\"',;\t")
)


def row(number: int = 1, **more: object) -> board.Row:
    """Return a made-up row."""
    known: dict[str, object] = {
        "show": f"imdb:tt{number:07d}", "title": f"Show {number}", "network": "Here", "season": 2,
        "state": State.LIMBO, "p_renewed": 0.5, "p_renewed_range": (0.4, 0.6), "p_return_ever": 0.5,
        "premiered": DAY, "silence": 1.0, "window": (DAY, DAY + timedelta(days=90)), "attention": 50.0, "abstain": None,
    }  # fmt: skip
    return board.Row(**(known | more))  # type: ignore[arg-type]  # a made-up row's fields are right


rows = st.builds(
    row,
    st.integers(1, 9_999_999),
    title=st.sampled_from(["a", "B", "c"]) | st.sampled_from(HOSTILE),
    network=st.sampled_from(["Here", "here", "There", ""]),
    state=st.sampled_from(list(State)),
    p_renewed=odds,
    attention=st.none() | st.floats(0, 100),
    silence=st.none() | st.floats(0, 200),
    premiered=st.none() | st.dates(date(2000, 1, 1), DAY),
)


@given(st.lists(names, max_size=30))
def test_names_typed_one_a_line_are_those_names(some: list[str]) -> None:
    """Each once, in their order, whatever stands before them as a mark of a list."""
    wanted = tuple(dict.fromkeys(some))
    assert lists.names_in("\n".join(some)) == wanted
    assert lists.names_in("\r\n\r\n".join(f"  {name}  " for name in some)) == wanted
    assert lists.names_in("\n".join(f"- {name}" for name in some)) == wanted


@given(
    st.lists(st.tuples(names, names), max_size=20), st.sampled_from(["title", "Show", "ID"]), st.sampled_from(",;\t")
)
def test_a_csv_gives_its_column(some: list[tuple[str, str]], heading: str, mark: str) -> None:
    """By its heading, wherever it stands and whatever parts the cells."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark)
    writer.writerows([("when", heading), *some])
    assert lists.names_in(out.getvalue()) == tuple(dict.fromkeys(second for _, second in some))


@settings(max_examples=200)
@given(st.text(max_size=400) | st.text(st.sampled_from("title,\"\n\r;\t\x00a '"), max_size=200))
def test_any_text_gives_names_or_is_refused(text: str) -> None:
    """No text breaks the reading of a list; names are short, single lines, and each stands once."""
    try:
        found = lists.names_in(text)
    except BadFileError:
        return
    assert len(found) == len(set(found)) <= lists.MOST
    assert all(0 < len(name) <= lists.LONGEST and "\x00" not in name for name in found)


def brute_force(p: list[float]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the distribution of a sum by going through every outcome."""
    mass = np.zeros(len(p) + 1)
    for outcome in itertools.product((0, 1), repeat=len(p)):
        mass[sum(outcome)] += np.prod([one if came else 1 - one for one, came in zip(p, outcome, strict=True)])
    return mass


@given(st.lists(odds, min_size=1, max_size=8))
def test_the_number_of_independent_returns_is_poisson_binomial(p: list[float]) -> None:
    """Its distribution is that of every outcome counted one by one, and sums to one."""
    found = lists._binomial(np.array(p))  # noqa: SLF001 - the kernel is worth a law of its own
    assert found == pytest.approx(brute_force(p), abs=1e-12)
    assert found.sum() == pytest.approx(1)


@given(st.lists(odds, min_size=1, max_size=7))
def test_the_range_of_returns_is_that_of_the_mixture(p: list[float]) -> None:
    """A fine grid over the shared shift, each point gone through by brute force, gives the same range but for a tie."""
    grid = np.linspace(-6, 6, 601)
    weights = np.exp(-(grid**2) / 2)
    masses = [brute_force(list(expit(logit(np.array(p)) + MODEL_SPREAD * shift))) for shift in grid[::12]]
    reached = np.cumsum(np.average(masses, axis=0, weights=weights[::12]))
    expected, (low, high) = lists.count(p)
    assert expected == pytest.approx(sum(p))
    assert 0 <= low <= high <= len(p)
    slack = 0.004
    assert reached[low] >= 0.1 - slack
    assert low == 0 or reached[low - 1] < 0.1 + slack
    assert reached[high] >= 0.9 - slack
    assert high == 0 or reached[high - 1] < 0.9 + slack


def test_the_limits_of_a_count() -> None:
    """None, all sure, none sure; and errors that are shared make a long list less sure than independent ones would."""
    assert lists.count([]) == (0.0, (0, 0))
    assert lists.count([1 - 1e-12] * 5)[1] == (5, 5)
    assert lists.count([1e-12] * 5)[1] == (0, 0)
    low, high = lists.count([0.5] * 400)[1]
    assert high - low > 2 * 1.2816 * 10 * 1.2
    assert low + high == pytest.approx(400, abs=1)


@given(st.lists(odds, min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_the_order_of_a_list_does_not_matter_to_its_count(p: list[float], random: object) -> None:
    """Neither to the expectation nor to the range."""
    shuffled = p.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    first, second = lists.count(p), lists.count(shuffled)
    assert first[0] == pytest.approx(second[0])
    assert np.abs(np.subtract(first[1], second[1])).max() <= 1


@given(st.lists(rows, max_size=30))
def test_every_order_keeps_every_row_and_is_in_order(some: list[board.Row]) -> None:
    """The same rows, whichever comes first, and each order does what its name says."""
    for order in board.ORDERS:
        found = board.chosen(some, order=order)
        assert sorted(found, key=repr) == sorted(some, key=repr)
    chances = [one.p_renewed for one in board.chosen(some, order="odds")]
    assert chances == sorted(chances, reverse=True)
    doubts = [one.p_renewed for one in board.chosen(some, order="doubt")]
    assert doubts == sorted(doubts)
    silent = [one.silence or 0.0 for one in board.chosen(some, order="silence")]
    assert silent == sorted(silent, reverse=True)
    titles = [one.title.casefold() for one in board.chosen(some, order="title")]
    assert titles == sorted(titles)
    followed = [one.attention if one.attention is not None else -1 for one in board.chosen(some, order="followed")]
    assert followed == sorted(followed, reverse=True)


@given(
    st.lists(rows, max_size=30), st.sampled_from(["Here", "THERE", "Nowhere"]), st.sets(st.sampled_from(list(State)))
)
def test_a_choice_of_rows_is_the_rows_chosen(some: list[board.Row], platform: str, states: set[State]) -> None:
    """Those of the platform, in any spelling, and of the states; and platforms are counted as they are."""
    found = board.chosen(some, platform=platform, states=tuple(states))
    wanted = [r for r in some if r.network.casefold() == platform.casefold() and (not states or r.state in states)]
    assert sorted(found, key=repr) == sorted(wanted, key=repr)
    counted = dict(board.platforms(some))
    assert sum(counted.values()) == sum(bool(r.network) for r in some)


@given(st.lists(rows, max_size=20))
def test_no_cell_of_a_csv_is_a_formula(some: list[board.Row]) -> None:
    """A spreadsheet that opens it runs nothing, and every row is a row."""
    read = list(csv.reader(io.StringIO(lists.as_csv(some, DAY), newline="")))
    assert len(read) == len(some) + 1
    assert all(len(line) == len(lists.HEADINGS) for line in read)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for line in read for cell in line)


@pytest.mark.parametrize("limit", [1, 7, 100, 1000])
def test_going_on_by_cursor_shows_every_row_once(client: TestClient, limit: int) -> None:
    """Whatever the step, the pages are the whole in its order; one row a page is tried for the first forty."""
    asked: dict[str, object] = {"limit": limit, "platform": "Netflix"}
    whole = client.get("/api/series", params={"limit": 1000, "platform": "Netflix"}).json()
    assert whole["next"] is None
    found: list[str] = []
    while True:
        answer = client.get("/api/series", params=asked).json()  # type: ignore[arg-type]  # texts and numbers
        assert answer["total"] == whole["total"]
        assert len(answer["series"]) <= limit
        found += [one["show"] for one in answer["series"]]
        if answer["next"] is None or (limit == 1 and len(found) == 40):
            break
        asked["cursor"] = answer["next"]
    wanted = [one["show"] for one in whole["series"]]
    assert found == wanted[: len(found)]
    assert limit == 1 or found == wanted
    assert len(set(found)) == len(found)


@settings(max_examples=25)
@given(start=st.integers(1, 3000), limit=st.integers(1, 1000))
def test_a_cursor_goes_on_where_the_answer_before_ended(client: TestClient, start: int, limit: int) -> None:
    """Wherever it starts; behind the end there is nothing, and no next."""
    import base64  # noqa: PLC0415 - a cursor is made by hand here alone

    cursor = base64.urlsafe_b64encode(f"after {start}".encode()).decode()
    answer = client.get("/api/series", params={"limit": limit, "cursor": cursor}).json()
    left = max(answer["total"] - start, 0)
    assert len(answer["series"]) == min(limit, left)
    assert (answer["next"] is None) == (left <= limit)


def test_the_boards_pages_show_every_open_row_once(client: TestClient) -> None:
    """From the first page by its links to the last."""
    from tests.web.made import Whole  # noqa: PLC0415 - read as a page here alone

    path: str | None = "/?platform=Netflix&order=title"
    found: list[str] = []
    while path:
        page = Whole(client.get(path).text)
        table = page.found[: next(n for n, (tag, _) in enumerate(page.found) if tag == "nav" and n > 30)]
        found += [
            given["href"] or "" for tag, given in table if tag == "a" and (given.get("href") or "").startswith("/show/")
        ]
        path = next((given["href"] for tag, given in page.found if tag == "a" and given.get("rel") == "next"), None)
    wanted = client.get(
        "/api/series", params={"limit": 1000, "platform": "Netflix", "state": ["limbo", "in_production"]}
    )
    assert found == [f"/show/{one['show']}" for one in wanted.json()["series"]]
