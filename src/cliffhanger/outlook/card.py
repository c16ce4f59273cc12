"""The picture of a show for sharing: 1200 by 630, as SVG and as PNG.

Letters are those of Liberation Sans, which the library that draws the PNG
brings along; scripts that it lacks are drawn with whatever fonts the machine
has. Widths are reckoned, not measured, and reckoned for the widest of the fonts
that an SVG names, DejaVu Sans, so that a line that fits by the reckoning fits on
the picture wherever it is looked at.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import MissingExtraError
from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import words
from cliffhanger.outlook.plain import isolated, plain, right_to_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.outlook.dossier import Dossier
    from cliffhanger.outlook.safe import Safe

WIDTH, HEIGHT = 1200, 630

_MARGIN = 64
_ROOM = WIDTH - 2 * _MARGIN
_FONTS = "'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif"
_INK, _PAPER, _FAINT, _RULE, _ACCENT = "#10151f", "#f7f4ec", "#b4bccb", "#333d50", "#ffb648"
_TITLE_SIZES = ((92, 1), (72, 1), (60, 2), (48, 2), (42, 2))
"""Sizes in which a title is tried, each with the lines it may take; the last is cut where it does not fit."""

_FIGURE_SIZES = (150, 120, 96, 72)
_COLUMN = 640
"""Where the right column begins."""

_ELLIPSIS = "…"
_MARKS = 2
"""Marks that may stand on one letter; more would climb out of the line."""

_LONGEST_NAMED = 40

# Widths of letters in the units of their size, at the upper end for each kind, in the bold of DejaVu Sans.
_NARROW, _SLIM, _PLAIN, _CAPITAL, _BROAD, _SQUARE = 0.36, 0.53, 0.72, 0.85, 1.11, 1.11
_NARROW_LETTERS, _SLIM_LETTERS, _BROAD_LETTERS = (
    frozenset(" ijlI.,:;'|!’‘·"),
    frozenset('ftr()[]-“”"/*'),
    frozenset("mwMW@%—…"),
)

_REGULAR = 0.93
"""Width of a letter that is not bold, as a share of the bold one's."""

