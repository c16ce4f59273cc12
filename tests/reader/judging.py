"""What the reader finds, compared with what a careful reader labelled; for the tests, and for the benchmark's tables.

A label has some of the fields of :func:`said`, and agrees with a claim that has the same in each; a list leaves a
choice. Labels may be widened, see :func:`widened`.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.vocabulary import FATES, Modality, Predicate
from cliffhanger.outlook import facts
from cliffhanger.outlook.names import names as names_of
from cliffhanger.reader.claims import ArticleClaim, Subject
from cliffhanger.reader.names import Name, Names
from cliffhanger.reader.obtain import article, article_of_text
from cliffhanger.reader.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from cliffhanger.reader.claims import Reading

HERE = Path(__file__).parent
FOLDER = HERE / "articles"
PAGES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".html"})
DATES = frozenset(
    {
        Predicate.PREMIERE_DATE, Predicate.FINALE_DATE, Predicate.FILMING_START, Predicate.FILMING_END,
        Predicate.ANNOUNCEMENT_DATE,
    }
)  # fmt: skip

NOTHING = "nothing"
"""What is found where nothing is, and labelled where nothing is."""

Expected = dict[str, Any]

_OR = "_or"
_REMARKS = frozenset({"note", "either", "undated", "unrenewed", "via", "details_optional"})
"""Fields of a label that speak of the label, or of what no claim has a field for."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims are right, how many wrong, and how many labels are missed.

    Attributes:
        right: labels that are found.
        wrong: claims that no label agrees with.
        missed: labels that are not found, and had to be.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Count both."""
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what is found that is right; 1 where nothing is found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that is found; 1 where nothing is labelled."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def said(claim: ArticleClaim) -> Expected:
    """Return a claim with the fields that labels have; ``window`` is ``from`` and ``to``."""
    window = [claim.when.first.isoformat(), claim.when.last.isoformat()] if claim.when else [None, None]
    return {
        "subject": claim.subject.name,
        "predicate": str(claim.predicate),
        "season": claim.season,
        "value": claim.value,
        "unit": claim.unit,
        "from": window[0],
        "to": window[1],
        "window": window,
        "modality": str(claim.modality),
        "platform": claim.platform,
        "reason": claim.reason,
        "speaker": claim.speaker,
        "role": claim.role,
        "outlet": claim.outlet,
        "commitment": str(claim.commitment) if claim.commitment else None,
        "details": claim.details,
    }


def matches(claim: ArticleClaim, label: Expected) -> bool:
    """Whether a claim agrees with each field that a label has; of ``details`` with those that it has."""
    return _agree(said(claim), label)


def expects(claim: ArticleClaim, label: Expected) -> bool:
    """Whether a claim is the expected one; where no modality is given, a fate is an event, a date that or a plan."""
    if "modality" not in label and claim.predicate in FATES | DATES:
        usual = ["event"] if claim.predicate in FATES else ["event", "plan"]
        label = label | {"modality": usual}
    return matches(claim, label)


def _agree(found: object, wanted: object) -> bool:
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(_agree(found.get(key), value) for key, value in wanted.items())
    return found in wanted if isinstance(wanted, list) else bool(found == wanted)


def widened(label: Expected, text: str = "") -> Expected:
    """Return a label with its alternatives as lists, and without remarks.

    ``season_or`` and the like hold what else a field may be, ``window_or`` another first and last day, ``author_or``
    another author in the details. A quotation is given by how it ``starts`` in a text, and its ``length``. No speaker,
    role or outlet is an empty one.
    """
    more = {key.removesuffix(_OR): value for key, value in label.items() if key.endswith(_OR)}
    plain = {key: value for key, value in label.items() if not key.endswith(_OR) and key not in _REMARKS}
    if label.get("details_optional"):
        plain.pop("details")
    if "starts" in plain:
        start = text.index(plain.pop("starts"))
        plain["value"] = text[start : start + plain.pop("length")]
    if "window" in more:
        plain["window"] = [[plain.pop("from"), plain.pop("to")], more.pop("window")]
    if "author" in more:
        plain["details"] = plain["details"] | {"author": [plain["details"]["author"], *more.pop("author")]}
    for key, others in more.items():
        plain[key] = [plain[key], *others]
    for key in plain.keys() & {"speaker", "role", "outlet"}:
        plain[key] = _or_empty(plain[key])
    return plain


def _or_empty(value: object) -> object:
    return [one or "" for one in value] if isinstance(value, list) else value or ""


def labels(path: Path) -> Expected:
    """Return what is expected of an article in the folder."""
    expected: Expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return expected


@cache
def catalogue() -> Names:
    """Return the names of the shows in the folder's articles, and of some others whose names are common words."""
    rows = [json.loads(line) for line in (HERE / "catalogue.jsonl").read_text(encoding="utf-8").splitlines()]
    return Names(
        Name(row["id"], row["title"], text, row["year"], row["rank"], row["platform"])
        for row in rows
        for text in (row["title"], *row["aliases"])
    )


