"""Pages of one errand in one file: a line of JSON each, every body as it came, so that it can be parsed again.

A crawl of thousands of small answers would be thousands of files; packed like
this they are pinned by one hash, and ``grep`` still finds what a server said.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cliffhanger.domain.source import Snapshot

PAGES = "pages.jsonl"
"""Name of such a file in a pin."""


@dataclass(frozen=True, slots=True)
class PinnedPage:
    """One answer, as it was pinned.

    Attributes:
        url: the address it came from, without a key.
        content: its bytes, unpacked.
        content_type: its type, or empty.
        obtained_at: when it came.
    """

    url: str
    content: bytes = field(repr=False)
    content_type: str
    obtained_at: datetime

    def json(self, *, name: str) -> Any:  # noqa: ANN401 - whatever the server sent
        """Return the body as JSON says it.

        Args:
            name: the pinned file's, for the error.

        Raises:
            BadFileError: where it is something else.
        """
        try:
            return json.loads(self.content)
        except ValueError as error:
            raise BadFileError(name=name, field=self.url, reason=f"is no JSON ({error})") from error


def dump(pages: Iterable[PinnedPage]) -> bytes:
    """Write pages as the bytes of one file."""
    return b"".join(_line(page) for page in pages)


def load(snapshot: Snapshot) -> list[PinnedPage]:
    """Read the pages of a pinned file, in the order in which they came.

    Raises:
        BadFileError: where a line is not one of :func:`dump`.
    """
    with snapshot.open() as stream:
        return [_page(line, snapshot.name, number) for number, line in enumerate(stream, start=1)]


def is_pages(snapshot: Snapshot, host: str) -> bool:
    """Say whether a file holds pages of a host, from its first line.

    Args:
        snapshot: the file.
        host: a part of the address that only this source's pages have.
    """
    head = snapshot.head(1 << 12)
    return head.startswith(b'{"url": "') and host.encode() in head.partition(b'", "obtained_at"')[0]


def _line(page: PinnedPage) -> bytes:
    line = {"url": page.url, "obtained_at": page.obtained_at.astimezone(UTC).isoformat(), "type": page.content_type}
    try:
        line["text"] = page.content.decode("utf-8")
    except UnicodeDecodeError:
        line["base64"] = base64.b64encode(page.content).decode()
    return json.dumps(line, ensure_ascii=True).encode() + b"\n"


def _page(line: bytes, name: str, number: int) -> PinnedPage:
    try:
        fields = json.loads(line)
        text = fields.get("text")
        content = base64.b64decode(fields["base64"], validate=True) if text is None else text.encode()
        at = datetime.fromisoformat(fields["obtained_at"])
        return PinnedPage(fields["url"], content, fields["type"], at)
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise BadFileError(name=name, row=number, reason="is no pinned page") from error
