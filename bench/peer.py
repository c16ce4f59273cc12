"""Fates of shows by the rule matcher of spaCy, the peer that the reader is measured beside.

It runs in an environment of its own, and imports nothing of the project. What it gets is one line of JSON on standard
input, {"texts": [...], "shows": [...]}. It answers with {"ready": seconds}; then, for each further line, it reads all
texts once and answers with {"seconds": of one core, "found": [[[show, predicate, season], ...], ...]}.

The rules are what one writes with the matcher in an afternoon: show names as phrases in any case, of a single word only
in quotation marks; fate verbs; seasons as "season 3", "third season", "S3", "after three seasons". In each sentence a
fate goes to the nearest show and the nearest season, unless a negation stands shortly before it.
"""

from __future__ import annotations

import json
import sys
import time

import spacy
from spacy.matcher import Matcher, PhraseMatcher

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NEGATIONS = frozenset(
    {"not", "n't", "n\u2019t", "never", "yet", "if", "whether", "without", "could", "would", "may", "might"}
)
QUOTES = frozenset("'\"\u2018\u2019\u201c\u201d")
REACH = 4
"""Tokens before a fate verb in which a negation counts."""

FATES = {
    "renewed": [
        [{"LOWER": {"IN": ["renewed", "renews", "renewing", "renewal"]}}],
        [{"LOWER": {"IN": ["picked", "picks"]}}, {"LOWER": "up"}],
        [
            {"LOWER": {"IN": ["gets", "confirmed", "greenlit", "lands"]}},
            {"LOWER": "for", "OP": "?"},
            {"LOWER": "season"},
        ],
    ],
    "cancelled": [
        [{"LOWER": {"IN": ["cancelled", "canceled", "cancels", "axed", "axes", "scrapped", "nixed"]}}],
        [{"LOWER": {"IN": ["pulls", "pulled"]}}, {"LOWER": "the"}, {"LOWER": "plug"}],
    ],
    "ending": [
        [{"LOWER": {"IN": ["final", "last"]}}, {"LOWER": "season"}],
        [{"LOWER": {"IN": ["ending", "end", "ends"]}}, {"LOWER": {"IN": ["with", "after"]}}],
    ],
    "ordered": [
        [{"LOWER": "series"}, {"LOWER": "greenlit"}],
        [{"LOWER": {"IN": ["orders", "ordered"]}}],
        [{"LOWER": "series"}, {"LOWER": "order"}],
    ],
    "rescued": [[{"LOWER": {"IN": ["rescued", "rescues", "saved", "saves", "revived", "revives"]}}]],
}
SEASONS = [
    [{"LOWER": {"IN": ["season", "seasons", "series"]}}, {"IS_DIGIT": True}],
    [{"LOWER": "after"}, {"IS_DIGIT": True}, {"LOWER": "seasons"}],
    [{"LOWER": {"IN": ["season", "series"]}}, {"LOWER": {"IN": list(NUMBERS)}}],
    [
        {"LOWER": {"IN": list(ORDINALS)}},
        {"LOWER": "and", "OP": "?"},
        {"LOWER": "final", "OP": "?"},
        {"LOWER": "season"},
    ],
    [{"LOWER": {"REGEX": r"^s\d{1,2}$"}}],
    [{"LOWER": "after"}, {"LOWER": {"IN": list(NUMBERS)}}, {"LOWER": "seasons"}],
]


class Peer:
    """A blank English pipeline with rules for shows, seasons and fates; no trained model."""

    def __init__(self, shows: list[str]) -> None:
        """Make the rules."""
        self.pipeline = spacy.blank("en")
        self.pipeline.add_pipe("sentencizer")
        self.shows = PhraseMatcher(self.pipeline.vocab, attr="LOWER")
        curly = [show.replace("'", "\u2019") for show in shows if "'" in show]
        self.shows.add("show", list(self.pipeline.tokenizer.pipe([*shows, *curly])))
        self.rules = Matcher(self.pipeline.vocab)
        for name, patterns in FATES.items():
            self.rules.add(name, patterns)
        self.rules.add("season", SEASONS)

    def read(self, texts: list[str]) -> list[list[tuple[str, str, int | None]]]:
        """Return the fates in each text: show, predicate, season."""
        return [self._fates(doc) for doc in self.pipeline.pipe(texts)]

    def _fates(self, doc: spacy.tokens.Doc) -> list[tuple[str, str, int | None]]:
        found = []
        for sentence in doc.sents:
            rules = self.rules(sentence, as_spans=True)
            fates = [span for span in rules if span.label_ != "season"]
            if not fates:
                continue
            seasons = [span for span in rules if span.label_ == "season"]
            shows = [show for show in spacy.util.filter_spans(self.shows(sentence, as_spans=True)) if _is_named(show)]
            for fate in fates:
                before = doc[max(sentence.start, fate.start - REACH) : fate.start]
                if not shows or any(token.lower_ in NEGATIONS for token in before):
                    continue
                season = _number(_nearest(fate, seasons)) if seasons else None
                found.append((_nearest(fate, shows).text, fate.label_, season))
        return list(dict.fromkeys(found))


def _is_named(show: spacy.tokens.Span) -> bool:
    beside = (show.doc[max(0, show.start - 1)].text, show.doc[min(show.end, len(show.doc) - 1)].text)
    return len(show) > 1 or any(text in QUOTES for text in beside)


def _nearest(fate: spacy.tokens.Span, others: list[spacy.tokens.Span]) -> spacy.tokens.Span:
    return min(others, key=lambda span: min(abs(span.start - fate.end), abs(span.end - fate.start)))


def _number(season: spacy.tokens.Span) -> int | None:
    for token in season:
        word = token.lower_.removeprefix("s")
        if word.isdigit():
            return int(word)
        for words in (ORDINALS, NUMBERS):
            if token.lower_ in words:
                return words.index(token.lower_) + 1
    return None


def main() -> None:
    """Make the rules, then read all texts as often as is asked."""
    given = json.loads(sys.stdin.readline())
    started = time.perf_counter()
    peer = Peer(given["shows"])
    _answer({"ready": time.perf_counter() - started, "version": spacy.__version__})
    for _ in sys.stdin:
        started = time.process_time()
        found = peer.read(given["texts"])
        _answer({"seconds": time.process_time() - started, "found": found})


def _answer(said: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
