from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from cliffhanger.domain.dates import PartialDate, parse
from cliffhanger.domain.vocabulary import DATE_PREDICATES, FATES, Commitment, Modality, Predicate
from cliffhanger.reader import interface
from cliffhanger.reader.claims import Subject
from tests.reader.readings import UNITS, claim, reading, readings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cliffhanger.reader.claims import ArticleClaim, Reading

SCHEMA = interface.schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
TEXT = "“Pine Hollow” returns in late July. “We will be back,” Ada Example told The Made-up Gazette."


def wrong(plain: object) -> list[str]:
    """Return what breaks the schema."""
    return [error.message for error in VALIDATOR.iter_errors(plain)]


def one(found: ArticleClaim) -> dict[str, Any]:
    """Return one claim as JSON."""
    plain = json.loads(interface.line(reading(TEXT, found)))
    assert wrong(plain) == []
    claims: list[dict[str, Any]] = plain["claims"]
    return claims[0]


def test_the_schema_is_a_schema_and_its_examples_keep_it() -> None:
    """The authority is held to its own rules."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["examples"]
    for example in SCHEMA["examples"]:
        assert wrong(example) == []


@pytest.mark.parametrize(
    ("definition", "words"),
    [("predicate", interface.PREDICATES), ("modality", Modality), ("commitment", Commitment), ("viewing_unit", UNITS)],
)
def test_the_closed_lists_are_those_of_the_vocabulary(definition: str, words: Iterable[object]) -> None:
    """A word added to the vocabulary must be added to the schema, and no other may."""
    listed = SCHEMA["$defs"][definition]["enum"]
    assert len(listed) == len(set(listed))
    assert set(listed) == {str(word) for word in words}


def test_every_field_is_described() -> None:
    """Nobody has to read the code to use the output."""
    fields = SCHEMA["properties"]
    for name in ("article", "claim", "subject", "span", "details"):
        fields = fields | {f"{name}.{field}": rule for field, rule in SCHEMA["$defs"][name]["properties"].items()}
    for name, rule in fields.items():
        described = rule.get("description") or SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]].get("description")
        assert described, name


def test_every_predicate_of_a_rule_is_one_of_the_readers() -> None:
    """A rule on a misspelt predicate would bind nothing."""
    assert FATES < interface.PREDICATES
    for rule in SCHEMA["$defs"]["claim"]["allOf"]:
        named = rule["if"]["properties"].get("predicate", {})
        assert {*named.get("enum", []), *([named["const"]] if "const" in named else [])} <= interface.PREDICATES


@given(readings())
def test_whatever_is_read_keeps_the_schema_and_stands_on_one_line(found: Reading) -> None:
    """Any reading validates, is one line of UTF-8, and its spans lead to their words."""
    line = interface.line(found)
    assert line.encode().decode() == line
    assert len(line.splitlines()) == 1
    plain = json.loads(line)
    assert wrong(plain) == []
    assert plain == interface.as_json(found)
    for said, made in zip(plain["claims"], found.claims, strict=True):
        if made.span:
            source = found.article.title if said.get("in") == "title" else found.article.text
            assert source[said["span"]["start"] : said["span"]["end"]] == said["span"]["text"]


def test_what_does_not_apply_is_left_out() -> None:
    """Only a show's id and a season are ever null."""
    assert one(claim(Predicate.RENEWED, TEXT, "returns", subject=Subject("Pine Hollow"))) == {
        "subject": {"name": "Pine Hollow", "id": None},
        "predicate": "renewed",
        "season": None,
        "modality": "event",
        "span": {"start": 14, "end": 21, "text": "returns"},
        "confidence": 0.9,
    }
    assert interface.as_json(reading(""))["article"] == {"sha256": "0" * 64}


