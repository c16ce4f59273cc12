"""Where an answer's facts come from: a ledger of articles alone stands on the starter catalogue; made-up claims."""

from __future__ import annotations

from datetime import date

from cliffhanger.outlook import facts as catalogue
from tests.facts import claim, facts

SHOW = "imdb:tt17491088"
DAY = date(2026, 3, 1)


def test_facts_that_name_no_show_stand_on_the_starter_catalogue() -> None:
    """All of both is there, under a version of its own, known to the later of the two days."""
    starter = catalogue.from_starter()
    own = facts(claim(SHOW, "renewed", "", DAY, season=9, source="read"), catalogued=False)
    both = catalogue.on_starter(own)
    count = "SELECT count(*) FROM claims"
    (shipped,) = starter.connection.execute(count).fetchone() or (0,)
    assert both.connection.execute(count).fetchone() == (shipped + 1,)
    found = both.connection.execute('SELECT known_on FROM claims WHERE "show" = ? AND season = 9', [SHOW]).fetchall()
    assert found == [(DAY,)]
    assert both.manifest.known_to == max(starter.manifest.known_to, own.manifest.known_to)
    assert both.manifest.data_version not in {starter.manifest.data_version, own.manifest.data_version}
    assert both.manifest.data_version == catalogue.on_starter(own).manifest.data_version


def test_facts_that_name_shows_stand_alone() -> None:
    """A ledger with a catalogue of its own is not mixed with ours."""
    own = facts(claim(SHOW, "title", "Copper Lantern", DAY))
    assert catalogue.on_starter(own) is own
