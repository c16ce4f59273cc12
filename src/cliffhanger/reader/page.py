"""HTML to an article: what a page says of itself, and the text of its article.

Nothing is fetched, no DTD or entity is loaded, no script is run. A page is
bounded before it is parsed (its tags, and the attributes of one tag), because
the parser's time grows with the square of the latter; libxml2 itself bounds the
depth of nesting and the length of one text.

What a page says of itself is taken where it says it most plainly: its JSON-LD,
then its meta tags, then what it shows. The day of publication is never guessed
from the prose, where it would be the day of something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import BadFileError
from cliffhanger.reader import jsonld, page_text, structured
from cliffhanger.reader.claims import Article
from cliffhanger.reader.jsonld import LONGEST_TEXT, each, name_of, text_of, types

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cliffhanger.reader.jsonld import Graph, Node

# An element of lxml, which has no annotations.
Element = Any

# Tags of a page, attributes of one tag, and attributes of all the long tags.
MAX_TAGS = 30_000
MAX_ATTRIBUTES = 300
MAX_ATTRIBUTES_IN_ALL = 60_000
# Characters of a tag whose attributes are counted; shorter ones cannot have many.
_LONG_TAG = 200
# Characters of an article; books are longer.
MAX_ARTICLE = 1_000_000

MAX_AUTHORS = 20
# The web is younger, and so is every article on it.
EARLIEST = date(1995, 1, 1)
# htmldate asks the clock where it is given no last day; no article is dated behind this one.
_LATEST = date(2099, 12, 31)

_ARTICLES = frozenset(
    {"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "ReviewNewsArticle", "AnalysisNewsArticle",
     "OpinionNewsArticle", "LiveBlogPosting", "Review", "CriticReview", "Report"}
)  # fmt: skip
_PAGES = frozenset({"WebPage", "ItemPage", "CollectionPage"})
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher")
_AUTHOR_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate",
    "publishdate", "publish_date", "publish-date", "published_at", "date",
)  # fmt: skip
# Markup is passed over as the parser does, so that what is in quotation marks or in a script is no tag.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|textarea|title|xmp|iframe|noembed|noframes)\b.*?(?:</\1|\Z)"
    r"|<[A-Za-z](?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+",
    re.DOTALL | re.IGNORECASE,
)
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"']*+)")
_ATTRIBUTE = re.compile(r"[^\s/]+")
_INVALID = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY = re.compile(r"\s*([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])")
_PUBLISHED = re.compile(r"publish|pubdate|posted|entry-date|post-date|dateline", re.IGNORECASE)
_NOT_PUBLISHED = re.compile(r"modif|updat|copyright|expire|event|release", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]{1,20})?")
_BY = re.compile(r"(?:by|written by|posted by)\s+", re.IGNORECASE)
_BYLINE = re.compile(r"(?<![a-z])(?:byline|author(?:-name|s)?)(?![a-z])", re.IGNORECASE)
_LONGEST_BYLINE = 120
_BEHIND_NAME = re.compile(r"\s*(?:[|\u00b7\u2022\u2013\u2014]|\d|\b(?:Published|Posted|Updated|on)\b)")
_AND = re.compile(r"\s*(?:,(?!\s*(?:Jr|Sr|II|III|MD)\b)|;|&|\band\b)\s*")
_SITE_MARK = re.compile(r"\s+(?:[|\u2013\u2014\u00b7\u2022\u00bb-]|::)\s+")
_BAR = re.compile(r"\s+[|\u00bb]\s+")
_LONGEST_SITE = 40
_LEAST_TITLE = 8


@dataclass(frozen=True, slots=True)
class _Page:
    """A parsed page: its tree, its meta tags by name (the first of each), its JSON-LD and its own address."""

    tree: Element
    metas: Mapping[str, str]
    graph: Graph
    article: Node
    url: str


def article(  # noqa: PLR0913 - what a caller may know of a page
    text: str, *, sha256: str, name: str, url: str = "", title: str = "", published: date | None = None
) -> Article:
    """Make an article of a page.

    Args:
        text: the page's HTML.
        sha256: hash of its bytes.
        name: what to call it in an error.
        url: the address it came from; else the one that it gives as its own.
        title: the headline, where it is known; else the page's.
        published: the day of publication, where it is known; else the page's.

    Raises:
        BadFileError: where it is built to be too large to read, or holds no article.
        MissingExtraError: where the libraries that read pages are not installed.
    """
    refuse_bomb(text, name=name)
    page = _parsed(text, name, url)
    host = structured.host_of(page.url)
    publisher = _publisher(page)
    title = title or _title(page, publisher, host)
    # Before the text is taken, because that takes the page apart.
    known = Article(
        text="",
        sha256=sha256,
        title=title,
        publisher=publisher,
        authors=_authors(page),
        published=published or _published(page),
        url=page.url,
        language=_language(page),
        from_page=True,
        embedded=structured.find(page.graph, host),
    )
    body = page_text.main_text(page.tree, title)
    # A page of facts without prose (a catalogue's page of a series) is read for its facts.
    if not any(character.isalnum() for character in body) and not known.embedded:
        raise BadFileError(name=name, reason="is a page without an article that can be found")
    if len(body) > MAX_ARTICLE:
        raise BadFileError(name=name, reason=f"is a page of more than {MAX_ARTICLE:,} characters, not an article")
    return replace(known, text=body)


def refuse_bomb(text: str, *, name: str) -> None:
    """Refuse a page whose parsing would take very long.

    Raises:
        BadFileError: where it has more tags or attributes than the bounds above.
    """
    attributes = 0
    for tags, found in enumerate(_MARKUP.finditer(text), 1):
        if tags > MAX_TAGS:
            raise BadFileError(name=name, reason=f"has more than {MAX_TAGS:,} tags; no article has")
        if found.end() - found.start() > _LONG_TAG and found.group()[1:2].isalpha() and not found.group(1):
            here = len(_ATTRIBUTE.findall(_VALUE.sub("= ", found.group())))
            attributes += here
            if here > MAX_ATTRIBUTES:
                raise BadFileError(name=name, reason=f"has a tag with more than {MAX_ATTRIBUTES} attributes")
            if attributes > MAX_ATTRIBUTES_IN_ALL:
                raise BadFileError(name=name, reason=f"has more than {MAX_ATTRIBUTES_IN_ALL:,} attributes")


def parse_day(value: str) -> date | None:
    """Return the day that a stamp in ISO form begins with, in its own time zone; None where it is no article's."""
    match = _DAY.match(value)
    if match is None:
        return None
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
    return day if EARLIEST <= day <= _LATEST else None