@cache
def starter() -> Names:
    """Return the names of the catalogue that comes with the project."""
    return names_of(facts.from_starter().connection)


@cache
def reading(path: Path) -> Reading:
    """Read an article of the folder; a page has to tell its day of publication itself."""
    published = None if path.suffix == ".html" else date.fromisoformat(labels(path)["published"])
    return read(article(path.read_bytes(), name=path.name, published=published), catalogue())


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, its labels, and what the reader finds in it.

    Attributes:
        text: the headline.
        labels: its labels.
        claims: what is found.
    """

    text: str
    labels: tuple[Expected, ...]
    claims: tuple[ArticleClaim, ...]


@cache
def headlines(folder: Path) -> tuple[Headline, ...]:
    """Read the real headlines of a folder, line by line beside their labels, with the project's own names."""
    rows = [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    labelled = [json.loads(line) for line in (HERE / "headline_labels.jsonl").read_text(encoding="utf-8").splitlines()]
    found = []
    for row, label in zip(rows, labelled, strict=True):
        text = article_of_text(row["headline"], published=day_of(row["published"]))
        found.append(Headline(row["headline"], tuple(label["claims"]), read(text, starter()).claims))
    return tuple(found)


@cache
def worded() -> tuple[Headline, ...]:
    """Read the headlines that were worded and labelled by people who had not seen the rules, with the project's names.

    They are written around real news of 2010 to 2026, partly from memory: they test reading, and prove no fact.
    """
    rows = [json.loads(line) for line in (HERE / "worded_headlines.jsonl").read_text(encoding="utf-8").splitlines()]
    return tuple(
        Headline(
            row["text"],
            tuple(row["claims"]),
            read(article_of_text(row["text"], published=date.fromisoformat(row["published"])), starter()).claims,
        )
        for row in rows
    )


def day_of(published: str) -> date:
    """Return the day of an instant as the headlines have it: "July 11, 2022 1:15 PM"."""
    month, day, year = published.split()[:3]
    months = [date(2000, number, 1).strftime("%B") for number in range(1, 13)]
    return date(int(year), months.index(month) + 1, int(day.rstrip(",")))


def show_id(name: str, known: Names) -> str:
    """Return the id of the show that a name means, or the name where the catalogue does not have it."""
    found = known.exactly(name)
    return found[0].show if found else name


def same_show(claim: ArticleClaim, names: str | Sequence[str], known: Names) -> bool:
    """Whether a claim is on the show that one of some names means in the catalogue."""
    show = claim.subject.id or show_id(claim.subject.name, known)
    return show in {show_id(name, known) for name in ([names] if isinstance(names, str) else names)}


def judged_fates(headline: Headline) -> Tally:
    """Count the events of a show's fate, by show, kind and season."""
    return _judged(headline, FATES, lambda claim: claim.modality is Modality.EVENT, ("predicate", "season", "modality"))


def judged_dates(headline: Headline) -> Tally:
    """Count the dates, by show, kind, season, first and last day."""
    return _judged(headline, DATES, lambda _: True, ("predicate", "season", "from", "to"))


def _judged(
    headline: Headline,
    kinds: frozenset[Predicate],
    counts: Callable[[ArticleClaim], bool],
    fields: Iterable[str],
) -> Tally:
    """Count by some fields; a label that may be missed counts neither where it is found nor where it is not."""
    claims = [claim for claim in headline.claims if claim.predicate in kinds and counts(claim)]
    wanted = [label for label in headline.labels if label["predicate"] in kinds]
    pairs = [(label, [c for c in claims if _meets(c, label, fields)]) for label in wanted]
    met = [claim for _, found in pairs for claim in found]
    firm = [found for label, found in pairs if not label.get("either")]
    right = sum(bool(found) for found in firm)
    wrong = [claim for claim in claims if claim not in met]
    return Tally(right, len(wrong), len(firm) - right)


def _meets(claim: ArticleClaim, label: Expected, fields: Iterable[str]) -> bool:
    wide = widened(label)
    return same_show(claim, wide["subject"], starter()) and matches(
        claim, {key: wide[key] for key in fields if key in wide}
    )


def judged_articles(predicate: Predicate) -> Tally:
    """Count one kind of claim over the folder's articles.

    What is labelled is right or missed. A fate or a date without a label is wrong; of the other kinds, which are not
    labelled exhaustively, only what the labels rule out is.
    """
    return sum((_judged_article(path, predicate) for path in PAGES), Tally())


def _judged_article(path: Path, predicate: Predicate) -> Tally:
    label = labels(path)
    claims = [claim for claim in reading(path).claims if claim.predicate is predicate]
    wanted = [one for one in (*label["claims"], *label.get("missed", [])) if one["predicate"] == predicate]
    right = sum(any(expects(claim, one) for claim in claims) for one in wanted)
    return Tally(right, len(list(wrong(claims, label))), len(wanted) - right)


def wrong(claims: Iterable[ArticleClaim], label: Expected) -> Iterator[ArticleClaim]:
    """Yield the claims that an article's labels rule out, and the fates and dates that they do not know of."""
    wanted, allowed = (*label["claims"], *label.get("missed", [])), label.get("allowed", [])
    for claim in claims:
        known = any(expects(claim, one) for one in wanted) or any(matches(claim, one) for one in allowed)
        if any(matches(claim, one) for one in label["never"]) or (claim.predicate in FATES | DATES and not known):
            yield claim


def judged_triples(headline: Headline, found: Iterable[tuple[str, str, int | None]]) -> Tally:
    """Count fates that another program finds in a headline, as shows, kinds and seasons, as strictly."""
    claims = [
        ArticleClaim(
            subject=Subject(show, show_id(show, starter())), predicate=Predicate(predicate), span=None, season=season
        )
        for show, predicate, season in found
    ]
    return judged_fates(replace(headline, claims=tuple(claims)))


def confused_in_headline(headline: Headline) -> Counter[tuple[str, str]]:
    """Count fate events as labelled and as found; what may be missed counts where it is found."""
    fields = ("predicate", "season", "modality")
    wanted = [label for label in headline.labels if label["predicate"] in FATES and "event" in _modalities(label)]
    return _confused(
        [c for c in headline.claims if _is_event(c)],
        wanted,
        lambda claim, label: _meets(claim, label, fields),
        lambda claim, label: same_show(claim, widened(label)["subject"], starter()),
    )


def confused_in_article(path: Path) -> Counter[tuple[str, str]]:
    """Count fate events as labelled and as found in an article of the folder; what is allowed may be missed."""
    label = labels(path)
    firm = [one for one in (*label["claims"], *label.get("missed", [])) if one["predicate"] in FATES]
    loose = [one | {"either": True} for one in label.get("allowed", []) if one["predicate"] in FATES]
    return _confused(
        [c for c in reading(path).claims if _is_event(c)],
        [one for one in (*firm, *loose) if "event" in _modalities(one)],
        lambda claim, one: expects(claim, {key: value for key, value in one.items() if key != "either"}),
        lambda claim, one: claim.subject.name == one.get("subject"),
    )


def _confused(
    claims: list[ArticleClaim],
    wanted: list[Expected],
    right: Callable[[ArticleClaim, Expected], bool],
    near: Callable[[ArticleClaim, Expected], bool],
) -> Counter[tuple[str, str]]:
    """Count pairs of the kind that is labelled and the kind that is found.

    A label that no claim meets is confused with what else is found of the same show, or else with nothing; so is a
    claim that no label knows.
    """
    cells: Counter[tuple[str, str]] = Counter()
    left = [claim for claim in claims if not any(right(claim, label) for label in wanted)]
    for label in wanted:
        if any(right(claim, label) for claim in claims):
            cells[label["predicate"], label["predicate"]] += 1
        elif not label.get("either"):
            taken = next((claim for claim in left if near(claim, label)), None)
            if taken is not None:
                left.remove(taken)
            cells[label["predicate"], str(taken.predicate) if taken else NOTHING] += 1
    for claim in left:
        cells[NOTHING, str(claim.predicate)] += 1
    return cells


def _is_event(claim: ArticleClaim) -> bool:
    return claim.predicate in FATES and claim.modality is Modality.EVENT


def _modalities(label: Expected) -> list[str]:
    modality = widened(label).get("modality", "event")
    return modality if isinstance(modality, list) else [modality]
