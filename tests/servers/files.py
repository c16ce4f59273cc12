"""A server of files as the web's usual ones are: ETag, Last-Modified, If-None-Match, Range and If-Range."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tests.servers.local import Asked, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MODIFIED = "Sat, 31 Jan 2026 06:00:00 GMT"


def file_answer(files: Mapping[str, bytes]) -> Callable[[Asked], Reply]:
    """Return an answer that serves these files by their paths."""

    def answer(asked: Asked) -> Reply:
        content = files.get(asked.path)
        if content is None:
            return Reply(b"no such file", 404)
        etag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        headers = {"ETag": etag, "Last-Modified": MODIFIED, "Accept-Ranges": "bytes"}
        if asked.headers.get("if-none-match") == etag:
            return Reply(status=304, headers=headers)
        wanted = asked.headers.get("range", "")
        if wanted.startswith("bytes=") and asked.headers.get("if-range") in {etag, None}:
            start = int(wanted.removeprefix("bytes=").partition("-")[0])
            if start >= len(content):
                return Reply(status=416, headers=headers)
            span = f"bytes {start}-{len(content) - 1}/{len(content)}"
            return Reply(content[start:], 206, {**headers, "Content-Range": span})
        return Reply(content, headers=headers)

    return answer
