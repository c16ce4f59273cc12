"""The words in which English tells who plays whom, as rules over sentences whose persons are veiled."""

from __future__ import annotations

import re

from cliffhanger.domain.vocabulary import Modality
from cliffhanger.reader.casting_lead import LEAD
from cliffhanger.reader.casting_words import (
    AS_GUEST,
    BRACKETS,
    HIS,
    HONOUR,
    LINK,
    NAMED,
    ONE_PERSON,
    PLAIN_LINK,
    RELATIVE,
    ROLE,
    ROLE_ENDS,
    UNNAMED,
    WHERE,
    WHO,
    sieve,
)
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.veil import AND, NAME, PERSON, RANK

PLAYED_BY = Hinted(
    rf"(?P<rank>{RANK})?(?P<role>{NAMED})(?:,|\s+\(|\s+[\u2013\u2014-]|,\s+who\s+is|\s+is|\s+was|,\s+an?\s+(?:[\w-]+\s+){{1,4}})?\s*(?:[a-z]+ly\s+)?(?i:played|portrayed|"
    rf"embodied|voiced|brought\s+to\s+life)\s+(?:(?:again|here|once\s+more|now|memorably|with\s+[a-z-]+(?:\s+[a-z-]+){{0,3}})\s+)?(?i:by)\s+"
    rf"(?:(?!(?:both|either|two)\b)(?:the\s+|an?\s+)?(?:[a-z-]+\s+|Newcomer\s+){{0,3}}|{S}\s+(?:alum\w*|star|veteran|actor|actress)\s+)?{ONE_PERSON}"
    rf"(?:,?\s+and\s+(?:played|portrayed|embodied|voiced)\s+by\s+(?:[a-z-]+\s+){{0,2}}(?P<another>{PERSON}))?"
)
"""A character before who plays it."""
SINGLE = sieve(
    (
        (PLAYED_BY, Modality.EVENT, False, 0.95),
        (rf"{ONE_PERSON}{WHO}\s+{LINK}\s+{ROLE}{WHERE}(?P<guest>{AS_GUEST})?", Modality.EVENT, False, 0.95),
        (rf"{ONE_PERSON}{WHO}\s+{PLAIN_LINK}\s+{UNNAMED}(?P<guest>{AS_GUEST})?", Modality.EVENT, False, 0.8),
        (
            (
                rf"{ONE_PERSON}['\u2019]s?\s+(?:[\w-]+\s+){{0,2}}?(?:portrayal|performance|turn|depiction)\s+(?:of|"
                rf"as)\s+{ROLE}"
            ),
            Modality.EVENT,
            False,
            0.9,
        ),
        (
            rf"{ONE_PERSON},\s+(?:the|an?)\s+(?:actor|actress|star|performer|voice)\s+behind\s+{ROLE}(?=[,.])",
            Modality.EVENT,
            False,
            0.85,
        ),
        (
            rf"{ONE_PERSON}(?:,\s+whose\s+(?:[a-z-]+\s+)?character,?|,?\s+(?:aka|known\s+to\s+(?:fans|viewers|audiences)\s+as))\s+{ROLE}(?=[,.]|\s(?:is|was|has|had|gets)\b)",
            Modality.EVENT,
            False,
            0.85,
        ),
        (rf"{ONE_PERSON}\s+{HIS}{AS_GUEST}", Modality.EVENT, True, 0.85),
        (rf"{ONE_PERSON},\s+(?:as|in\s+the\s+(?:role|part)\s+of)\s+{ROLE}(?=,)", Modality.EVENT, False, 0.85),
        (
            rf"{ONE_PERSON}{WHO}\s+(?:brings|brought|bringing|has\s+brought)\s+{ROLE}\s+to\s+(?:[a-z-]+\s+)?life",
            Modality.EVENT,
            False,
            0.9,
        ),
        (
            rf"\b[Tt]he\s+(?:role|part)\s+of\s+{ROLE}\s+(?:goes|went|has\s+gone)\s+to\s+{ONE_PERSON}",
            Modality.EVENT,
            False,
            0.9,
        ),
        (
            rf"\b(?:played|portrayed|voiced)\s+by\s+{PERSON}[^.;:]{{0,60}}?,?\s+(?:and|while|with)\s+{ROLE}\s+(?:is\s+|was\s+)?by\s+{ONE_PERSON}",
            Modality.EVENT,
            False,
            0.85,
        ),
        (
            rf"\b[Ww]ith\s+{ONE_PERSON}\s+as\s+(?:his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?{RELATIVE}\b(?!['\u2019])",
            Modality.EVENT,
            False,
            0.85,
        ),
        (
            (
                rf"(?P<loose>)(?:^\W*|[,;(]\s+|\band\s+|\bwith\s+){ONE_PERSON}\s+as\s+{ROLE}(?=\s+(?:is|was|has|have|had|makes|"
                r"remains|gets|steals|are|were|will)\b)"
            ),
            Modality.EVENT,
            False,
            0.85,
        ),
        (
            rf"(?P<loose>)(?P<person>{PERSON}){BRACKETS}\s+(?:as|As)\s+{ROLE}{ROLE_ENDS.pattern}(?P<guest>{AS_GUEST})?",
            Modality.EVENT,
            False,
            0.85,
        ),
    )
)
"""Rules that give one person a part."""

