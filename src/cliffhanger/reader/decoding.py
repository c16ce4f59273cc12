"""Bytes to text: which encoding they are in, and what is no text at all.

The order is that of the WHATWG's encoding standard where it helps and of what
servers do where it does not: a byte order mark, then UTF-8 wherever the bytes
are valid UTF-8 (no other text of any length is, by accident), then the charset
that was declared, then a guess. Declared Latin-1 is read as windows-1252, as
every browser does.
"""

from __future__ import annotations

import codecs
import re

from cliffhanger.domain.errors import BadFileError

# What is guessed from; a guess over more is no better and takes time.
SAMPLE = 65_536
# Of the start of a page, where a charset may be declared; WHATWG looks at 1024, some pages declare later.
HEAD = 4_096

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Python's names of the encodings that the web uses. Its other codecs (punycode, unicode_escape) are not for articles.
_KNOWN = frozenset(
    {
        "utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255",
        "cp1256", "cp1257", "cp1258", "cp874", "cp866", "iso8859-2", "iso8859-3", "iso8859-4", "iso8859-5",
        "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-10", "iso8859-13", "iso8859-14", "iso8859-15", "iso8859-16",
        "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gbk", "gb18030", "gb2312", "big5", "big5hkscs", "euc_jp",
        "shift_jis", "cp932", "iso2022_jp", "euc_kr", "cp949",
    }
)  # fmt: skip
_AS_WINDOWS = frozenset({"ascii", "iso8859-1"})
_WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be"})
# Characters of UTF-16 from which its pattern of zeros is told.
_LEAST_PAIRS = 2
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_SIGNATURES = (
    (b"%PDF-", "is a PDF; save it as text first"),
    (b"PK\x03\x04", "is a zip archive (Word, EPUB and OpenDocument files are such); save it as text first"),
    (b"PK\x05\x06", "is an empty zip archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office document; save it as text first"),
    (b"{\\rtf", "is an RTF document; save it as text first"),
    (b"%!PS", "is a PostScript document; save it as text first"),
    (b"\x89PNG\r\n", "is an image (PNG), not text"),
    (b"\xff\xd8\xff", "is an image (JPEG), not text"),
    (b"GIF87a", "is an image (GIF), not text"),
    (b"GIF89a", "is an image (GIF), not text"),
    (b"II*\x00", "is an image (TIFF), not text"),
    (b"MM\x00*", "is an image (TIFF), not text"),
    (b"\x1f\x8b\x08", "is compressed (gzip); unpack it first"),
    (b"BZh", "is compressed (bzip2); unpack it first"),
    (b"\xfd7zXZ\x00", "is compressed (xz); unpack it first"),
    (b"\x28\xb5\x2f\xfd", "is compressed (zstd); unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive (7z); unpack it first"),
    (b"Rar!\x1a\x07", "is an archive (RAR); unpack it first"),
    (b"SQLite format 3\x00", "is an SQLite database, not text"),
    (b"PAR1", "is a Parquet file, not text"),
    (b"\x7fELF", "is a program, not text"),
    (b"OggS\x00", "is sound or film, not text"),
    (b"ID3\x03", "is sound, not text"),
    (b"ID3\x04", "is sound, not text"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# One control character in so many is a slip of an editor; more is no text.
_CHARACTERS_A_CONTROL = 100
_WESTERN = re.compile(
    "[^\x00-\x7f\u00a0\u00a3\u00a9\u00ab\u00ad\u00ae\u00b0\u00b7\u00bb-\u00d6\u00d8-\u00f6"
    "\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122]"
)
_FOREIGN = re.compile("[^\x00-\x7f]")
# Text of western languages is ASCII but for its accents and its quotation marks.
_ASCII_A_FOREIGN = 8


def decoded(content: bytes, *, name: str, declared: str = "", page: bool = False) -> str:
    """Return the text that bytes are, without a byte order mark.

    Args:
        content: the bytes.
        name: what they are called, for the error.
        declared: the content type they came with ("text/html; charset=utf-8"), or empty.
        page: whether they are HTML, which may declare a charset itself.

    Raises:
        BadFileError: where they are no text, or in no encoding that can be told.
    """
    refuse_binary(content, name=name)
    text = _marked(content, name)
    if text is None:
        text = _decoded(content, name, declared, page=page)
    controls = len(_CONTROL.findall(text[:SAMPLE]))
    if controls > 1 + min(len(text), SAMPLE) // _CHARACTERS_A_CONTROL:
        raise BadFileError(name=name, reason="is binary, not text")
    return text


def refuse_binary(content: bytes, *, name: str) -> None:
    """Refuse what its first bytes show to be no text, by what it is.

    Raises:
        BadFileError: for documents, images, archives, films and programs.
    """
    start = content[:64].lstrip(b"\t\n\r ")
    for signature, reason in _SIGNATURES:
        if start.startswith(signature):
            raise BadFileError(name=name, reason=reason)
    if content[:4] == b"RIFF" and content[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        raise BadFileError(name=name, reason="is an image, sound or film, not text")
    if content[4:8] == b"ftyp":
        raise BadFileError(name=name, reason="is an image or a film, not text")


def _marked(content: bytes, name: str) -> str | None:
    """Decode what begins with a byte order mark."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _strictly(content[len(mark) :], encoding)
            if text is None:
                raise BadFileError(name=name, reason=f"is marked as {encoding.upper()}, and is not that")
            return text
    return None


def _decoded(content: bytes, name: str, declared: str, *, page: bool) -> str:
    encodings = _declared(content, declared, page=page)
    for encoding in encodings:
        # Wide and shifting encodings can be valid UTF-8 too, as ASCII; they are believed first.
        if encoding in _WIDE or encoding == "iso2022_jp":
            text = _strictly(content, encoding)
            if text is not None:
                return text.removeprefix("\ufeff")
    wide = _wide(content)
    for encoding in ([wide] if wide else []) + ["utf-8", *encodings]:
        text = _strictly(content, encoding)
        if text is not None:
            return text
    guess = _guess(content)
    if guess is None:
        if b"\0" in content:
            raise BadFileError(name=name, reason="is binary, not text")
        raise BadFileError(name=name, reason="is no text in any encoding that can be told; save it as UTF-8")
    return guess


def _declared(content: bytes, declared: str, *, page: bool) -> list[str]:
    labels = [match.group(1)] if (match := _CHARSET.search(declared)) else []
    if page:
        for pattern in (_META, _XML):
            if found := pattern.search(content, 0, HEAD):
                label = _name(found.group(1).decode("ascii"))
                # What can be read as ASCII to find it is not wide.
                labels += ["utf-8" if label in _WIDE else label]
    return [encoding for encoding in map(_name, labels) if encoding]


def _name(label: str) -> str:
    """Return Python's name of an encoding that the web uses, or empty."""
    try:
        encoding = codecs.lookup(label).name if label else ""
    except (LookupError, ValueError):
        return ""
    return "cp1252" if encoding in _AS_WINDOWS else encoding if encoding in _KNOWN else ""


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _wide(content: bytes) -> str:
    """Return the UTF-16 that bytes without a mark look like: nearly every second one is zero."""
    sample = content[:512]
    half = len(sample) // 2
    if half < _LEAST_PAIRS:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.8 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.8 and odd < half * 0.1 else ""


def _guess(content: bytes) -> str | None:
    """Guess: windows-1252 where it gives western text, else what charset_normalizer takes it for."""
    western = _strictly(content, "cp1252")
    if western is not None:
        sample = western[:SAMPLE]
        foreign = len(_FOREIGN.findall(sample))
        if foreign * _ASCII_A_FOREIGN <= len(sample) + _ASCII_A_FOREIGN and not _WESTERN.search(sample):
            return western
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only what is not UTF-8 needs it

    best = from_bytes(content[:SAMPLE]).best()
    found = _strictly(content, best.encoding) if best is not None and _name(best.encoding) else None
    return found if found is not None else western
