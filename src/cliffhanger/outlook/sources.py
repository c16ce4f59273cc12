"""Names of the sources, for people."""

from __future__ import annotations

from importlib import import_module

from cliffhanger.sources.registry import NAMES

OTHERS = {
    "playback": "the platform's own playback logs",
    "pageview_dumps": "Wikimedia: page views",
}
"""What facts come from beside the sources whose files are ingested."""


def source_title(name: str) -> str:
    """Return a source's name for people; a name that is no source's stands for itself."""
    if name not in NAMES:
        return OTHERS.get(name, name)
    return str(import_module(f"cliffhanger.sources.{name}.source").SOURCE.title)
