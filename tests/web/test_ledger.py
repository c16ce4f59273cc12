"""A ledger while it is served: it grows, it disappears, it comes back, and forecasts are issued into it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from cliffhanger.domain.errors import LedgerError
from cliffhanger.ledger.ingest import ingest
from cliffhanger.ledger.store import Ledger
from cliffhanger.web.app import create
from tests.web.made import BASE, NEVER, Series, files_of, ledger_of

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi import FastAPI

    from cliffhanger.web.newsroom import Newsroom

pytestmark = pytest.mark.xdist_group("web")

FIRST = Series(9_200_001, "Copper Lantern", ("2024-03-01", "2025-03-01"))
SECOND = Series(9_200_002, "The Salt Ledger", ("2023-05-01", "2024-05-01", "2025-05-01"))
LATER = "2026-02-07"


class Served:
    """A ledger with the app over it."""

    def __init__(self, ledger: Path) -> None:
        """Open the app; a test looks at the ledger itself, when it wants."""
        self.ledger = ledger
        self.app: FastAPI = create(ledger, look_every=NEVER)
        self.client = TestClient(self.app, base_url=BASE, raise_server_exceptions=False)
        self.newsroom: Newsroom = self.app.state.newsroom

    def titles(self) -> dict[str, int]:
        """Return how asking for either title is answered."""
        return {
            title: self.client.get(f"/api/outlook/{title}").status_code
            for title in ("Copper Lantern", "The Salt Ledger")
        }


@pytest.fixture
def served(tmp_path: Path) -> Served:
    """Serve a small ledger."""
    return Served(ledger_of(tmp_path, [FIRST]))


def land(served: Served, folder: Path) -> None:
    """Bring a second series into a served ledger."""
    ingest(Ledger.open(served.ledger), [files_of(folder / "more", [FIRST, SECOND], LATER)], author="test")


def test_what_lands_is_served_without_a_restart(served: Served, tmp_path: Path) -> None:
    """Until somebody looks the old state stands, whole; then the new one, with other tags and a new version."""
    assert served.titles() == {"Copper Lantern": 200, "The Salt Ledger": 404}
    before = served.client.get("/platforms").headers["etag"]
    version = served.newsroom.edition.version
    assert not served.newsroom.refresh()
    land(served, tmp_path)
    assert served.titles() == {"Copper Lantern": 200, "The Salt Ledger": 404}
    assert served.newsroom.refresh()
    assert served.titles() == {"Copper Lantern": 200, "The Salt Ledger": 200}
    assert served.newsroom.edition.version != version
    assert not served.newsroom.refresh()
    stale = served.client.get("/api/outlook/Copper Lantern", headers={"If-None-Match": before})
    assert stale.status_code == 200


def test_a_ledger_that_disappears_is_served_as_it_was(served: Served, tmp_path: Path) -> None:
    """The last state stands, pages say so, and when the ledger is back they say so no more."""
    page = served.client.get("/show/imdb:tt9200001")
    assert "cannot be read" not in page.text
    away = tmp_path / "away"
    served.ledger.rename(away)
    assert not served.newsroom.refresh()
    told = served.client.get("/show/imdb:tt9200001")
    assert told.status_code == 200
    assert "The ledger cannot be read just now" in told.text
    assert "Traceback" not in told.text
    assert told.headers["etag"] != page.headers["etag"]
    assert served.client.get("/api/outlook/Copper Lantern").status_code == 200
    assert served.client.get("/scoreboard").status_code == 200
    assert served.client.get("/api/record").json()["total"] == 0
    away.rename(served.ledger)
    assert served.newsroom.refresh()
    assert "cannot be read" not in served.client.get("/show/imdb:tt9200001").text


def test_a_ledger_that_is_damaged_is_served_as_it_was(served: Served) -> None:
    """Half a table is no new state; what was read stays."""
    claims = served.ledger / "claims"
    kept = served.ledger.parent / "claims kept"
    shutil.copytree(claims, kept)
    shutil.rmtree(claims)
    shutil.rmtree(served.ledger / "facts", ignore_errors=True)
    log = served.ledger / "batches" / "_delta_log"
    newest = max(log.glob("*.json"))
    os.utime(newest, (1, 1))
    assert not served.newsroom.refresh()
    assert served.newsroom.trouble
    assert served.client.get("/api/outlook/Copper Lantern").status_code == 200
    kept.rename(claims)
    assert served.newsroom.refresh()
    assert not served.newsroom.trouble


def test_no_ledger_is_told_at_the_start(tmp_path: Path) -> None:
    """There is nothing to serve, and the error names the folder; so is one into which nothing has landed."""
    with pytest.raises(LedgerError, match="nowhere"):
        create(tmp_path / "nowhere")
    empty = Ledger.create(tmp_path / "empty")
    with pytest.raises(LedgerError, match="no facts have landed"):
        create(empty.path)


def test_an_ingest_in_another_process_disturbs_nobody(served: Served, tmp_path: Path) -> None:
    """While it writes and commits, every answer is whole and of one state; afterwards the new one is served."""
    file = files_of(tmp_path / "more", [FIRST, SECOND], LATER)
    command = [sys.executable, "-m", "cliffhanger.cli.main", "ingest", str(file), "--ledger", str(served.ledger)]
    ended = threading.Event()
    looks: list[bool] = []

    def look() -> None:
        while not ended.wait(0.2):
            looks.append(served.newsroom.refresh())

    watch = threading.Thread(target=look)
    watch.start()
    try:
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:  # noqa: S603 - our own
            asked = 0
            while running.poll() is None or asked < 5:
                found = served.titles()
                assert found["Copper Lantern"] == 200
                assert found["The Salt Ledger"] in (200, 404)
                assert served.client.get("/api/search?q=copper").json()["hits"]
                asked += 1
            said = running.stderr.read() if running.stderr else ""
        assert running.returncode == 0, said
    finally:
        ended.set()
        watch.join()
    served.newsroom.refresh()
    assert not served.newsroom.trouble
    assert served.titles() == {"Copper Lantern": 200, "The Salt Ledger": 200}


def test_a_forecast_that_is_issued_is_in_the_record_at_once(served: Served, tmp_path: Path) -> None:
    """It lands no facts, and is shown nevertheless: in the API and on the scoreboard's page, by its hash."""
    assert served.client.get("/api/record").json() == {"total": 0, "forecasts": [], "next": None}
    questions = tmp_path / "questions.csv"
    questions.write_text("title,as_of,by\nCopper Lantern,2025-07-30,2026-08-22\n", encoding="utf-8")
    command = ["forecast", "--questions", str(questions), "--issue", "--ledger", str(served.ledger)]
    subprocess.run([sys.executable, "-m", "cliffhanger.cli.main", *command], check=True, capture_output=True)  # noqa: S603 - our own
    said = served.client.get("/api/record").json()
    assert said["total"] == 1
    assert said["forecasts"][0]["title"] == "Copper Lantern"
    page = served.client.get("/scoreboard").text
    assert said["forecasts"][0]["sha256"] in page


