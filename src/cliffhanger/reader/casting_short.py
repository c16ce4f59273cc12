"""The words in which English tells a part without a verb of playing: in brackets, by "is", by whose it is."""

from __future__ import annotations

import re

from cliffhanger.reader.casting_lead import LEAD
from cliffhanger.reader.casting_words import LOWER, NAMED, ONE_PERSON, RELATIVE, WORD
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.veil import AND, MARK, NAME, PERSON, RANK

IN_BRACKETS = Hinted(
    r"(?:^|(?<=[a-z,;:]\s))"
    rf"(?P<rank>{RANK})?(?P<role>(?P<whole>{PERSON})|(?:[Tt]he\s)?{WORD})\s\({ONE_PERSON}\)"
)
"""A character with the actor in brackets: "Ruth Adair (Jane Doe)"."""
NO_CHARACTER = re.compile(
    r"(?<!centers )(?<!centres )(?<!focuses )(?<!focusing )\b(?:in|on|at|by|from|of)\s$", re.IGNORECASE
)
"""Before a name that has something else in brackets: "in Texas (Jane Doe)"."""
NO_ACTOR = re.compile(r"\b(?:Getty|Images|Photos?|Press|News|Pictures|Collection|Productions)\b")
"""Whose picture it is, and no actor: "Ruth Adair (Example Images)"."""
PEOPLE_LISTED = re.compile(
    r"\b(?:cast|stars?|starr\w+|actors?|actress|join\w*|direct\w*|produc\w*|writ\w+|wrote|creat\w+|includ\w+|compos\w+|"
    r"showrunn\w+|host\w*|guests?|featur\w*|add(?:s|ed)|film|movie)\b(?P<behind>[^.;:]*)$",
    re.IGNORECASE,
)
"""Words before two full names of which either may be the actor's: "the cast includes Jane Doe (Ruth Adair)"."""

GOES_ON = re.compile(r"\b(?:where|when|while|finds|follows|sees|meets|cent(?:er|re)s|focuses|tells|must|has)\b")
"""Behind such words: the list is over, and the story goes on."""
INSIDE = re.compile(r"\([^()]*\)")
PLAIN = re.compile(r"\b[a-z]{2,}\b")
"""What may stand between such words and a name that is listed only in small number."""

BEING = Hinted(
    rf"(?:^\W*(?:(?:Relative\snewcomer|Newcomer|Actor|Actress|Veteran|Comedian|{S}\s(?:alum\w*|star|veteran|standout))\s)?|"
    rf"[;:\u2014]\s*|,\s(?:(?:and|while|but)\s)?|\b(?P<joined>and)\s){ONE_PERSON}(?:,\swho)?\s(?:is|was)\s"
    rf"(?:(?P<apart>(?:the|his|her|their)\s(?:[a-z-]+\s){{0,6}}[a-z-]+,\s)|{LEAD})(?P<rank>{RANK})?"
    rf"(?P<role>(?P<whole>{PERSON})(?=[,.;]|\s(?:and|who|while)\b)|(?:[Tt]he\s)?{WORD}(?=(?P<told>,\s(?:an?|the|his|her|whose|"
    r"who)\b)|[,.;]|\sand\b))"
)
"""An actor who "is" the character."""
PLAYS_BEFORE = re.compile(r"\b(?:plays?|played|(?:co-)?stars?|portrays?|voices?|appears\sas)\b")
"""In front of a row of actors who "are" their characters, in the sentence or the one before."""
EPISODES = re.compile(r",?\sin\s(?:[a-z]+|\d+)\s(?:of\s(?:the|its)\s)?episodes?\b")
"""Behind a part that is told of."""
NO_NAME = re.compile(r"(?:ian|ican|ean|erman|uban|ish|ese|ic|ist)$")
"""How a word ends that tells what somebody is: "She is Norwegian"."""

