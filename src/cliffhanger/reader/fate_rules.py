"""Every rule of fate, in the order of trying; a verb that one has taken is left alone by the next."""

from __future__ import annotations

from cliffhanger.reader.fate_endings import ENDINGS
from cliffhanger.reader.fate_further import FURTHER
from cliffhanger.reader.fate_of_season import OF_A_SEASON
from cliffhanger.reader.fate_orders import ORDERS
from cliffhanger.reader.fate_refusals import REFUSALS
from cliffhanger.reader.fate_renewals import RENEWALS
from cliffhanger.reader.fate_stops import STOPS
from cliffhanger.reader.fate_undecided import UNDECIDED
from cliffhanger.reader.fate_waits import WAITS
from cliffhanger.reader.sieves import Sieve

RULES = Sieve(
    (rule, [rule.pattern, rule.hints, *([rule.needs] if rule.needs else [])])
    for rule in (*WAITS, *UNDECIDED, *REFUSALS, *STOPS, *ENDINGS, *FURTHER, *ORDERS, *RENEWALS, *OF_A_SEASON)
)