def test_an_article_is_added_where_that_is_allowed(served: Served) -> None:
    """Its claims land in the ledger once, and are on the show's page when the new state is served."""
    form = {
        "text": "“Copper Lantern” has been renewed for a third season by Netflix. The news came on June 3, 2025.",
        "published": "2025-06-03",
        "url": "http://paper.example/copper",
    }
    offered = served.client.post("/read", data=form)
    assert 'name="add"' in offered.text
    assert served.client.get("/api/outlook/Copper Lantern").json()["forecast"]["state"] == "limbo"
    added = served.client.post("/read", data={**form, "add": "yes"})
    assert "added to the ledger" in added.text
    assert served.newsroom.refresh()
    assert served.client.get("/api/outlook/Copper Lantern").json()["forecast"]["state"] == "renewed"
    assert "Nothing was added" in served.client.post("/read", data={**form, "add": "yes"}).text


def test_nothing_is_added_for_others(tmp_path: Path) -> None:
    """A server that listens to other machines offers it to nobody, and refuses it from a form of their own making."""
    ledger = ledger_of(tmp_path, [FIRST])
    client = TestClient(create(ledger, openly=True, look_every=NEVER), base_url="http://cliffhanger.example")
    before = Ledger.open(ledger).batches().height
    form = {"text": "“Copper Lantern” has been renewed for a third season.", "published": "2025-06-03", "add": "yes"}
    answer = client.post("/read", data=form)
    assert answer.status_code == 200
    assert "added" not in answer.text
    assert Ledger.open(ledger).batches().height == before
