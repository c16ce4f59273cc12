"""The words in which places on charts are told: charts, whose they are, and places."""

from __future__ import annotations

import re

from cliffhanger.reader import viewing_words
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE as D
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.seasons import LATER

OWN = (
    r"(?:the|its)\s+(?:streamer|platform|service|streaming\s+(?:service|platform|giant)|network|broadcaster|channel"
    r"(?:['\u2019]s\s+own\s+(?:platform|service|player))?)"
)
"""What a platform is called that was named before."""
COMPANY = r"(?:the|that)\s+(?:(?:measurement|research|analytics|ratings|data|tracking)\s+)?(?:firm|company|tracker)"
"""What somebody who measures is called, who was named before."""
PLAYERS = rf"(?:ITVX|(?:(?:BBC|{P})\s+)?iPlayer|My5)"
"""Players that are no platforms of the catalogue's."""
QUALIFIER = (
    r"(?:global|worldwide|weekly|daily|overall|official|U\.?S\.?|UK|American|British|domestic|streaming|viewing|"
    r"viewership|viewed|ratings|originals?|acquired|English|English-language|"
    r"non-English|Non-English-language|TV|television|series|shows?|film|trending|popular|most-watched|own|broadcast)"
)
TOP = r"top[\s-]?(?:10|ten|15|20|25|50)(?!\d)"
NOUN = (
    rf"(?:{TOP}(?:\s+(?:charts?|lists?|rankings?|TV\s+(?:list|shows?)|series|shows))?|charts?|lists?|"
    r"rankings?|leaderboards?)"
)
_OF_KIND = (
    r"(?:\s+(?:of|for)\s+(?:the\s+|all\s+)?"
    rf"(?P<of>(?:{QUALIFIER}\s+){{0,3}}(?:originals|series|shows|titles|programs)))?"
)
OWNER = rf"(?P<owner>{P}|{viewing_words.MEASURERS}|{PLAYERS}|{OWN}|{COMPANY})(?:['\u2019]s?)?"
NAMED = (
    rf"(?:(?:the\s+)?(?:{OWNER}|(?P<its>its|their))(?P<words>(?:\s+{QUALIFIER}){{0,5}})\s+(?P<noun>{NOUN})\b"
    rf"|the\s+(?P<plain_words>(?:{QUALIFIER}\s+){{1,5}})(?P<plain>{NOUN})(?:\s+(?:on|at|for)\s+(?P<at>{P}))?"
    rf"|(?:the\s+)?(?P<only_noun>{NOUN})\s+(?:on|at|for)\s+(?P<only_at>{P}))"
    rf"{_OF_KIND}"
)
"""A rule's piece for a chart by its name, such as "Netflix's Global Top 10" or "the overall list"."""
CHART = Hinted(
    rf"(?<!\w)(?:{NAMED})"
    r"|\b(?:the|that)\s+(?P<same>(?:same\s+)?(?:charts?|list|rankings?)\b(?!\s+of))"
    rf"|\bamong\s+(?P<among>(?:(?:all|the|other|its|new|\d+|(?P<among_own>{OWN}['\u2019]s?)|(?P<among_at>{P})(?:['\u2019]s?)?|"
    r"original|streaming|streamed|acquired|scripted|English-language)\s+){0,4}"
    r"(?:originals|series|shows|titles|program(?:me)?s|dramas|comedies)"
    r"(?:\s+and\s+(?:series|dramas|comedies))?)\b",
    re.IGNORECASE,
)
"""A chart, named or meant, or a kind of which a place is one."""
ON_PLATFORM = re.compile(
    rf"(?:(?:\s+(?:in|across)\s+[^,;.{S}]{{1,40}}?)?,?\s+(?:on|at|across|for)\s+|\s+)(?P<alone>{PLAYERS}|{P}|{OWN})(?!\w|['\u2019])",
    re.IGNORECASE,
)
"""A platform alone right behind a place: "No. 1 on Hulu"."""
ON_THING = re.compile(
    rf"\s+(?:(?:show|series|title|drama|comedy|program(?:me)?|original)\s+)(?:(?:in|across)\s+[^,;.{S}]{{1,40}}?\s+)?(?:on|at|for)\s+(?P<alone>{PLAYERS}|{P}|{OWN})(?!\w|['\u2019])",
    re.IGNORECASE,
)
"""A platform behind a place and its kind: "the No. 1 show on Hulu"."""
FRONTED = re.compile(
    rf"(?:(?:^\W*|[;,]\s+(?:and\s+|but\s+|while\s+)?)(?:over\s+)?(?:on|at)|\b(?:on|to)(?=\s+(?:{PLAYERS}|{P}),\s+where\s))\s+(?P<alone>{PLAYERS}|{P}|{OWN})(?:,|\s+(?:itself|alone),?|\s+(?=it\s|{S}|the\s+(?:show|series|drama)))",
    re.IGNORECASE,
)
"""A platform that opens a clause: "On Peacock, it held the No. 1 spot"."""
WHOSE = re.compile(rf"(?P<alone>{PLAYERS}|{P})['\u2019]s?\s+$")
"""A platform right before a place: "Hulu's No. 1 show"."""

