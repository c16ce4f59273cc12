"""The text of a page's article: a paragraph a line, without what stands around it.

trafilatura finds the article; what it lets pass on the sites that write of
television (captions, "RELATED:" lines, boxes of other stories) is taken out
before, because a story that is only linked to must never be read as this one's.
"""

from __future__ import annotations

import copy
import logging
import re
from typing import Any

# An element of lxml, which has no annotations.
Element = Any

# Characters of an attribute; classes and addresses are shorter, and patterns are tried on them.
LONGEST_ATTRIBUTE = 300
LONGEST_CLASS = 100
# Below so many characters, the precise extraction may have missed the article, and the broader one is asked.
_LITTLE = 200
# A page that shows no more than this is all article: a paragraph, a headline.
_SMALL_PAGE = 600

_KEPT_ATTRIBUTES = frozenset(
    {"class", "id", "role", "itemprop", "itemtype", "property", "name", "content", "datetime", "pubdate", "href",
     "rel", "lang", "title", "http-equiv", "type"}
)  # fmt: skip
_AROUND = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "figure", "figcaption", "picture", "form",
    "iframe", "object", "embed", "button", "select", "dialog", "svg", "video", "audio", "canvas", "menu",
)  # fmt: skip
_BOXES = re.compile(
    r"(?<![a-z])(?:cookies?|consent|gdpr|newsletters?|subscribe|subscription|signup|sign-up|related|recirc\w*"
    r"|recommend(?:ed|ations?)|trending|most-?popular|popular-posts|more-stories|more-from|read-?more|read-?next"
    r"|also-?read|see-?also|up-?next|comments?|comment-?list|respond|disqus\w*|share|sharing|social|captions?|credits?"
    r"|breadcrumbs?|promos?|sponsor(?:ed)?|advert\w*|ads?|sidebar|outbrain|taboola|author-?bio|about-?author"
    r"|tag-?list|post-?tags|tags|skip-link|site-?header|site-?footer|masthead|modal|popup|paywall|inline-related)(?![a-z])",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\W*(?:related(?:\s+(?:stor(?:y|ies)|articles?|posts?|content|news|video))?|read\s+(?:more|next|also)|also\s+read"
    r"|see\s+also|more|watch|must\s+read|recommended|don.t\s+miss)\s*[:\u2014\u2013|-]",
    re.IGNORECASE,
)
_LINKED_SHARE = 0.5
_STORY = re.compile(
    r"(?<![\w-])(?:article[-_]{0,2}(?:body|content|text)|(?:entry|post|story)[-_]{0,2}(?:body|content|text)|a-content)(?![\w-])",
    re.IGNORECASE,
)
# Characters of a story; what is called one and has fewer is empty.
_LEAST_STORY = 40
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "td", "th", "table",
     "section", "article", "main", "header", "body", "dd", "dt", "dl", "pre", "hr", "center"}
)  # fmt: skip
_UNSHOWN = frozenset({"head", "title"})
_BLANKS = re.compile(r"\s+")


def main_text(tree: Element, title: str) -> str:
    """Return the article's text, a paragraph a line; empty where there is none.

    Args:
        tree: the parsed page, which is taken apart.
        title: the article's title, which is left out where it is the first line.

    Raises:
        MissingExtraError: where trafilatura is not installed.
    """
    bound_attributes(tree)
    _take_out(tree)
    text = _extracted(_story(tree))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [line for line in lines if line]
    if lines and title and _letters(lines[0].lstrip("# ")) == _letters(title) and len(lines) > 1:
        lines = lines[1:]
    return "\n".join(lines)


def bound_attributes(tree: Element) -> None:
    """Drop the attributes that no reading needs, and cut the others to the bounds above."""
    for element in tree.iter("*"):
        kept = {key: value for key, value in element.attrib.items() if key in _KEPT_ATTRIBUTES}
        # All at once: a name that begins with a brace, which the parser lets pass, cannot be taken out by itself.
        element.attrib.clear()
        for key, value in kept.items():
            element.set(key, value[: LONGEST_CLASS if key in {"class", "id"} else LONGEST_ATTRIBUTE])