_ONE_ROLE = rf"{LEAD}{RANK}?{HONOUR}?{NAME}(?:\s{S})?"
_ROW = rf"{_ONE_ROLE}(?:,\s{_ONE_ROLE}){{0,4}},?\s(?:and|&)\s{_ONE_ROLE}"
PAIRED = Hinted(
    rf"(?P<people>{PERSON}(?:,\s{PERSON}){{0,4}},?\s(?:and|&)\s{PERSON})"
    r"(?P<gap>(?:,\swho)?(?:,?\s(?!(?:not|never|could|would|may|might|known|described|hired|serv\w+|credited|replac\w+|exit\w*|leav\w+|said|say|told|as|who)\b)[a-z-]+){0,7},?)\s"
    rf"(?:as|play|played|portray|portrayed|voice|are)\s(?P<roles>{_ROW})(?!['\u2019]|\s(?:as|As)\b|\s(?:and|&)\s{PERSON})"
)
"""Actors and as many characters, to be paired in their order: "A and B as C and D"."""
ROLES = re.compile(rf"{LEAD}(?P<rank>{RANK})?(?P<role>{HONOUR}?{NAME}(?:\s{S})?)")
"""A character in such a list."""
BEHIND_AS = re.compile(r"\b[Aa]s\s(?:[\w.\u2019'-]+\s){0,3}$")
"""Where a person is a character and begins no list of actors."""

PARTNERS = re.compile(rf"(?:{PERSON}{AND})+$")
"""Before an actor, others who have the same part where the verb is a plural: "Jane Doe and John Roe share the part"."""
PLURAL = re.compile(
    r"(?:(?:both|all|each|also)\s)?(?:play|portray|voice|share|embody|have|take|appear|star|co-star|recur|return)\b"
)

AND_ROLE = re.compile(rf",?\s(?:and|&)\s{LEAD}{RANK}?{NAME}(?!\s(?:plays?|is|are|as)\b)")
"""Behind the part of several, another one: which of them has which is not this rule's to say."""
AND_ANOTHER = re.compile(rf"\s(?:and|&)\s{PERSON}")
"""Behind an actor, another one: "C and D, played by A and B" is no rule's to pair."""

PRONOUN = re.compile(rf"^\W*(?:She|He|They)\s+{LINK}\s+{ROLE}")
"""A part of somebody whom the sentence before names."""

NEITHER = Hinted(
    r"\b(?:if|whether|not|never|rumou?r\w*|den(?:y|ies|ied)|would|could|might|may|formerly|previously|best\s+known|"
    r"known\s+for|late|instead\s+of|in\s+talks"
    r"|won['\u2019]t|isn['\u2019]t|no\s+longer|replac\w+|audition\w*|wants?|wanted|hop(?:e|es|ing)|almost|nearly|"
    r"film|movie)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
CREDITED = re.compile(r"['\u2019\u201d\"]*\s(?:alum\w*|veterans?|stars?|actor|actress|favou?rite|fame|standout)\b")
"""Behind a show that an actor is known from."""
ANOTHER = re.compile(
    r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+)?(?:spin-?off|prequel|sequel|reboot|revival|movie|film|reunion|special)\b",
    re.IGNORECASE,
)
RANKED_BEFORE = re.compile(rf"\b{RANK}$")
"""Before a name that is a character's, and no actor's: "Detective So-and-so is back"."""
RANKED = re.compile(rf"^{RANK}(?=[A-Z])")
# What somebody is hired as, and no character.
OFFICES = re.compile(
    r"\b(?:showrunner|producer|director|writer|host|co-host|officer|president|chief|head|judges?|actors?|actress|"
    r"guest|executive|ceo|chair\w*|"
    r"best|lead|regulars?|series|season|star|villains?|partner|editor|composer|narrator|coach|captain|creator|"
    r"detective)\b",
    re.IGNORECASE,
)
