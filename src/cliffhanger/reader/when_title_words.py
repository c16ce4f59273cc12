"""The words that tell what a date of a headline, behind a label or in an answer is the date of.

Matched against marked sentences (:mod:`cliffhanger.reader.document`), where S
stands for a show, N for season words, P for a platform and D for a date.
"""

from __future__ import annotations

import re

from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW

D, N, S, P = DATE, SEASON, SHOW, PLATFORM

# "Release Date: D", "Premiere Date on P \u2014 D".
LABEL = Hinted(
    rf"\b(?:release|premiere|return|launch|air|start)\s+date(?:\s+(?:on|at|for|revealed|announced|confirmed"
    rf"|set|as)\b[^.;{D}]{{0,30}}?)?\s*[:|\u2013\u2014-]?\s*(?:is\s+|on\s+|of\s+|set\s+for\s+|for\s+)?$",
    re.IGNORECASE,
)
TRAILER = re.compile(r"\b(?:trailer|teaser|cast|tickets?)\b", re.IGNORECASE)
# "New season announced for D".
ANNOUNCED_FOR = Hinted(
    rf"\b(?:premiere|debut|return|launch)\s+(?:is\s+)?(?:set|slated|scheduled|announced|confirmed)\s+for\s+$|{N}\s+(?:is\s+|was\s+)?(?:announced|confirmed|scheduled|dated)\s+for\s+$",
    re.IGNORECASE,
)
# "Dates S for D, S for D": each is of the show right before it.
DATES_EACH = re.compile(rf"\b(?:dates|premiere\s+dates)\b[^.;:]*{S}['\u2019]?s?\s*(?:{N}\s+)?for\s+$", re.IGNORECASE)
# "Ignites April 22 on P", "Arrives on P April 22": whatever the verb, it begins there.
ON_PLATFORM = re.compile(
    rf"(?:\b\w+s(?:\s+(?:again|back))?|,|\bto\s+\w+(?:\s+in(?:to)?)?)\s+(?:on\s+)?{D}\s+(?:on|to)\s+{P}|\b\w+s\s+(?:on|to|onto)\s+{P}\s+(?:on\s+)?{D}",
    re.IGNORECASE,
)
DATE_SAID = re.compile(r"\b(?:release|premiere|start|return|air)\s+date\b", re.IGNORECASE)
ANOTHER_SHOWING = re.compile(
    r"\b(?:renew\w*|cancel\w*|order\w*|film(?:s|ed|ing)?|movies?|panel|comic-con|production|recap|reunion|special|podcast|tour|tickets?"
    r"|award\w*|emmys?|episode\s+\d|documentary|concert|marathon|docu\w*|part\s+(?:2|two|ii)|volume)\b",
    re.IGNORECASE,
)
# "P targets D for S return".
TARGETS = re.compile(
    rf"{P}\s+(?:(?:is|now|officially)\s+)*(?:targets|eyes|eyeing|sets|dates|targeting|picks|slates)\s+{D}\s+(?:for\s+)?(?:(?:the\s+)?{S}['\u2019]?s?\s+(?:{N}\s+)?"
    rf"(?:return|premiere|debut|launch|season|start|bow)\b|(?:the\s+)?(?:return|premiere|debut|launch|start|bow)\s+(?:of|for)\s+{S})",
    re.IGNORECASE,
)
# "'S' D, 'S' D, 'S' D" in a headline of premieres: each is of the show right before it.
ROW_OF_DATES = re.compile(rf"{S}['\u2019]?\s+{D},\s+(?:and\s+)?{S}['\u2019]?\s+{D}")
COMES = re.compile(r"\b(?:premier|return|debut|launch|fall\s+TV|schedule|start|dates)", re.IGNORECASE)
LAST_PART = re.compile(rf"\s*[|\u2013\u2014]\s*{D}\s*")
# A headline that has a date and says so: "'S' season 2 gets its date".
HAS_DATE = re.compile(
    r"\b(?:gets?|has|sets?|lands?|reveals?|announces?|confirms?|unveils?|scores?|nabs?)\s+(?:(?:its|an?|the|official)\s+){0,2}"
    r"(?:(?:premiere|release|return|launch|air|debut|streaming)\s+)?date\b",
    re.IGNORECASE,
)
FIRST_EPISODES = re.compile(r"\bfirst\s+(?:\w+\s+)?episodes?\s+(?:on|in)\s+$", re.IGNORECASE)
FINALE_ANYWHERE = re.compile(
    r"\bfinale\b|\bcrowns?\s+(?:[\w-]+\s+){0,2}(?:winner|champion)s?\b|\b(?:final|last)\s+(?:episode|broadcast|hour)\b",
    re.IGNORECASE,
)
# A headline with one of these may date that, and not the season.
ANOTHER_THING = re.compile(
    r"\b(?:renew\w*|cancel\w*|order\w*|pick\w*\s+up|greenl\w+|ax(?:e|es|ed)|scrap\w*|trailer|teaser|film(?:s|ed|ing)?|movie|panel|comic-con"
    r"|production|shoot\w*|wrap\w*|cast\w*|join\w*|announc\w+|reveal\w*|recap|review|explained|reunion|special|podcast|tour|tickets?"
    r"|award\w*|nominat\w*|emmys?|dies|died|born|leaves|exit\w*|delay\w*|push\w*|postpon\w*|after|since|ranking|chart\w*|views|viewers|before|ahead)\b",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\b(?:targets|eyes|eyeing|on\s+track\s+for|aims\s+for|aiming\s+for|set\s+for|due(?:\s+in)?|coming(?:\s+in)?|slated\s+for)\s+$",
    re.IGNORECASE,
)
# Who asks so is answered with the day: "When does season 8 start? On Friday."
ASKS_WHEN = re.compile(
    r"\W*(?:q:\s*)?when\s+(?:does|do|did|is|are|was|will|can)\b[^?]*\b(?:start|premiere|come\s+out|out|air|releas\w+|return|begin|arrive|back|debut|drop"
    r"|launch|watch|see)\b",
    re.IGNORECASE,
)
ANSWERS = re.compile(
    rf"\W*(?:a:\s*)?(?:(?:it|the\s+\w+|{P}|{N}|{S})\s+(?:will\s+)?(?:be\s+)?(?:\w+\s+){{0,3}})?(?:on|in|from|by)?\s*(?:the\s+)?{D}",
    re.IGNORECASE,
)
# "Got a premiere date on Wednesday, and it's D": only the second one is that date.
GOT_DATE = re.compile(
    r"\b(?:got|gets|given|gave|receiv\w+|announced|revealed|unveiled|sets?|handed|landed|scored|announcing|confirmed)\s+(?:an?|its|the)\s+(?:[\w-]+\s+){0,2}?date\s+(?:on|in|at)\s*$",
    re.IGNORECASE,
)
