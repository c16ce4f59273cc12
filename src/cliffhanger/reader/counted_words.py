"""The words in which English counts episodes, as pieces of rules."""

from __future__ import annotations

from cliffhanger.reader.seasons import CARDINALS

NUMBER = r"(?P<count>\d{1,3}|" + "|".join(sorted((w for w in CARDINALS if w != "one"), key=len, reverse=True)) + r")"
"""A rule's piece for a number of episodes."""

ADJECTIVES = r"(?:(?:new|all-new|brand-new|fresh|hour-long|hourlong|half-hour|one-hour|hourly|weekly|total)\s+){0,2}"
IN_TOTAL = r"(?:(?:a\s+total\s+of|just|only|all|the|its|some)\s+){0,2}"
NOT_ALL = (
    r"(?!\s+(?:of|left|still|remaining|to|so|already|available|under|in\s+the\s+can|filmed|shot|on|now|each|ago|"
    r"later|old|away|behind|per|at\s+a\s+time|every|were\s+(?:shot|filmed)|that\s+(?:he|she|we|they|I|critics)|"
    r"which\s+(?:he|she|we|they|I)|sent|made\s+available|directed|written|provided|screened)\b)"
)
EPISODES = rf"{NUMBER}\s+{ADJECTIVES}episodes\b{NOT_ALL}"
"""A rule's piece for "ten episodes", where they are no part of what there is."""

HAS = (
    r"(?:(?:will\s+)?(?:have|comprise|contain|feature|include|span|total|be|consist\s+of|run\s+(?:for|to))|has|had|"
    r"consist(?:s|ed)\s+of|comprise[sd](?:\s+of)?|contain(?:s|ed)|featur(?:es|ed)|runs(?:\s+(?:for|to))?|"
    r"ran(?:\s+(?:for|to))?|spans|spanned|totals|totalled|totaled|numbers|boasts|boasted|"
    r"(?:is|was)\s+made\s+up\s+of|clocks\s+in\s+at|clocked\s+in\s+at)"
)
