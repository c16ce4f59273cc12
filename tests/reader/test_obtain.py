"""Bytes become an article, or are refused with a line that a person understands."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError, CliffhangerError
from cliffhanger.reader import obtain

PROSE = "Netflix renewed the series \u2013 “You” \u2014 for a café of a season."


def reason(content: bytes, content_type: str = "") -> str:
    """Return why bytes are refused."""
    with pytest.raises(BadFileError) as caught:
        obtain.article(content, name="input", content_type=content_type)
    assert str(caught.value).startswith("input: ")
    assert "\n" not in str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is blank"),
        (b"\xef\xbb\xbf\n", "is blank"),
        ("\u200f\u200b".encode(), "holds no words"),
        (b"%PDF-1.7\n1 0 obj", "is a PDF; save it as text first"),
        (b"\n%PDF-1.7", "is a PDF"),
        (b"PK\x03\x04\x14\x00", "zip archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (b"GIF89a\x01\x00", "image"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image"),
        (b"\x00\x00\x00\x18ftypmp42", "film"),
        (b"\x1f\x8b\x08\x00abc", "gzip"),
        (b"{\\rtf1\\ansi Bosch}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1abc", "Office"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
        (b"ab\x01\x02\x03\x04\x05cd", "binary"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_no_article_is_refused_by_what_it_is(content: bytes, words: str) -> None:
    """Each kind of file has its own line."""
    assert words in reason(content)


@pytest.mark.parametrize("content_type", ["image/png", "application/pdf", "application/json; charset=utf-8"])
def test_a_content_type_that_is_no_article_is_refused(content_type: str) -> None:
    """What a server calls an image is one."""
    assert content_type.partition(";")[0] in reason(b"Bosch returns.", content_type)


def test_what_is_too_long_is_refused() -> None:
    """Text and pages have a limit each."""
    assert reason(b"a " * (obtain.MAX_TEXT // 2 + 1)) == "has more than 1 MB; no article has"
    assert reason(b"<!doctype html>" + b"a" * obtain.MAX_PAGE) == "has more than 20 MB; no article has"


def test_text_of_the_longest_size_is_kept() -> None:
    """The limit itself is allowed."""
    assert len(obtain.article(b"a" * obtain.MAX_TEXT).text) == obtain.MAX_TEXT


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (PROSE.encode(), ""),
        (PROSE.encode("utf-8-sig"), ""),
        (PROSE.encode("utf-16"), ""),
        (b"\xfe\xff" + PROSE.encode("utf-16-be"), ""),
        (PROSE.encode("utf-16-le"), ""),
        (PROSE.encode("utf-16-be"), "text/plain; charset=utf-16be"),
        (PROSE.encode("utf-32"), ""),
        (PROSE.encode("cp1252"), ""),
        (PROSE.encode("cp1252"), "text/plain; charset=iso-8859-1"),
        (PROSE.encode(), "text/plain; charset=iso-8859-1"),
        (PROSE.encode(), 'text/plain; charset="utf-8"'),
        (PROSE.encode(), "text/plain; charset=punycode"),
        (PROSE.encode(), "text/plain; charset=no-such-thing"),
        (PROSE.encode("cp1252"), "text/plain; charset=utf-8"),
        (PROSE.encode("mac-roman"), "text/plain; charset=macintosh"),
    ],
)
def test_text_is_decoded(content: bytes, content_type: str) -> None:
    """Marks, UTF-8, what is declared (and what is declared wrongly), and windows-1252."""
    assert obtain.article(content, content_type=content_type).text == PROSE


def test_a_declared_charset_is_believed() -> None:
    """Japanese in ISO-2022-JP is ASCII to one who does not look at what was declared."""
    text = "ネットフリックスの新作"
    assert obtain.article(text.encode("iso2022_jp"), content_type="text/plain; charset=ISO-2022-JP").text == text
    assert obtain.article(text.encode("shift_jis"), content_type="text/plain; charset=Shift_JIS").text == text


def test_undeclared_text_of_another_script_is_guessed() -> None:
    """Cyrillic in windows-1251 is not read as accented Latin."""
    text = "Телеканал продлил сериал на второй сезон, сообщила пресс-служба. Съёмки начнутся осенью в Москве. " * 4
    assert obtain.article(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    "text",
    [
        "One.\r\nTwo.\r\n\r\nThree.",
        "One\rTwo",
        "One\u2028Two\u2029Three\x85Four\x0bFive",
        " Leading and trailing \n",
        "An “unclosed quote",
        "Right\u200f to \u202eleft\u202c and \u05d1\u05d5\u05e9",
        "One NUL\x00 in a text",
        "\U0001f600 Bosch",
        "e\u0301 is not composed",
        "a < b and <p> is a tag, says the text",
    ],
)
def test_plain_text_is_kept_character_for_character(text: str) -> None:
    """Neither line ends nor blanks nor marks are changed."""
    article = obtain.article(text.encode())
    assert article.text == text
    assert not article.from_page


def test_the_hash_is_of_the_bytes() -> None:
    """A byte order mark is no character of the text, and is hashed."""
    content = b"\xef\xbb\xbfBosch"
    article = obtain.article(content)
    assert article.text == "Bosch"
    assert article.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Netflix Renews 'You'\n\nThe show returns.", "Netflix Renews 'You'"),
        ("\n  Is Bosch over?  \nYes.", "Is Bosch over?"),
        ("Netflix renewed You.", "Netflix renewed You."),
        ("Netflix renewed You\n", "Netflix renewed You"),
        ("It returns.\nYes.", ""),
        ("He said “it returns.”\nYes.", ""),
        ("word " * 60 + "\nSecond", ""),
        ("word " * 60, ""),
    ],
)
def test_a_plain_texts_title(text: str, title: str) -> None:
    """A headline is the only line, or a short one that is no sentence; it stays in the text."""
    article = obtain.article(text.encode())
    assert article.title == title
    assert article.text == text


def test_what_the_caller_knows_wins() -> None:
    """The title, the day and the address given are the article's."""
    page = b"<html><head><title>Other</title><link rel=canonical href='https://a.test/x'></head><body><p>Bosch ends."
    for content in (b"Bosch Ends\n\nIt does.", page):
        article = obtain.article(content, url="https://b.test/y", title="Given", published=date(2025, 7, 30))
        assert (article.title, article.url, article.published) == ("Given", "https://b.test/y", date(2025, 7, 30))