_BIG = {State.RENEWED: "Renewed", State.DATED: "Coming", State.RETURNED: "Back"}
_NOTES = {
    State.RENEWED: "season {} has been ordered",
    State.DATED: "season {} has a date",
    State.RETURNED: "season {} is out",
    State.CANCELLED: "to be taken up elsewhere",
    State.ENDING: "to come back all the same",
    State.LIMITED: "to get a further season",
}
_TO_RETURN = "to return for season {}"
_STATES = words.STATES | {State.LIMBO: "in limbo: nothing announced"}
_CAVEAT = "A forecast, not an announcement."
_CARE = "A forecast to be taken with care:"
_MOST_FACTS = 3


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on the picture.

    Attributes:
        title: the show's title.
        about: season asked about and platform.
        verdict: the answer in one sentence.
        figure: the odds, or what was decided, in a word or two.
        note: what the figure is of.
        odds: the probability, or None where it is decided.
        likely: its likely range (80 %), or None where it is decided.
        facts: what else is said, each under a heading.
        as_of: the day of it, in words.
        caveat: how the figure is to be taken, or empty where it is decided.
    """

    title: str
    about: str
    verdict: str
    figure: str
    note: str
    odds: float | None
    likely: tuple[float, float] | None
    facts: tuple[tuple[str, str], ...]
    as_of: str
    caveat: str


def card(dossier: Dossier, safe: Safe | None = None) -> Card:
    """Return what stands on the picture of a dossier's show.

    Args:
        dossier: the dossier.
        safe: whether the show is safe to start; told where there is room.
    """
    f = dossier.forecast
    following = f.question.season + 1
    decided = f.state in _BIG
    title = _calm(plain(dossier.show.title)) or dossier.show.id
    platform = plain(dossier.show.network)
    return Card(
        title=title,
        about=f"Season {following}" + (f" · {platform}" if platform else ""),
        verdict=dossier.verdict.replace(f"“{f.title}”", _named(title), 1),
        figure=_BIG[f.state] if decided else words.percent(f.p_renewed),
        note=_NOTES.get(f.state, _TO_RETURN).format(following),
        odds=None if decided else f.p_renewed,
        likely=None if decided else f.p_renewed_range,
        facts=_facts(dossier, safe),
        caveat="" if decided else f"{_CARE} {f.abstain}." if f.abstain else _CAVEAT,
        as_of=f"As known on {words.day(f.question.as_of)}",
    )


def _named(title: str) -> str:
    """Return what the sentence calls the show; its title in full stands above.

    One from right to left is not mixed into it: what draws the picture would
    lend the whole sentence the letters that its script needs.
    """
    if isolated(title) != title:
        return "This series"
    short = title if len(title) <= _LONGEST_NAMED else f"{words.cut(title, _LONGEST_NAMED)[:_LONGEST_NAMED]}{_ELLIPSIS}"
    return f"“{short}”"


def _facts(dossier: Dossier, safe: Safe | None) -> tuple[tuple[str, str], ...]:
    f = dossier.forecast
    early, late = dossier.window
    found = [("State, by the sources read", _STATES[f.state])]
    if dossier.planned:
        found.append(("Premiere", dossier.planned.say()))
    elif f.state in (State.LIMBO, State.IN_PRODUCTION, State.RENEWED):
        lead = "Premiere, most likely" if f.state is State.RENEWED else "If it returns, most likely"
        found.append((lead, f"{words.month(early)} to {words.month(late)}"))
    if f.state is State.LIMBO and dossier.decision_by and not f.abstain:
        found.append(("Decision likely by", words.month(dossier.decision_by)))
    if safe and len(found) < _MOST_FACTS:
        found.append(("Safe to start?", safe.mark.value))
    return tuple((heading, f"{value[:1].upper()}{value[1:]}") for heading, value in found)


def svg(made: Card) -> str:
    """Return a card as an SVG document."""
    size, title = _title(made.title)
    out = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'role="img" aria-labelledby="card-title" font-family="{_FONTS}">'
        ),
        f'<title id="card-title">{escape(made.verdict)}</title>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_INK}"/>',
        # The mark: ground that ends.
        f'<path d="M0 0h{WIDTH}v10H0z" fill="{_ACCENT}"/>',
        _mark(_MARGIN, 46),
        _text(_MARGIN + 40, 69, 26, _PAPER, "Cliffhanger", bold=True),
        _text(WIDTH - _MARGIN, 68, 24, _FAINT, made.as_of, anchor="end"),
    ]
    side, anchor = (WIDTH - _MARGIN, "end") if right_to_left(made.title) else (_MARGIN, "start")
    y = 106.0
    for line in title:
        y += size * (1.0 if line is title[0] else 1.12)
        out.append(_text(side, y, size, _PAPER, line, bold=True, anchor=anchor))
    out.append(_text(side, y + 42, 28, _ACCENT, _fit(made.about, 28 * _REGULAR, _ROOM), anchor=anchor))
    out += _odds(made)
    out += _column(made.facts)
    out.append(f'<path d="M{_MARGIN} 546h{_ROOM}" stroke="{_RULE}" stroke-width="2"/>')
    out += _foot(made)
    return "".join([*out, "</svg>"])


def png(drawn: str) -> bytes:
    """Return an SVG document as a PNG.

    Raises:
        MissingExtraError: where the library that draws is not installed.
    """
    try:
        import vl_convert  # noqa: PLC0415 - only where a picture is wanted
    except ImportError as error:
        raise MissingExtraError(what="a picture", extra="web") from error
    return bytes(vl_convert.svg_to_png(drawn))


def _title(text: str) -> tuple[int, list[str]]:
    """Return the largest size in which a title fits, and its lines."""
    for size, most in _TITLE_SIZES:
        lines = _wrapped(text, size, _ROOM, most)
        if not lines[-1].endswith(_ELLIPSIS):
            return size, lines
    size, most = _TITLE_SIZES[-1]
    return size, _wrapped(text, size, _ROOM, most)


def _foot(made: Card) -> list[str]:
    lines = _wrapped(made.verdict, 25 * _REGULAR, _ROOM, 2)
    out = [_text(_MARGIN, 580 + 31 * number, 25, _PAPER, line) for number, line in enumerate(lines)]
    if len(lines) == 1 and made.caveat:
        out.append(_text(_MARGIN, 610, 20, _FAINT, _fit(made.caveat, 20 * _REGULAR, _ROOM)))
    return out


def _odds(made: Card) -> list[str]:
    size = next(size for size in _FIGURE_SIZES if _width(made.figure, size) < _COLUMN - _MARGIN - 40)
    out = [_text(_MARGIN - 4, 430, size, _PAPER, made.figure, bold=True)]
    if made.odds is None or made.likely is None:
        return [*out, _text(_MARGIN, 478, 28, _FAINT, made.note)]
    low, high = made.likely
    said = f"{made.note}, likely range {100 * low:.0f} to {100 * high:.0f} %"
    room = _COLUMN - _MARGIN - 60
    at, start, end = (_MARGIN + room * min(1.0, max(0.0, p)) for p in (made.odds, low, high))
    return [
        *out,
        _text(_MARGIN, 472, 25, _FAINT, said),
        f'<rect x="{_MARGIN}" y="498" width="{room}" height="12" rx="6" fill="{_RULE}"/>',
        (
            f'<rect x="{start:.1f}" y="498" width="{max(end - start, 4):.1f}" height="12" rx="6" fill="{_ACCENT}" '
            'fill-opacity=".55"/>'
        ),
        f'<circle cx="{at:.1f}" cy="504" r="11" fill="{_ACCENT}" stroke="{_INK}" stroke-width="4"/>',
    ]


def _column(facts: Sequence[tuple[str, str]]) -> list[str]:
    out = []
    y = 336.0
    for heading, value in facts[:_MOST_FACTS]:
        value_on_one = _fit(value, 28 * _REGULAR, WIDTH - _MARGIN - _COLUMN)
        out += [_text(_COLUMN, y, 21, _FAINT, heading), _text(_COLUMN, y + 34, 28, _PAPER, value_on_one)]
        y += 76
    return out


def _mark(x: float, y: float) -> str:
    """Return the mark: a ledge, and what hangs from it."""
    return (
        f'<path d="M{x} {y}h26v6h-14v18h-12z" fill="{_ACCENT}"/>'
        f'<circle cx="{x + 21}" cy="{y + 16}" r="5" fill="{_PAPER}"/>'
    )


def _text(  # noqa: PLR0913 - what a line of text has
    x: float, y: float, size: float, colour: str, text: str, *, bold: bool = False, anchor: str = "start"
) -> str:
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"{weight}>'
        f"{escape(text)}</text>"
    )


def _wrapped(text: str, size: float, room: float, most: int) -> list[str]:
    """Return a text in lines of at most some width; what is too long for them ends in an ellipsis."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines += [word] if lines[-1] else []
            lines[-1] = word
            while _width(lines[-1], size) > room:
                head = _cut(lines[-1], size, room)
                lines[-1:] = [head, lines[-1][len(head) :]]
        if len(lines) > most:
            return [*lines[: most - 1], _fit(f"{lines[most - 1]} {_ELLIPSIS}", size, room, cut=True)]
    return lines


