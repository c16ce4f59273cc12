"""A coverage-guided fuzzer of the way from bytes to marked sentences.

    python tests/fuzz/fuzz_reader.py -max_total_time=60

It needs atheris, and takes libFuzzer's options and corpus folders. The laws
that it holds the reader to:

- only the project's own errors leave ``obtain.article``;
- quoted stretches and sentences lie in the text, in order, and do not overlap;
- each mention is one character of its sentence, and leads back to its own words;
- any stretch of a marked sentence is verbatim the text at its span.
"""

from __future__ import annotations

import sys
from datetime import date

import atheris

with atheris.instrument_imports(include=["cliffhanger.reader", "cliffhanger.domain"]):
    from cliffhanger.domain.errors import CliffhangerError
    from cliffhanger.reader import document, obtain, quotes
    from cliffhanger.reader import page as _  # noqa: F401 - loaded late by obtain; here so that it is instrumented
    from cliffhanger.reader.names import Name, Names

# Longest text that is marked; what is beyond shows nothing new and takes time.
LONGEST = 4_000

KINDS = (
    "", "text/plain", "text/plain; charset=utf-8", "text/html", "text/html; charset=utf-8", "text/html; charset=gbk",
)  # fmt: skip
NAMES = Names(
    [
        Name("imdb:tt3502248", "Bosch", "Bosch", 2014),
        Name("imdb:tt26676904", "Ballard", "Ballard", 2025),
        Name("imdb:tt7335184", "You", "You", 2018),
        Name("imdb:tt11691774", "Only Murders in the Building", "Only Murders in the Building", 2021),
        Name("imdb:tt9612516", "What If...?", "What If...?", 2021),
        Name("imdb:tt1520211", "The Walking Dead", "The Walking Dead", 2010),
        Name("imdb:tt7587890", "The Rookie", "The Rookie", 2018),
    ]
)


def holds(condition: object, law: str) -> None:
    """Stop with a law that is broken; an assertion would be gone under ``python -O``."""
    if not condition:
        raise RuntimeError(law)


def check_quotes(text: str) -> None:
    """Quoted stretches lie in the text, in order, one behind the other, and so do those inside them."""
    end = 0
    for quoted in quotes.find(text):
        holds(end <= quoted.start < quoted.inner_start <= quoted.inner_end, "quotes are in order")
        holds(quoted.inner_end <= quoted.end <= len(text), "quotes are in the text")
        end = quoted.end
        for inner in quotes.inside(text, quoted):
            holds(quoted.inner_start <= inner.start <= inner.end <= quoted.inner_end, "an inner quote is inside")


def check_document(text: str, published: date | None) -> None:
    """Sentences and mentions lie in the text and lead back to it."""
    marked = document.make(text, NAMES, published)
    end = 0
    for index, sentence in enumerate(marked.sentences):
        holds(sentence.index == index, "sentences are numbered")
        holds(end <= sentence.start < sentence.end <= len(text), "sentences are in order")
        end = sentence.end
        length = len(sentence.marked)
        holds(len(sentence.mentions) == len(sentence.places), "each mention has a place")
        whole = sentence.span(0, length)
        holds(whole == sentence.whole(), "the whole marked sentence is the whole sentence")
        before = sentence.start
        for place, mention in zip(sentence.places, sentence.mentions, strict=True):
            holds(before <= mention.start <= mention.end <= sentence.end, "mentions are in order")
            before = mention.end
            holds(sentence.marked[place] == mention.mark, "a mention is one character")
            holds(sentence.at(place) is mention, "a place gives its mention")
            span = sentence.span(place, place + 1)
            holds(span.text == text[mention.start : mention.end].strip(), "a mention leads back to its words")
        for start in range(0, length, 7):
            span = sentence.span(start, min(length, start + 11))
            holds(text[span.start : span.end] == span.text, "a span is verbatim")
            holds(sentence.start <= span.start <= span.end <= sentence.end, "a span is in its sentence")


def one_input(data: bytes) -> None:
    """Read one input: the first two bytes choose its content type and whether a day of publication is known."""
    kind = KINDS[data[0] % len(KINDS)] if data else ""
    published = date(2025, 7, 30) if data[1:2] > b"\x7f" else None
    try:
        article = obtain.article(data[2:], content_type=kind, published=published)
    except CliffhangerError as error:
        holds(str(error), "an error says what is wrong")
        return
    holds((article.text + article.title).encode(), "an article can be written out")
    text = article.text[:LONGEST]
    check_quotes(text)
    check_document(text, article.published)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
