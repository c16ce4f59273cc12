"""What every source that can be fetched offers, and that the documentation names it."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from cliffhanger.ledger.ready import missing
from cliffhanger.sources.http import secrets
from cliffhanger.sources.http.secrets import Secret
from cliffhanger.sources.registry import FETCHED, NAMES, fetcher, parser, source
from cliffhanger.sources.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", FETCHED)
def test_a_fetcher_has_all_its_parts(name: str) -> None:
    """A rate, options of plain types, the options that it needs, and an address to try."""
    module = fetcher(name)
    assert name in NAMES
    assert module.RATE.calls >= 1
    assert set(module.NEEDS) <= set(module.DEFAULTS)
    assert all(isinstance(value, (str, int, bool, list)) for value in module.DEFAULTS.values())
    assert isinstance(module.probe(module.DEFAULTS), str)
    assert parser(name).VERSION


@pytest.mark.parametrize("name", NAMES)
def test_every_source_is_documented_with_its_terms(name: str) -> None:
    """In DATA_TERMS.md, and where it can be fetched in docs/update.md."""
    assert f"| `{name}` |" in (ROOT / "DATA_TERMS.md").read_text(encoding="utf-8")
    assert source(name).name == name
    if name in FETCHED:
        assert f"| `{name}` |" in (ROOT / "docs" / "update.md").read_text(encoding="utf-8")


class Kept(KeyringBackend):
    """A keyring that holds one key; of so low a priority that no other test finds it by itself."""

    priority = 0.1

    def get_password(self, service: str, username: str) -> str | None:
        """Return the key of TMDB."""
        return "kept-key" if (service, username) == ("cliffhanger", "tmdb") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing."""

    def delete_password(self, service: str, username: str) -> None:
        """Delete nothing."""


def test_a_key_comes_from_the_keyring_where_the_environment_has_none() -> None:
    """And what a source lacks is said in words that tell where to put it."""
    before = keyring.get_keyring()
    keyring.set_keyring(Kept())  # type: ignore[no-untyped-call]  # keyring annotates no constructor
    try:
        assert secrets.find("tmdb", {}) == Secret("kept-key", "the keyring")
        assert secrets.find("tvmaze", {}) is None
    finally:
        keyring.set_keyring(before)
    assert missing("tmdb", Settings(), Secret("x")) == ""
    assert "CLIFFHANGER_TMDB_KEY" in missing("tmdb", Settings(), None)
    assert missing("news", Settings(), None) == "needs feeds or sitemaps or pages under [sources.news] in the settings"