GAPPED = Hinted(
    rf"\b(?:plays|played|portrays|portrayed|voices|voiced)\s(?P<other>[^.;:]{{0,60}}?[A-Z{MARK}{S}][^.;:]{{0,60}}?),?\sand\s{ONE_PERSON}\s(?:the|his|her|their)\s"
    rf"(?:(?!(?:in|of|on|at|from|for|to|with|by)\s)[a-z][\w\u2019'-]*\s){{0,5}}?(?:[a-z-]+,\s|known\sas\s)?(?P<rank>{RANK})?(?P<role>{NAMED})(?=[,.;]|\s(?:ran|run|who)\b|$)"
)
"""A second actor whose verb is left out: "Jane Doe plays Ruth Adair and John Roe her boss, Max"."""

OWNER_ACTS = Hinted(
    rf"(?:^\W*|[,;:\u2014]\s*(?:(?:and|but|while|as)\s)?|\b(?:and|but|while|when|where|that|And|But)\s){ONE_PERSON}['\u2019]s?\s+"
    rf"(?!(?:[a-z-]+\s+)?{RELATIVE}\b){LOWER}(?P<rank>{RANK})?(?P<role>{PERSON})\s+(?:(?:still|never|always|finally|also|now)\s+)?(?:gets?|finds|faces|must|goes|takes|"
    r"learns|tries|meets|discovers|becomes|returns|decides|fights|struggles|realizes|wants|has\s+(?!been\b)|"
    r"(?:is|was)\s+(?!(?:also\s+)?(?:streaming|available|back\s+for|renew\w+|cancel\w+|return\w*|set\s+(?:in|to|for)|based|coming|due|on|"
    r"out|premier\w+|adapt\w+|getting|one\s+of|an?\s+(?:[\w-]+\s+){0,3}(?:series|show|drama|comedy|thriller|film|movie|"
    r"adaptation|novel|book|hit|sitcom)|the\s+(?:[\w-]+\s+){0,3}(?:series|show|drama|comedy|film|movie)))\b)"
)
"""A character, by the actor's name, that does or is something: "Jane Doe's Ruth Adair gets the last word"."""

SHORTLY = Sieve(
    ((pattern, confidence), [pattern, words])
    for pattern, words, confidence in (
        (IN_BRACKETS, Choice(" ("), 0.75),
        (BEING, Choice(" is ", " was "), 0.85),
        (GAPPED, Choice(" and "), 0.85),
        (OWNER_ACTS, Choice("'", "\u2019"), 0.75),
    )
)
"""Rules that tell a part without a word for playing, each with its confidence."""

POSSESSED = Hinted(rf"{ONE_PERSON}['\u2019]s?\s+{LOWER}(?P<rank>{RANK})?(?P<role>{PERSON})")
FICTION = Hinted(
    r"\b(?:characters?|roles?|stars?|cast|portray\w*|play(?:s|ed|ing)|relationships?|performances?|chemistry|romance|feud|storylines?|arc|scenes|duo|together|co-stars?|"
    r"opposite|ensemble|detective|cop|torch|screen)\b",
    re.IGNORECASE,
)
_WITH_ROLE = rf"{PERSON}\s\({RANK}?{NAME}\)"
ROW = Hinted(
    rf"(?P<row>{_WITH_ROLE}(?:{AND}{_WITH_ROLE}){{1,9}})\s+(?:(?:also|all|both)\s+)?(?:return|star|co-star|recur|(?:are|will\s+be)\s+(?:(?:all|also|both)\s+)?"
    r"(?:back|returning|(?:expected|set|slated|due|confirmed)\s+to\s+(?:return|be\s+back|star|appear)))\b"
)
"""Actors with their characters in brackets, of whom it is said that they return."""
OF_ROW = re.compile(rf"(?P<person>{PERSON})\s\((?P<rank>{RANK})?(?P<role>{NAME})\)")
STARS_BEHIND = re.compile(
    rf"(?:,\s+|,?\s+and\s+)?(?:{PERSON}\s\([^()]{{1,60}}\)(?:,\s+|,?\s+and\s+|\s+)?){{0,8}}\s*(?:also\s+|all\s+)?(?:rounds?\s+out|completes?|(?:co-)?stars?|joins?|recurs?|returns?|lead|head|(?:are|is|will\s+be)\s+(?:(?:all|also|both)\s+)?(?:back|returning|expected|set|slated|due|confirmed)|reprise|will\s+return)\b"
)
"""Behind a list of names with brackets: it is the actors who stand outside."""
