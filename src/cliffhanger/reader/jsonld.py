"""JSON-LD as pages carry it: read with tolerance, and told apart by schema.org's types.

A script that is no JSON is left out; nothing in it can stop a reading. Contexts
are not resolved (that would need the network): schema.org's names are taken
with or without its address before them.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = dict[str, object]

# Bounds on what a page may carry: characters of one script, scripts, nodes, levels of nesting.
MAX_SCRIPT = 2_000_000
MAX_SCRIPTS = 40
MAX_NODES = 20_000
MAX_DEPTH = 40

# Characters of a name or a headline.
LONGEST_TEXT = 500

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|"
    r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_BLANKS = re.compile(r"\s+")
_SURROGATES = re.compile("[\ud800-\udfff\x00]")


@dataclass(slots=True)
class Graph:
    """What a page's JSON-LD says.

    Attributes:
        roots: the top nodes, in the order of the page.
        by_id: nodes that say more than their id, by ``@id``.
    """

    roots: list[Node] = field(default_factory=list)
    by_id: dict[str, Node] = field(default_factory=dict)

    def resolved(self, value: object) -> object:
        """Return the node that a bare reference (``{"@id": ...}``) stands for, or the value itself."""
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self.by_id.get(str(value.get("@id", "")), value)
        return value

    def nodes(self) -> Iterator[Node]:
        """Yield each node, the outer before the inner, in the order of the page."""
        for root in self.roots:
            yield from _walk(root)


def parse(scripts: Iterable[str]) -> Graph:
    """Read the scripts of type ``application/ld+json``; what cannot be read is left out."""
    graph = Graph()
    for number, script in enumerate(scripts):
        if number >= MAX_SCRIPTS:
            break
        graph.roots.extend(_roots(_loaded(script)))
    for count, node in enumerate(graph.nodes()):
        if count >= MAX_NODES:
            break
        key = node.get("@id")
        if isinstance(key, str) and not set(node) <= {"@id", "@type"}:
            graph.by_id.setdefault(key, node)
    return graph


def types(node: Node) -> frozenset[str]:
    """Return a node's types without schema.org's address.

    Example:
        >>> sorted(types({"@type": ["http://schema.org/TVSeries", "Thing"]}))
        ['TVSeries', 'Thing']
    """
    found = node.get("@type")
    return frozenset(str(name).rpartition("/")[2].rpartition(":")[2] for name in each(found) if isinstance(name, str))


def each(value: object) -> list[object]:
    """Return a property's values: schema.org allows one or a list."""
    if value is None:
        return []
    return value[:MAX_NODES] if isinstance(value, list) else [value]


def text_of(value: object) -> str:
    """Return a text as a person reads it: entities resolved, tags dropped, blanks made one; else empty.

    Example:
        >>> text_of("&#8216;Bosch&#8217; <em>ends</em>")
        '\u2018Bosch\u2019 ends'
    """
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str) or not value:
        return ""
    plain = _TAG.sub("", html.unescape(_TAG.sub("", value[: 4 * LONGEST_TEXT])))
    return _BLANKS.sub(" ", _SURROGATES.sub("\ufffd", plain)).strip()[:LONGEST_TEXT]


def name_of(value: object) -> str:
    """Return the name of a node, or a text itself; of a list, the first that has one."""
    for one in each(value):
        found = text_of(one.get("name")) if isinstance(one, dict) and "@value" not in one else text_of(one)
        if found:
            return found
    return ""


def _loaded(script: str) -> object:
    if len(script) > MAX_SCRIPT:
        return None
    text = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip()
    for attempt in (text, _TRAILING_COMMA.sub("", text)):
        try:
            # Line ends inside of strings are common, and no harm.
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _roots(value: object) -> Iterator[Node]:
    for one in each(value):
        if isinstance(one, dict):
            graph = one.get("@graph")
            if isinstance(graph, list | dict):
                yield from (node for node in each(graph) if isinstance(node, dict))
            else:
                yield one
        elif isinstance(one, list):
            yield from (node for node in one if isinstance(node, dict))


def _walk(root: Node) -> Iterator[Node]:
    """Yield a node and those inside it, breadth last; a stack of our own, so that depth cannot break it."""
    stack: list[tuple[object, int]] = [(root, 0)]
    count = 0
    while stack and count < MAX_NODES:
        value, depth = stack.pop()
        count += 1
        if isinstance(value, dict):
            yield value
        if depth < MAX_DEPTH:
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            stack.extend((one, depth + 1) for one in reversed(list(inner)) if isinstance(one, dict | list))