def _fit(text: str, size: float, room: float, *, cut: bool = False) -> str:
    """Return a text on one line: whole, or cut and with an ellipsis."""
    if not cut and _width(text, size) <= room:
        return text
    return f"{_cut(text.removesuffix(_ELLIPSIS).rstrip(), size, room - _width(_ELLIPSIS, size)).rstrip()}{_ELLIPSIS}"


def _cut(text: str, size: float, room: float) -> str:
    """Return the beginning of a text that is at most so wide, but one letter at least."""
    width = 0.0
    for place, character in enumerate(text):
        width += _letter(character) * size
        if width > room and place:
            return text[:place]
    return text


def _width(text: str, size: float) -> float:
    return sum(_letter(character) for character in text) * size


def _letter(character: str) -> float:
    """Return the reckoned width of a letter in units of its size."""
    if character in _NARROW_LETTERS:
        return _NARROW
    if character in _SLIM_LETTERS:
        return _SLIM
    if character in _BROAD_LETTERS:
        return _BROAD
    if unicodedata.east_asian_width(character) in "WF":
        return _SQUARE
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    return _CAPITAL if character.isupper() else _PLAIN


def _calm(text: str) -> str:
    """Return a text with few marks on each letter."""
    out: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MARKS:
            out.append(character)
    return "".join(out)
