"""The app, in this process, over the starter catalogue and over ledgers that are made for a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from cliffhanger.web.app import create
from tests.web.made import BASE, NEVER, hostile_series, ledger_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """Ask the app over the starter catalogue; what is shown is what a user sees, not a test's exception."""
    app = create(None, look_every=NEVER)
    with TestClient(app, base_url=BASE, follow_redirects=False, raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Ask the app over a ledger whose titles, people and platforms would break a careless page."""
    ledger = ledger_of(tmp_path_factory.mktemp("hostile"), hostile_series())
    app = create(ledger, look_every=NEVER)
    with TestClient(app, base_url=BASE, follow_redirects=False, raise_server_exceptions=False) as opened:
        yield opened