def test_every_field_has_its_place() -> None:
    """Each attribute of a claim is printed under the name of the contract."""
    found = one(
        claim(
            Predicate.STATEMENT, TEXT, "We will be back,", season=2, value="We will be back,",
            when=parse("by summer 2026"), modality=Modality.PLAN, speaker="Ada Example", role="Mira Stone",
            outlet="The Made-up Gazette", commitment=Commitment.INTENT, platform="Prime Video", reason="love",
            details={"part": 1, "parts": 2}, confidence=0.8449,
        )
    )  # fmt: skip
    assert found == {
        "subject": {"name": "Pine Hollow", "id": "imdb:tt1"},
        "predicate": "statement",
        "season": 2,
        "value": "We will be back,",
        "valid_from": "2026-06-01",
        "valid_to": "2026-08-31",
        "wording": "by summer 2026",
        "open_start": True,
        "modality": "plan",
        "speaker": "Ada Example",
        "role": "Mira Stone",
        "outlet": "The Made-up Gazette",
        "commitment": "intent",
        "platform": "Prime Video",
        "reason": "love",
        "span": {"start": 37, "end": 53, "text": "We will be back,"},
        "confidence": 0.84,
        "details": {"part": 1, "parts": 2},
    }
    assert set(found) | {"unit", "open_end", "in"} == set(SCHEMA["$defs"]["claim"]["properties"])


@pytest.mark.parametrize("predicate", sorted(DATE_PREDICATES & interface.PREDICATES))
def test_a_dates_value_is_its_interval(predicate: Predicate) -> None:
    """A date predicate needs no value of its own."""
    found = one(claim(predicate, TEXT, "late July", when=parse("late July 2025")))
    assert found["value"] == "2025-07-21/2025-07-31"
    assert (found["valid_from"], found["valid_to"]) == ("2025-07-21", "2025-07-31")


def test_an_open_end_is_said_and_a_closed_one_is_not() -> None:
    """False is left out, as all that does not apply."""
    day = date(2025, 9, 1)
    found = one(claim(Predicate.FILMING_START, TEXT, "returns", when=PartialDate(day, day, open_end=True)))
    assert found["open_end"] is True
    assert "open_start" not in found
    assert "wording" not in found


def test_embedded_data_has_no_span_and_a_title_says_that_it_is_one() -> None:
    """A reader of the output knows what the offsets count."""
    found = one(claim(Predicate.GENRE, value="Mystery"))
    assert found["in"] == "schema.org"
    assert "span" not in found
    titled = claim(Predicate.RENEWED, "Pine Hollow renewed", "renewed", in_title=True)
    assert one(titled)["in"] == "title"
    assert "in" not in one(claim(Predicate.RENEWED, TEXT, "returns"))


def test_whole_numbers_have_no_point_and_zero_stays() -> None:
    """A score of zero is a score."""
    found = one(claim(Predicate.SCORE, TEXT, "back", value=0.0, unit="metascore", details={"scale": 100.0}))
    assert '"value": 0,' in interface.dumps(found)
    assert '"scale": 100}' in interface.dumps(found)
    assert one(claim(Predicate.SCORE, TEXT, "back", value=7.4, unit="imdb"))["value"] == 7.4


def test_a_detail_without_a_value_is_left_out() -> None:
    """Details are left out as fields are."""
    assert "details" not in one(claim(Predicate.FOLLOWS, TEXT, "back", value="Bosch", details={"value_id": None}))


def test_the_article_is_described_and_its_text_given_only_from_a_page() -> None:
    """Who gave the text has it already."""
    article = {
        "title": "A title", "publisher": "The Made-up Gazette", "authors": ("Bo Writer",),
        "published": date(2025, 7, 30), "url": "https://example.org/", "language": "en",
    }  # fmt: skip
    assert interface.as_json(reading(TEXT, **article))["article"] == article | {
        "authors": ["Bo Writer"], "published": "2025-07-30", "sha256": "0" * 64,
    }  # fmt: skip
    assert interface.as_json(reading(TEXT, from_page=True))["article"] == {"sha256": "0" * 64, "text": TEXT}
    assert interface.as_json(reading("", from_page=True))["article"] == {"sha256": "0" * 64, "text": ""}


def test_a_value_that_is_no_number_is_refused() -> None:
    """JSON has no word for it."""
    with pytest.raises(ValueError, match="JSON"):
        interface.line(reading(TEXT, claim(Predicate.SCORE, TEXT, "back", value=float("nan"), unit="imdb")))


