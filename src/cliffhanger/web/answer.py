"""An answer as bytes: made once, packed once, and known by its tag."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import Response

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from fastapi import Request

SMALL = 600
"""Bytes below which packing gains nothing."""

_PACKED = ("text/", "application/json", "application/ld+json", "application/xml", "application/rss", "application/atom",
           "application/problem", "image/svg")  # fmt: skip


_PACKED_TAG = "-gzip"


@dataclass(frozen=True, slots=True)
class Answer:
    """Something to send.

    Attributes:
        content: the bytes.
        media_type: what they are.
        headers: further headers.
        status: the status.
        tag: a strong validator of the bytes.
        packed: the bytes packed by gzip, or None where that gains nothing.
    """

    content: bytes
    media_type: str
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    tag: str = ""
    packed: bytes | None = None

    @classmethod
    def of(
        cls, content: str | bytes, media_type: str, *, headers: Mapping[str, str] | None = None, status: int = 200
    ) -> Answer:
        """Make an answer: hash the bytes and pack them."""
        plain = content.encode() if isinstance(content, str) else content
        packable = len(plain) > SMALL and media_type.startswith(_PACKED)
        return cls(
            content=plain,
            media_type=media_type,
            headers=dict(headers or {}),
            status=status,
            tag=hashlib.sha256(plain).hexdigest()[:32],
            packed=gzip.compress(plain, compresslevel=6, mtime=0) if packable else None,
        )

    @property
    def size(self) -> int:
        """Bytes that it takes to keep."""
        return len(self.content) + len(self.packed or b"")


def send(answer: Answer, request: Request, modified: datetime) -> Response:
    """Return the response: nothing but its tag where the asker has it already, packed where the asker can unpack.

    Args:
        answer: what is sent.
        request: who asked, and what they have.
        modified: when what it rests on was last changed.
    """
    packed = answer.packed is not None and _unpacks(request.headers.get("accept-encoding", ""))
    headers = {
        # Strong, so each form of the bytes has its own (RFC 9110, 8.8.3.3).
        "ETag": f'"{answer.tag}{_PACKED_TAG if packed else ""}"',
        "Last-Modified": modified.strftime("%a, %d %b %Y %H:%M:%S GMT"),
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding",
        **answer.headers,
    }
    if answer.status == 200 and _has(request, answer.tag, headers["Last-Modified"]):  # noqa: PLR2004 - OK
        return Response(status_code=304, headers=headers)
    if packed and answer.packed is not None:
        headers["Content-Encoding"] = "gzip"
        return Response(answer.packed, answer.status, headers, answer.media_type)
    return Response(answer.content, answer.status, headers, answer.media_type)


def _has(request: Request, tag: str, modified: str) -> bool:
    """Whether the asker's copy is this one; a tag decides, and a date only where there is none (RFC 9110, 13.2.2)."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        named = (one.strip().removeprefix("W/").strip('"').removesuffix(_PACKED_TAG) for one in tags.split(","))
        return tags.strip() == "*" or tag in named
    return request.headers.get("if-modified-since") == modified


def _unpacks(accepted: str) -> bool:
    """Whether an Accept-Encoding takes gzip: a weight of nought refuses it."""
    for one in accepted.lower().split(","):
        name, *parameters = (part.strip() for part in one.split(";"))
        if name in ("gzip", "*"):
            return not any(part.startswith("q=") and not part[2:].strip("0.") for part in parameters)
    return False
