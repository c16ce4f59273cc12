"""Lists of words that tell names of shows and platforms from other words with capitals."""

from __future__ import annotations

COMMON = frozenset(
    """
    5 AHC ATV Audience Bounce Bravo COM Centric Chiller Crave DR1 Discovery E! ESPN Eko Esquire Facebook
    Fusion Global History Hub ID Joyn La Logo MAX Max OWN Outdoor Oxygen Pivot Pop SBS Science Seven Space
    Spectrum Spike Sundance Travel Up USA Yahoo
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Platforms whose names are common words: meant only where a word before or behind says so."""

ORDINARY = frozenset(
    """
    a about after again all american an and another at away back bad best big black book breaking by call cast
    city comedy crime dark date day days dead death detective doctor down drama end ending episode every
    exclusive family fall final finale finally first for free friend from full game girl girls go going good
    great guy have he her here hit home hot hour house how i im in inside is it its job just kids king last
    late legal life like line live lost love man me men more morning mother movie mr mrs my network never new
    news next night no now of official on one only open or original other our out over part party people place
    play power premiere prime production real red release report return returns review room run school season
    second secret series she show sister sneak some so special star state still story street studio summer
    talk team teaser ten that the their they third this three time to today together tonight too top town
    trailer true truth two under up us video war was watch way we week weekend what when where who why wife
    will winter with without woman women wonder work world year years yes you young your
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Words of which a title made of nothing else is believed only in quotation marks."""

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Days and months: a bare one is no show."""

NEVER = frozenset(
    """
    will may can must should might could would do does did has have is was one two three four five six seven
    eight nine ten eve the it he she they we i this that here there now then no yes not also another her his its
    before after during until since while with about ahead when why how what where who
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Words that begin sentences and count things: no show without quotation marks, whatever stands beside them."""