def without_site(title: str, publisher: str, host: str) -> str:
    """Return a page's title without the site's name behind it.

    What stands behind a bar is taken for a site's name where it is short; behind a dash only where it is the
    publisher's or the host's name.

    Example:
        >>> without_site("'You' Ends With Season 5 - TVLine", "", "tvline.com")
        "'You' Ends With Season 5"
    """
    sites = {_plain(publisher), _plain(host.partition(".")[0]), _plain(host)} - {""}
    for _ in range(2):
        marks = list(_SITE_MARK.finditer(title))
        if not marks or marks[-1].start() < _LEAST_TITLE:
            break
        behind = title[marks[-1].end() :]
        barred = bool(_BAR.fullmatch(marks[-1].group())) and len(behind) <= _LONGEST_SITE
        if not barred and _plain(behind) not in sites:
            break
        title = title[: marks[-1].start()].rstrip()
    return title


def _parsed(text: str, name: str, url: str) -> _Page:
    from lxml import etree, html  # noqa: PLC0415 - only a page needs it

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        tree = html.document_fromstring(_INVALID.sub("\ufffd", text).encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BadFileError(name=name, reason="is a page without an article that can be found") from error
    scripts = (script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or ""))
    graph, metas = jsonld.parse(scripts), _metas(tree)
    return _Page(tree, metas, graph, _article_node(graph), url or _own_url(tree, metas))