_CARDINAL = r"one|two|three|four|five|six|seven|eight|nine|ten"
_THING = r"(?:title|show|series|program(?:me)?|drama|comedy|thriller|sitcom|original)"
ON_MEDIUM = re.compile(
    rf"\s+{_THING}\s+(?:on|in|across)\s+(?:all\s+of\s+)?(?:broadcast|network|linear|cable|American|U\.S\.)\s+(?:television|TV)\b",
    re.IGNORECASE,
)
"""All that is broadcast behind a place, which somebody measures: "the No. 2 comedy on broadcast television"."""
_NUMBER = (
    rf"(?:\bNo\.\s?|\bNo\s(?=\d)|\bnumber\s|\#\s?|\bspot\s(?:No\.\s?)?)(?P<rank>\d{{1,3}}|{_CARDINAL})(?![\d.,]\d|[\w%-])"
    r"(?:\s+(?:spot|slot|place|position|rank|finish))?"
)
NTH = f"first|{LATER}|\\d{{1,2}}(?:st|nd|rd|th)"
_ORDINAL = rf"\b(?:the\s+)?(?P<place>top|{NTH})\s+(?:spot|slot|place|position)\b"
_MOVED = (
    r"(?:rank(?:ed|s|ing)?|finish(?:ed|es|ing)?|plac(?:ed|es|ing)|c[ao]m(?:e|es|ing)(?:\s+in)?|land(?:ed|s|ing)|"
    r"debut(?:ed|s|ing)|open(?:ed|s|ing)|s[ia]ts?|sitting|stood|stands|standing|peak(?:ed|s|ing)|stay(?:ed|s|ing)|"
    r"remain(?:s|ed|ing)|held|holds?|hanging\s+(?:on|around)|as\s+high\s+as|(?:good|enough)\s+(?:for|to\s+rank)|"
    rf"from\s+(?:{NTH})\s+to|(?:rose|risen|ris(?:es|ing)|climb(?:ed|s|ing)|slid(?:es|ing)?|f[ae]ll(?:en|s|ing)?|"
    r"dropp(?:ed|ing)|drops|slipp(?:ed|ing)|slips|jump(?:ed|s|ing)|mov(?:ed|es|ing)|went|down|up|back)\s+"
    r"(?:(?:back|down|up|\w+\s+(?:places?|spots?|notch(?:es)?))\s+)?to)"
)
_SET = rf"(?:rank(?:ed|s)|plac(?:ed|es)|put|puts|list(?:ed|s)|ha[ds])\s+(?:it|{S}|the\s+(?:show|series|drama|comedy))"
_BARE = (
    rf"\b(?:{_MOVED}|{_SET}|in)\s+(?:(?:in|at)\s+)?(?P<bare>{NTH})(?=\W*$|\s*[,.;:)\u2014]"
    r"|\s+(?:on|in|among|behind|overall|this|last|worldwide|globally|across|with|and|for|of)\b)"
)
_BE = rf"\b(?:is|was|were|are|and)\s+(?:now\s+|still\s+|currently\s+)?(?P<be>{NTH})(?=\s+(?:on|in|among|at)\s)"
_FIRST = (
    rf"\b(?P<first>chart-?topp(?:er|ing)(?=\s+[\"'\u2018\u201c]?{S})|(?:leads|led)\s+the\s+(?:way|pack|field)"
    r"|(?:bagged|took|takes|claim(?:s|ed)|wears|wore|holds|held|kept|won|seized)\s+the\s+crown)(?!\s+(?:for|in|of|with|to)\b(?!\s+\d))"
)
PLACE = Hinted(rf"{_NUMBER}|{_ORDINAL}|{_BARE}|{_BE}|{_FIRST}", re.IGNORECASE)
"""A place on some chart."""
BEHIND_PLACE = re.compile(
    rf"\W*$|\s*[,.;:)(\u2014\u2013\u201d\u2019\"']|\s+(?:{_THING}|streaming|most|trending|new|on|in|of|at|across|for|among|atop|with|and|or|but|after|before|behind|"
    r"ahead|while|as|this|last|that|worldwide|globally|overall|to|by|from|when|where|since|until|within|just|right|again|both|over|throughout|"
    rf"a|an|the|there|now|[{P}{D}])",
    re.IGNORECASE,
)
"""What may stand behind a place; "the No. 1 reason" is none."""
NO_CHART = re.compile(
    r"\s+(?:(?:show|program(?:me)?)\s+)?(?:in|for|on|of|among)\s+(?:(?:its|the|that|his|her|their|my|a|all)\s+)?(?:(?:key|coveted|time|adult\w*|Thursday|Sunday|Monday|Tuesday|Wednesday|Friday|Saturday)\s+)*"
    r"(?:(?:time\s?)?slot|hour|night|demo\w*|adults|viewers|households|timeslot|family|class|school|poll|vote|call\s+sheet|race|draft|bafta\w*|emmy\w*|season|series\s+of|line|row)\b",
    re.IGNORECASE,
)
"""A place of another kind: in its hour, among adults, in a poll."""
TO_CHART = re.compile(
    rf"(?:\s+(?:{D}|{_THING}|streaming|most-watched|overall|worldwide|globally|this|last|week|again|there)){{0,3}},?"
    r"(?:\s+(?:in|across)\s+(?:the\s+)?(?:[\w.-]+\s+){1,3}?)?(?:\s+with\s+[\w.,]+\s+(?:million|billion)\s+\w+)?\s*(?:on|in|of|atop|across|at|for)?\s+$",
    re.IGNORECASE,
)
"""What may stand between a place and its chart behind it."""
TAKES = re.compile(
    r"\b(?:in|at|to|into|for|from|took|takes|taking|hit|hits|held|holds|reach(?:ed|es)|kept|keeps|grabbed|claim(?:ed|s)|secured|landed|earned|scored|up|down|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before a place that a show takes; "the third place that she visits" is none."""
FORMER = re.compile(
    r"\b(?:from|once|previously|formerly|than|short\s+of|episode|season|issue|volume|chapter|never\s+(?:\w+\s+){0,3}to)\s+(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)
"""What stands before a place that is none now, or no place at all."""
STANDS_AT = re.compile(rf"{S},?\s+(?:(?:which\s+)?(?:is|was|sits|sat)\s+)?(?:at|in|on|\()\s*(?:the\s+)?$")
"""A show right before a place, whatever stands before it: "behind S at No. 1"."""
ANOTHER_AT = re.compile(
    rf"\b(?:behind|ahead\s+of|below|above|trailing|beating)\s+(?:only\s+|just\s+)?[^,;.{S}]{{1,40}},?\s+(?:which\s+(?:is|was|sits|sat)\s+)?(?:at|in|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What is no known show has the place: "behind a film, which is at No. 5"."""
OUSTED = re.compile(
    rf"\b(?:knock\w*|bump\w*|push\w*|dethron\w*|unseat\w*|displac\w*|oust\w*|replac\w*|overt[ao]\w+|beat\w*|edg\w+\s+out|topp\w+)\s+{S}"
    r"(?:\s+(?:off|from|out\s+of|for|at|as))*\s+(?:the\s+|to\s+)?$",
    re.IGNORECASE,
)
"""Another show that a place was taken from."""
OVERTAKEN = re.compile(
    rf"\b(?:until|when|before|after|as|but|and)\s+[^,;.{S}]{{0,40}}{S}[^,;.{S}]{{0,20}}\s(?:knock\w*|bump\w*|push\w*|mov\w+|forc\w+|sen[dt]\w*|edg\w+)\s+it\b[^,;.{S}]{{0,30}}$",
    re.IGNORECASE,
)
"""Another show by which one lost its place: "until S knocked it down to No. 2"."""
HAS_PLACE = re.compile(
    rf"(?:\s+{_THING})?,?\s+(?:is\s+|was\s+)?[\"'\u2018\u201c]?(?P<show>{S})(?=,|\.|;|\)|\W*$|\s+(?:is|was|with|and|on)\b)"
)
"""A show right behind its place: "the No. 1 title S"."""
IS_SHOW = re.compile(rf"\s+(?:is|was|remains)\s+[\"'\u2018\u201c]?(?P<show>{S})")
"""A show right behind a chart that it heads: "the No. 1 series on Hulu is S"."""
