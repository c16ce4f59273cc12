"""The page of documentation on feeds: its examples run, and what it names is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "feeds.md"


def blocks(language: str) -> list[str]:
    """Return the page's blocks in some language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize(("number", "prints"), [(0, "<entry>"), (1, "SUMMARY:Forecast: “Ballard”")])
def test_the_examples_run_as_they_stand(number: int, prints: str) -> None:
    """In a process of their own."""
    done = subprocess.run(  # noqa: S603 - our own page
        [sys.executable, "-X", "utf8", "-c", blocks("python")[number]], capture_output=True, text=True, check=True
    )
    assert prints in done.stdout


def test_the_configuration_is_json_that_starts_the_command() -> None:
    """As a model's program reads it."""
    (block,) = blocks("json")
    assert json.loads(block)["mcpServers"]["cliffhanger"] == {"command": "cliffhanger", "args": ["mcp"]}


def test_the_modules_that_it_names_are_there() -> None:
    """Each by its file."""
    named = re.findall(r"`(outlook/[a-z_/]+\.py)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) >= 6
    assert all((PAGE.parents[1] / "src" / "cliffhanger" / name).is_file() for name in named)
