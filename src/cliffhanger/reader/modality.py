"""How a statement is meant: the words around a verb that make a plan, a hope or a rumour of it.

The weaker reading wins, so that what is only hoped for is never an event. In
this order: a condition or a question makes it hypothetical; a wish, hope; a
report without a source, rumour; a word of denial, denial; an intention, plan.
"""

from __future__ import annotations

import re

from cliffhanger.domain.vocabulary import Modality
from cliffhanger.reader.hinted import Hinted, plain
from cliffhanger.reader.sieves import Sieve

# These are searched for in lower case, which is faster than a search without regard to it.
_HYPOTHETICAL = Hinted(
    r"\b(?:if|would(?!\s+only\s+(?:say|tell)\b)|could|might|may(?!\s+(?:sweeps|\d))|should|whether|unless|until|were\s+(?:\ue000\s+)?to|possib(?:le|ly|ility)"
    r"|potential(?:ly)?|perhaps|maybe"
    r"|chances?|odds|likel(?:y|ihood)|(?<!\ban\s)(?<!\bthe\s)unlikely|what\s+(?:it\s+)?would|question\s+of|decide[sd]?\s+(?:if"
    r"|whether)|depends?|depending|scenario"
    r"|predict(?:s|ed|ion|ions)?|can\s+s)\b",
)
_HOPE = Hinted(
    r"\b(?:hop(?:e|es|ed|ing|eful|efully)|want(?:s|ed|ing)?|wish(?:es|ed|ing)?|petition(?:s|ed|ing)?"
    r"|campaign(?:s|ed|ing)?\s+(?:for|to)|call(?:s|ing)?\s+(?:for|on)"
    r"|begg?(?:s|ed|ing)?|deserves?d?|needs?|fingers\s+crossed|dream(?:s|ing)?|plea(?:s|d|ds|ding)?|urg(?:e|es"
    r"|ed|ing)|demand(?:s|ed|ing)?"
    r"|love\s+to|clamou?r(?:s|ed|ing)?|eager|optimistic|confident|pitch(?:es|ed|ing)?|lobby(?:ing)?|tr(?:y|ies"
    r"|ied|ying)\s+to|attempts?|sign(?:s|ed)?\s+up\s+in|to\s+get(?=\s+\ue000)|rally(?:ing)?|rallies)\b",
)
_RUMOUR = Hinted(
    r"\b(?:reportedly|rumou?r(?:s|ed)?|allegedly|sources?\s+(?:say|tell|claim)\w*|said\s+to\s+be|close\s+to(?!\s+(?:the|its)\s+(?:show|series|production|project|matter|situation|talks|negotiations)\b)"
    r"|near(?:s|ing)(?=\s)|expected\s+to"
    r"|in\s+talks|consider(?:s|ed|ing)|eye(?:s|d|ing)|insiders?|believed\s+to|thought\s+to|apparently"
    r"|speculat\w+|leak(?:s|ed|ers?)?|an?\s+report\s+that|poised\s+to|mulling|mulls"
    r"|weigh(?:s|ing)|on\s+the\s+verge|about\s+to|tipped\s+to|supposedly|unconfirmed|claims?\s+that"
    r"|talks\s+(?:of|about)|fear(?:s|ed|ing)?|looks?\s+(?:to\s+be|like|set))\b",
)
_DENIAL = Hinted(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed)|debunk(?:s|ed)?|dismiss(?:es|ed)?"
    r"|(?:shut|shoot|shot|knock|bat)(?:s|ed|ted)?\s+(?:down|back)\s+(?:\w+\s+)?(?:rumou?rs|reports|talk|claims|speculation|suggestions)|pour(?:s|ed)\s+cold\s+water"
    r"|rubbish(?:es|ed)|shut(?:s)?\s+down\s+(?:rumou?rs|reports|talk)|no\s+plans\s+to|no\s+truth"
    r"|reject(?:s|ed)?\s+(?:claims?|reports?|rumou?rs|talk|suggestions?|speculation)|false(?:ly)?|untrue|contrary\s+to|hoax)\b",
)
_PLAN = Hinted(
    r"\b(?:plan(?:s|ned|ning)?\s+(?:to|for|on)|aim(?:s|ed|ing)?\s+(?:to|for)|intend(?:s|ed|ing)?"
    r"|in\s+(?:the\s+works|development|early\s+development)"
    r"|develop(?:s|ed|ing)|envision(?:s|ed)|map(?:s|ped)\s+out)\b",
)
_WEAKER = Sieve(
    ((pattern, meant), [pattern])
    for pattern, meant in (
        (_HYPOTHETICAL, Modality.HYPOTHETICAL),
        (_HOPE, Modality.HOPE),
        (_RUMOUR, Modality.RUMOUR),
        (_DENIAL, Modality.DENIAL),
        (_PLAN, Modality.PLAN),
    )
)
_QUESTION = re.compile(
    r"^\W*(?:is|are|was|were|will|has|have|had|did|does|do|could|would|should|can|might|and\s+(?:is|will)"
    r"|so,?\s+(?:is|will|has)|when\s+(?:will|is|are|does|do|can|could|would|might))\b",
    re.IGNORECASE,
)
_REPORTED = Hinted(
    r"\b(?:announc|confirm|reveal|decid|said|told|stat|disclos"
    r"|declar)\w*(?:[^;]{0,60}?\bthat\b[^;]{0,60}?\bwould(?=\s)(?!\s+(?:have|be\s+(?:surpris|nice|great)))|[^;]{0,30}?(?:\bit|\ue000)\s+would(?=\s+(?:be\s+(?:back|made|renewed)|continue|carry\s+on|go\s+on|have|get|come\s+back|air|make|order|produce|return|end|renew|bring|not)\b))"
    r"|\b(?:got|received|had|given|came|brought)\s+(?:the\s+)?(?:word|news)\b[^;]{0,40}?\bthat\b[^;]{0,40}?\bwould\b|\blearn(?:s|ed)?\b[^;]{0,40}?\bthat\b[^;]{0,40}?\bwould\b",
)
_UNTIL_IT = Hinted(
    r"\buntil\s+(?:it|\ue000|the\s+(?:series|show))\s+(?:was\s+)?(?:ended|concluded|finished|cancell?ed|axed|dropped)\b"
)
_BREAK = re.compile(
    r"[;|\u2014\u2013]|,\s+(?:but|and|while|though|although|yet|as|with(?=\s+no))\b|\.\s|(?<=time):\s|\b(?:since|after)\s+(?=\ue002\s)",
    re.IGNORECASE,
)
# Behind "since P let it go" another clause may not look as far as to see the platform.
_PLATFORM_BEHIND = 2
# "With the league about to take over two nights, the network has cancelled S": what is about to be is not the news.
_OPENING = re.compile(r"\W*with\s[^,;]{1,200},\s+", re.IGNORECASE)
# "The cast could not be happier: P has renewed S", and not "Rumour: P has renewed S".
_COLON = re.compile(r"(?:[^\s:]+\s+){3,}[^\s:]+:\s+(?=\S)")
_CONDITION = re.compile(r"^\W*(?:if|unless|should|had|were|whether|when|once)\b", re.IGNORECASE)
_HEARSAY = re.compile(r"\W*(?:reportedly|allegedly|apparently|supposedly|rumou?r|according\s+to)", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not|never|no(?!\.)|neither|nor|cannot|without)\b|n[\u2019']t\b", re.IGNORECASE)
_YET = re.compile(r"\b(?:yet|still|so\s+far|currently|as\s+of|officially)\b", re.IGNORECASE)


def modality(lead: str, sentence: str) -> Modality:
    """Return how something is meant.

    Args:
        lead: the words that govern it: its clause up to the verb.
        sentence: the whole sentence, for its question mark.
    """
    if is_question(sentence):
        return Modality.HYPOTHETICAL
    # "Announced that it would end" reports a fact, and so does "until it ended".
    lead = _UNTIL_IT.sub(" ", _REPORTED.sub(" ", plain(lead)))
    for pattern, meant in _WEAKER.through(lead):
        if pattern.compiled.search(lead):
            return meant
    return Modality.EVENT


def is_question(sentence: str) -> bool:
    """Whether a sentence asks whether something is so: "Will it return?", not "Why was it cancelled?"."""
    return sentence.rstrip("\"'\u201d\u2019) ").endswith("?") and _QUESTION.match(sentence) is not None


def is_negated(words: str) -> bool:
    """Whether words say no."""
    return bool(_NEGATION.search(words))


def is_open(words: str) -> bool:
    """Whether words say that it may still come: "has yet to", "not yet", "still has not"."""
    return bool(_YET.search(words))


def clause_start(marked: str, at: int) -> int:
    """Return where the words begin that govern how a place of a marked sentence is meant."""
    opening = _OPENING.match(marked, 0, at)
    ends = (m.end() for m in _BREAK.finditer(marked, 0, at + _PLATFORM_BEHIND) if m.end() <= at)
    start = max(ends, default=opening.end() if opening else 0)
    said = _COLON.match(marked, start, at)
    start = said.end() if said else start
    before = marked[start:at]
    # An opening clause of time tells nothing of how the main one is meant: "After fans campaigned for months, ...".
    if before.rstrip().endswith(",") and not _CONDITION.match(before) and not _HEARSAY.match(before):
        return at
    return start