def _metas(tree: Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = text_of(meta.get("content"))
        for key in ("property", "name", "itemprop"):
            label = (meta.get(key) or "").strip().casefold()[:80]
            if label and content:
                metas.setdefault(label, content)
    return metas


def _article_node(graph: Graph) -> Node:
    """Return the node of the page's own article: a top one, or what a top one is about; else the page's node."""
    tops = list(graph.roots)
    tops += [node for root in graph.roots if isinstance(node := graph.resolved(root.get("mainEntity")), dict)]
    for kinds in (_ARTICLES, _PAGES):
        for node in tops:
            if types(node) & kinds:
                return node
    return {}


def _own_url(tree: Element, metas: Mapping[str, str]) -> str:
    links = (link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").split())
    for address in (*links, metas.get("og:url", "")):
        written = address.strip()
        if structured.host_of(written) and len(written) <= 4 * LONGEST_TEXT and not re.search(r"\s", written):
            return written
    return ""


def _publisher(page: _Page) -> str:
    node = name_of(page.graph.resolved(next(iter(each(page.article.get("publisher"))), None)))
    names = [node, *(page.metas.get(key, "") for key in _SITE_METAS)]
    return next((found for found in names if found and "://" not in found), "")


def _title(page: _Page, publisher: str, host: str) -> str:
    own = page.article if types(page.article) & _ARTICLES else {}
    heads = [_shown(head) for head in page.tree.iter("h1")]
    titles = (
        name_of(own.get("headline")) or (name_of(own.get("name")) if "itemReviewed" not in own else ""),
        *(page.metas.get(key, "") for key in _TITLE_METAS[:1]),
        heads[0] if len(heads) == 1 else "",
        *(page.metas.get(key, "") for key in _TITLE_METAS[1:]),
        *(_shown(title) for title in page.tree.iter("title")),
        *heads,
    )
    return next((without_site(title, publisher, host) for title in titles if title), "")


def _authors(page: _Page) -> tuple[str, ...]:
    nodes = [page.graph.resolved(one) for one in each(page.article.get("author"))]
    found = [name for node in nodes for name in _names(name_of(node), several=not isinstance(node, dict))]
    if not found:
        metas = (page.metas.get(key, "") for key in _AUTHOR_METAS)
        found = next((names for value in metas if (names := list(_names(value, several=True)))), [])
    if not found:
        found = list(_bylines(page.tree))
    return tuple(dict.fromkeys(found))[:MAX_AUTHORS]


def _bylines(tree: Element) -> Iterator[str]:
    """Yield the names that the page shows as its authors': links marked so, else the links or words of the byline."""
    for link in tree.iter("a"):
        if "author" in (link.get("rel") or "").split():
            yield from _names(_shown(link), several=False)
    for element in tree.iter("div", "p", "span", "address"):
        if not _BYLINE.search(element.get("class") or "") or len(shown := _shown(element)) > _LONGEST_BYLINE:
            continue
        links = [_shown(link) for link in element.iter("a")]
        if links and _BY.match(shown):
            yield from (name for link in links for name in _names(link, several=False))
        elif found := _BY.match(shown):
            yield from _names(_BEHIND_NAME.split(shown[found.end() :])[0], several=True)
        return


def _names(value: str, *, several: bool) -> Iterator[str]:
    """Yield the names in a byline; an address is none."""
    if "://" in value or value.startswith("@"):
        return
    plain = _BY.sub("", value, count=1) if _BY.match(value) else value
    for name in _AND.split(plain) if several else [plain]:
        if any(character.isalpha() for character in name):
            yield name.strip()


def _published(page: _Page) -> date | None:
    stamps = [text_of(one) for key in ("datePublished", "dateCreated") for one in each(page.article.get(key))]
    stamps += [page.metas.get(key, "") for key in _DATE_METAS]
    days = (parse_day(stamp) for stamp in stamps)
    return next((day for day in days if day), None) or _time_shown(page.tree) or _searched(page)


def _time_shown(tree: Element) -> date | None:
    """Return the day of the page's <time>: the one called published, else the first that is not of another story."""
    plain: list[date] = []
    for element in tree.iter("time"):
        called = " ".join(element.get(key) or "" for key in ("itemprop", "class", "pubdate", "id"))
        day = parse_day(element.get("datetime") or "")
        if day is None or _NOT_PUBLISHED.search(called):
            continue
        if _PUBLISHED.search(called):
            return day
        if next(element.iterancestors("nav", "aside", "footer", "li"), None) is None:
            plain.append(day)
    return plain[0] if plain else None


def _searched(page: _Page) -> date | None:
    """Ask htmldate, which knows many sites' ways; it is shown no prose and no title, which speak of other days."""
    import copy  # noqa: PLC0415 - likewise

    from htmldate import find_date  # noqa: PLC0415 - slow to load, and asked last

    tree = copy.deepcopy(page.tree)
    page_text.bound_attributes(tree)
    for element in list(tree.iter("title", "h1", "h2", "h3", "li", "blockquote", "time", "script", "img", "p", "meta")):
        called = " ".join(str(value) for value in element.attrib.values())
        keep = element.tag in {"p", "li", "meta"} and re.search(r"date|byline|publish|posted", called, re.IGNORECASE)
        if (not keep or _NOT_PUBLISHED.search(called)) and element.getparent() is not None:
            element.drop_tree()
    page_text.keep_quiet("htmldate")
    found = find_date(
        tree,
        extensive_search=False,
        original_date=True,
        url=page.url,
        min_date=str(EARLIEST),
        max_date=str(_LATEST),
    )
    return parse_day(found or "")


def _language(page: _Page) -> str:
    said = (
        page.tree.get("lang") or "",
        page.metas.get("og:locale", ""),
        name_of(page.article.get("inLanguage")),
        page.metas.get("language", ""),
    )
    matches = (_LANGUAGE.fullmatch(value.strip()) for value in said)
    return next((match.group(1).casefold() for match in matches if match), "")


def _shown(element: Element) -> str:
    return " ".join(element.text_content().split())[:LONGEST_TEXT]


def _plain(name: str) -> str:
    return re.sub(r"\W|_", "", name.casefold().removeprefix("the "))