def keep_quiet(library: str) -> None:
    """Keep a library's log off a screen that nobody has set up for it."""
    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _take_out(tree: Element) -> None:
    holders = _holders(tree)
    for element in list(tree.iter(*_AROUND)):
        # A form may wrap the whole page, as ASP.NET's does.
        if element.tag != "form" or element not in holders:
            _drop(element)
    for element in list(tree.iter("div", "section", "ul", "ol", "p", "span", "header", "a", "li", "h2", "h3")):
        called = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
        if _BOXES.search(called) and element not in holders:
            _drop(element)
    for element in list(tree.iter("p", "div", "li", "h2", "h3", "h4", "strong")):
        if _leads_away(element):
            _drop(element)


def _holders(tree: Element) -> set[Element]:
    """Return the elements that hold the article, so that their names say nothing against them.

    These are the ones around most of the page's paragraphs, or around the <h1> or the only <article>: a box of
    related stories may hold several of those.
    """
    from lxml import etree  # noqa: PLC0415 - only a page needs it

    total = sum(len(p.text_content()) for p in tree.iter("p"))
    holders: set[Element] = set()
    articles = list(tree.iter("article"))
    for element in [*tree.iter("h1"), *(articles if len(articles) == 1 else [])]:
        holders.update(one for one in element.iterancestors() if one not in holders)
    weights = [0]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            weights.append(len(element.text_content()) if element.tag == "p" else 0)
            continue
        weight = weights.pop()
        weights[-1] += weight
        if weight * 2 > total:
            holders.add(element)
    return holders


def _story(tree: Element) -> Element:
    """Return the element that the page itself calls its article's text, else the whole page.

    A short story on a page full of other stories' teasers is else taken for one of them. What there are several of
    names no story.
    """
    blocks = list(tree.iter("div", "section", "article", "main"))
    marked = [one for one in blocks if "articleBody" in (one.get("itemprop") or "").split()]
    called = [one for one in blocks if _STORY.search(f"{one.get('class') or ''} {one.get('id') or ''}")]
    articles = list(tree.iter("article"))
    headed = [one for one in articles if one.find(".//h1") is not None]
    for found in (marked, called, articles, headed):
        among = set(found)
        outer = [one for one in found if among.isdisjoint(one.iterancestors())]
        if len(outer) == 1 and len(outer[0].text_content().strip()) >= _LEAST_STORY:
            return outer[0]
    return tree


def _leads_away(element: Element) -> bool:
    """Whether a paragraph sends the reader to another story: "RELATED: ..." and a link, and little else."""
    text = element.text_content()
    lead = _LEADS.match(text) if len(text) <= 2 * LONGEST_ATTRIBUTE else None
    if lead is None:
        return False
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    return linked >= _LINKED_SHARE * len(text)


def _drop(element: Element) -> None:
    if element.getparent() is not None and element.tag not in {"html", "body"}:
        element.drop_tree()


def _extracted(tree: Element) -> str:
    import trafilatura  # noqa: PLC0415 - slow to load; only a page needs it

    keep_quiet("trafilatura")
    shown = _by_blocks(tree)
    if len(shown) <= _SMALL_PAGE:
        return shown
    found = ""
    for precise in (True, False):
        try:
            found = trafilatura.extract(
                _alone(tree), output_format="txt", include_comments=False, include_formatting=False,
                favor_precision=precise, fast=precise,
            ) or found  # fmt: skip
        except Exception:  # noqa: BLE001, S112 - whatever it stumbles over, the page can be read without it
            continue
        if len(found) >= _LITTLE:
            break
    return found or shown


def _alone(element: Element) -> Element:
    """Return a copy of an element as a page of its own."""
    from lxml import html  # noqa: PLC0415 - only a page needs it

    page = html.document_fromstring("<html><body></body></html>")
    if element.tag == "html":
        return copy.deepcopy(element)
    alone = copy.deepcopy(element)
    alone.tail = None
    page.body.append(alone)
    return page


def _by_blocks(tree: Element) -> str:
    """Return all that a page shows, a block a line: for pages that are hardly more than a paragraph."""
    from lxml import etree  # noqa: PLC0415 - only a page needs it

    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        hidden += (element.tag in _UNSHOWN) * (1 if event == "start" else -1)
        if element.tag in _BLOCKS:
            pieces.append("\n")
        words = element.text if event == "start" else element.tail
        if words and not hidden:
            pieces.append(_BLANKS.sub(" ", words))
    return "".join(pieces)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())