FATE = {"predicate": "renewed", "span": {"start": 0, "end": 1, "text": "x"}}
SCORE = {"predicate": "score", "unit": "tomatometer", "value": 78, "span": FATE["span"]}
DATED = {
    "predicate": "premiere_date", "value": "2025-07-09", "valid_from": "2025-07-09", "valid_to": "2025-07-09",
    "span": FATE["span"],
}  # fmt: skip
STATEMENT = {"predicate": "statement", "value": "x", "span": FATE["span"]}
COUNT = {"predicate": "episode_count", "value": 10, "span": FATE["span"]}
CHART = {"predicate": "chart_rank", "value": 1, "unit": "Netflix", "span": FATE["span"]}
VIEWING = {"predicate": "viewing", "value": 7_800_000, "unit": "views", "span": FATE["span"]}


def whole(said: dict[str, Any]) -> dict[str, Any]:
    """Return an object with one claim that has what every claim must have."""
    base = {"subject": {"name": "Pine Hollow", "id": None}, "season": None, "modality": "event", "confidence": 0.9}
    return {"article": {"sha256": "0" * 64}, "claims": [base | said]}


@pytest.mark.parametrize(
    "said",
    [
        FATE,
        FATE | {"predicate": "cancelled", "details": {"unrenewed": True}},
        SCORE,
        SCORE | {"unit": "cinemascore", "value": "A-"},
        DATED,
        STATEMENT,
        STATEMENT | {"details": {"quotes_others": True}},
        COUNT,
        CHART,
        VIEWING,
    ],
)
def test_these_keep_the_schema(said: dict[str, Any]) -> None:
    """What the next test breaks is whole before."""
    assert wrong(whole(said)) == []


@pytest.mark.parametrize(
    "said",
    [
        FATE | {"value": True},
        FATE | {"season": 0},
        FATE | {"season": "2"},
        FATE | {"predicate": "title"},
        FATE | {"modality": "maybe"},
        FATE | {"commitment": "hope"},
        FATE | {"unit": "views"},
        FATE | {"details": {"scale": 100}},
        FATE | {"details": {"unrenewed": True}},
        FATE | {"platform": ""},
        FATE | {"mood": "good"},
        FATE | {"confidence": 1.1},
        FATE | {"in": "schema.org"},
        FATE | {"in": "text"},
        FATE | {"wording": "soon"},
        FATE | {"open_end": False},
        FATE | {"valid_from": "2025-07-09"},
        FATE | {"valid_from": "2025-02-30", "valid_to": "2025-02-30"},
        FATE | {"span": {"start": -1, "end": 1, "text": "x"}},
        FATE | {"span": {"start": 0, "end": 1, "text": ""}},
        FATE | {"span": {"start": 0, "end": 1}},
        {"predicate": "renewed"},
        SCORE | {"value": 101},
        SCORE | {"value": "78 %"},
        SCORE | {"unit": "imdb"},
        SCORE | {"unit": "cinemascore"},
        SCORE | {"details": {"streak": 2}},
        SCORE | {"details": {}},
        {key: value for key, value in SCORE.items() if key != "unit"},
        DATED | {"value": "July 9"},
        {key: value for key, value in DATED.items() if not key.startswith("valid")},
        {"predicate": "statement", "value": "x", "in": "schema.org"},
        STATEMENT | {"value": ""},
        STATEMENT | {"details": {"part": 1}},
        COUNT | {"value": 0},
        COUNT | {"value": 9.5},
        COUNT | {"value": "ten"},
        CHART | {"value": 0},
        CHART | {"details": {"streak": 2}},
        VIEWING | {"unit": "people"},
        VIEWING | {"value": "7.8 million"},
        COUNT | {"predicate": "ends_on_cliffhanger", "value": False},
        COUNT | {"predicate": "genre", "value": 3},
    ],
)
def test_these_break_the_schema(said: dict[str, Any]) -> None:
    """Each rule of the schema refuses something."""
    assert wrong(whole(said)) != []
