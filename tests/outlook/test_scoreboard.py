"""The scoreboard's page: it says what the figures say, needs nothing else, and is told without colour."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.evaluation import board_json
from cliffhanger.evaluation.board import Recorded
from cliffhanger.outlook import scoreboard
from cliffhanger.outlook.page import Table
from cliffhanger.outlook.plots import Plot, Point, Shape
from cliffhanger.outlook.render.figures import html
from cliffhanger.outlook.render.svg import svg
from cliffhanger.outlook.scoreboard_page import lay_out
from tests.evaluation.test_scoring import a_board

if TYPE_CHECKING:
    from pathlib import Path

VOID = {"meta", "br", "img", "link"}


class Wellformed(HTMLParser):
    """Collects tags, and fails where one is not closed."""

    def __init__(self) -> None:
        """Start with nothing open."""
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and its id."""
        self.seen.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Hold a closing tag to the one that is open."""
        assert self.open.pop() == tag


def read(text: str) -> Wellformed:
    """Return what a page consists of."""
    page = Wellformed()
    page.feed(text)
    assert page.open == []
    return page


def test_the_page_stands_alone_and_is_well_formed() -> None:
    """No script, no address, nothing that is loaded; every id is given once."""
    text = html(lay_out(a_board()))
    page = read(text)
    assert not {"script", "link", "img", "iframe", "object"} & set(page.seen)
    assert not re.search(r"(?:https?:)?//|url\(|@import|\bon[a-z]+=", text)
    assert len(page.ids) == len(set(page.ids))
    assert "prefers-color-scheme: dark" in text
    assert 'name="viewport"' in text


def test_every_plot_has_its_numbers_beside_it() -> None:
    """One table in each figure, with a row for all that is drawn, and words for those who cannot see it."""
    parts = lay_out(a_board()).parts
    plots = [plot for part in parts for plot in part.plots]
    assert {plot.shape for plot in plots} == {Shape.DIAGONAL, Shape.BARS, Shape.LINE}
    for plot in plots:
        assert {point.name for point in plot.points} <= {row[0] for row in plot.table.rows}
        assert 'role="img"' in svg(plot, "x")
    text = html(lay_out(a_board()))
    assert text.count("<svg") == len(plots) == text.count('<div class="plot">')


def test_the_figures_on_the_page_are_those_of_the_board() -> None:
    """Counts, scores and the sentence that leads."""
    made = a_board()
    text = html(lay_out(made))
    decision = next(one for one in made.probabilities if one.family == "decision")
    for number in (f"{decision.asked:,}", f"{decision.brier.value:.4f}", f"{decision.auc:.3f}"):
        assert number in text
    assert scoreboard.headline(decision)[1:] in text
    assert "made up too" in text
    assert "No forecasts have been issued" in text


def test_bars_tell_their_side_without_colour() -> None:
    """Below zero a bar is hollow and lies on the other side of the line."""
    points = (Point("up", 0, 0.2), Point("down & out", 1, -0.1))
    plot = Plot(Shape.BARS, "t", "across", "skill", points, Table((), ()))
    drawn = svg(plot, "x")
    up, down = (float(x) for x in re.findall(r'<rect class="(?:mark|below)" x="([\d.]+)"', drawn))
    assert down < up
    assert 'class="below"' in drawn
    assert "down &amp; out" in drawn


@pytest.mark.parametrize("shape", list(Shape))
@pytest.mark.parametrize("values", [[], [0.0], [0.3, 0.3], [-0.5, 0.0], [1e-9, 1.0]], ids=str)
def test_any_values_can_be_drawn(shape: Shape, values: list[float]) -> None:
    """None, one, equal ones, negative ones, tiny ones: every figure stays a number."""
    points = tuple(Point(str(n), n / 4, value, value, value, n) for n, value in enumerate(values))
    drawn = svg(Plot(shape, "t", "a", "u", points, Table((), ())), "x")
    read(drawn)
    assert "nan" not in drawn
    assert "inf" not in drawn


def test_the_scoreboard_in_sentences() -> None:
    """Plain English: shares that came, and what the record holds."""
    record = Recorded(3, True, "2026-01-01", "2026-01-02", "ab" * 32, 2, 1, 1, 0.9, 0.2, ())  # noqa: FBT003 - whole
    said = "\n".join(scoreboard.sentences(replace(a_board(), record=record)))
    assert re.search(r"Of [\d,]+ questions to which we gave 60 to 70 %, \d+ % got another season\.", said)
    assert "The record: 3 forecasts, 2026-01-01 to 2026-01-02, each as it was issued." in said
    assert "The 80 % interval held" in said


def test_written_twice_it_is_the_same(tmp_path: Path) -> None:
    """Page and JSON land whole, in a folder that is made, and what is read again is the same scoreboard."""
    made = a_board()
    for _ in range(2):
        page, data = scoreboard.write(made, tmp_path / "new", html(lay_out(made)))
    assert sorted(file.name for file in page.parent.iterdir()) == ["scoreboard.html", "scoreboard.json"]
    again = board_json.from_json(json.loads(data.read_text(encoding="utf-8")), data.name)
    assert html(lay_out(again))[:2000] == page.read_text(encoding="utf-8")[:2000]


def test_figures_measured_elsewhere_are_shown_as_such() -> None:
    """With their own questions; a list that is none is refused by name."""
    some = [{"name": "made-up Cox", "question": "made up", "asked": 5, "brier": 0.1, "skill": None, "auc": 0.7}]
    found = board_json.elsewhere(some, "made up")
    text = html(lay_out(replace(a_board(), elsewhere=found)))
    assert "made-up Cox" in text
    assert "Measured elsewhere" in text
    with pytest.raises(BadFileError, match="made up"):
        board_json.elsewhere([{"name": 3}], "made up")