def test_a_title_without_an_end_is_cut_off() -> None:
    """The text is no shorter for it."""
    page = b"<html><head><title>" + b"Bosch ends " * 1_000 + b"</title></head><body><p>Bosch ends."
    assert len(obtain.article(page).title) <= obtain.LONGEST_TITLE
    assert len(obtain.article(b"Bosch ends.", title="Bosch ends " * 1_000).title) <= obtain.LONGEST_TITLE


@pytest.mark.parametrize(
    ("content", "content_type", "page"),
    [
        (b"<!DOCTYPE html><p>x", "", True),
        (b"  <!-- made-up --> <HTML lang=en><p>x", "", True),
        (b"<?xml version='1.0'?><html xmlns='x'><body/></html>", "", True),
        (b"<p>Bosch</p>", "", True),
        (b"Bosch <b>ends</b>", "text/html; charset=utf-8", True),
        (b"<!doctype html><p>x", "text/plain", True),
        ("<!doctype html><p>x".encode("utf-16"), "", True),
        (b"<p>Bosch</p>", "text/plain", False),
        (b"<Bosch> said the script </end>", "", False),
        (b"<p> is a tag", "", False),
        (b"I <3 Bosch", "", False),
    ],
)
def test_pages_and_texts_are_told_apart(content: bytes, content_type: str, *, page: bool) -> None:
    """By their type, by their doctype, or by the tags that they begin with and close."""
    assert obtain.is_page(content, content_type.partition(";")[0]) is page


def test_half_characters_are_replaced_one_for_one() -> None:
    """A lone surrogate, which JSON can carry, keeps its place and can be written out."""
    article = obtain.article_of_text("Bosch \ud83d ends", title="\udc00 title")
    assert article.text == "Bosch \ufffd ends"
    assert article.title == "\ufffd title"
    assert obtain.article_of_text("<p>Bosch</p>").text == "<p>Bosch</p>"


@given(st.binary(max_size=400), st.sampled_from(["", "text/plain", "text/html", "text/html; charset=gbk"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_an_article_or_are_refused(content: bytes, content_type: str) -> None:
    """Nothing but the project's own errors leaves; what is kept can be written as UTF-8."""
    try:
        article = obtain.article(content, content_type=content_type)
    except CliffhangerError:
        pass
    else:
        assert (article.text + article.title).encode()
        assert article.sha256 == hashlib.sha256(content).hexdigest()


@given(st.text(min_size=1, max_size=200).filter(lambda text: any(one.isalnum() for one in text)))
@settings(max_examples=200, deadline=None)
def test_any_text_survives(text: str) -> None:
    """What is text, and not full of control characters, is kept as it is."""
    if any(ord(one) < 32 or one == "\x7f" for one in text) or obtain.is_page(text.encode(), "text/plain"):
        return
    assert obtain.article(text.encode(), content_type="text/plain; charset=utf-8").text == text.removeprefix("\ufeff")
