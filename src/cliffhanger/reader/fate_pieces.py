"""What a rule of fate is, and the pieces that several of them are made of.

A rule finds a verb of fate together with its show. Each pattern is matched
against marked sentences in lower case and names its parts: ``subject`` holds
the shows, ``verb`` the words of fate, and where they apply ``aux`` the
auxiliaries, ``platform`` who acts, and ``refused`` words that turn a renewal
into a refusal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cliffhanger.reader import fate_words as w
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.seasons import LATER

if TYPE_CHECKING:
    import re

    from cliffhanger.domain.vocabulary import Predicate
    from cliffhanger.reader.sentences import Sentence

S, N, P = w.S, w.N, w.P


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which English tells a fate.

    Attributes:
        predicate: what is said when nothing denies it.
        pattern: what it looks like in a marked sentence.
        hints: one of these stands in every sentence that the rule is for.
        needs: and one of these, where it has any.
        sure: whether the words leave no doubt that a name is a show's, even a weak one.
        reverses: whether an earlier renewal is taken back.
        numbered: whether it tells of a season only where the text has said which one it is about: "the order came".
    """

    predicate: Predicate
    pattern: Hinted
    hints: Choice
    needs: Choice | None = None
    sure: bool = True
    reverses: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's match in a sentence.

    Attributes:
        sentence: the sentence.
        rule: the rule.
        match: where it matched.
        rest: what follows in the same clause, from the end of the match.
        lead: what governs it, up to the verb.
    """

    sentence: Sentence
    rule: Rule
    match: re.Match[str]
    rest: str
    lead: str


def rule(
    predicate: Predicate,
    pattern: str,
    hints: str,
    needs: tuple[str, ...] = (),
    **other: Any,  # noqa: ANN401 - a rule's other fields
) -> Rule:
    """Return a rule; its hints are given in one text, with bars between them."""
    return Rule(predicate, Hinted(pattern), Choice(*hints.split("|")), Choice(*needs) if needs else None, **other)


OF_IT = rf"(?:\s+(?:about|from|starring|with|led\s+by|set\s+in|created\s+by)\s+[^.,;:{S}{N}{P}]{{1,70}}?)?"
"""Behind a noun that stands for a show: "the comedy about sinners in the afterlife"."""

LINK = (
    rf"(?:['\u2019\"\u201d]?s?['\u2019]?(?:\s*[(,]?\s*{N}\)?)?{w.KIND_AFTER})?{w.ASIDE}\s*(?:[:\u2013\u2014-]\s*(?:(?:[\w.\u2019'-]+\s+){{0,4}}?{w.KINDS}\s+)?"
    rf"|,\s+(?:which|that|(?:both|all)\s+of\s+(?:which|whom|them))\s+|which\s+|that\s+|,\s+(?=(?:already|recently)\s)"
    r"|,\s+(?=(?:just\s+|newly\s+)?(?:renewed|recommissioned|picked\s+up|cancell?ed|axed|scrapped|dropped|let\s+go|cut\s+loose)\s+(?:for|by|in|last|this|early|earlier|at|through|after|\w+\s+\w+\s+ago)\b)"
    r"|,\s+(?=(?:was|were|has\s+been|have\s+been|will\s+not|won[\u2019']t|had\s+been|received|landed|got)\b))?"
)
OBJECT = (
    rf"(?P<object>(?:(?!interest|about\s+{S}|cast\b|scripts?\b|pilots?\s+{S}(?!\s+to\s+series)|deal|contract|pact|agreement|lease|vow|carriage|licen|rights|overall"
    r"|subscription|orders\b|(?:order|commitment|green\s?light)\s+to\b|leav(?:es|ing)\b|(?:series|shows|dramas|comedies),|but\b|while\b|whereas\b|taping|recording|screening|concert)[\w\u2019'&/,+-]+\s+){0,9}?)"
    rf"(?:{S}['\u2019]?s?\s+(?:spin-?off|prequel|sequel|offshoot)\s+(?:series\s+)?)?"
)
OPENS = rf"[^\w{S}{N}{P}{w.D}]*"
"""At the head of a sentence: signs, and no mark of a show."""
OWNED = rf"(?:{P}['\u2019]?s?\s+)?{OBJECT}"
"""Before a show: its platform, and what it is called: "P's hit drama S"."""
A = r"(?:(?:an?|another|any|the|its)\s+)?(?:[\w-]+\s+){0,2}?"
MORE = (
    rf"(?:{A}{N}|an?\s+(?:{LATER})(?=\s*(?:[.,;]|$|of\b))|(?:any\s+)?(?:more|further|additional)(?:\s+(?:episodes"
    rf"|seasons|instal+ments))?)"
)
"""A season of a show, or more of it."""
OF_SHOW = (
    rf"(?:\s+(?:of|for|to)\s+{OWNED}(?P<subject>{w.LIST}|{w.GENERIC})"
    r"|(?=\s*(?:[.,;]|$|yet\b|so\s+far\b|after\b|despite\b|because\b|citing\b)))"
)
"""Behind a season: whose it is, or that the text has told it before."""
ADJECTIVES = r"(?:(?!(?:for|of|to|on|in|at|from|with|as|by|that|whether|if|how|when|why)\b)[\w-]+\s+){0,3}?"
"""Up to three words that describe a season, and lead to no other thing: no "rollout for"."""
ONE_MORE = r"(?:an?\s+|its\s+|the\s+|their\s+)?(?:[\w\u2019'-]+[\s-]+){0,3}?"
ACTOR = (
    rf"(?:(?P<platform>{P})|\b(?:the\s+)?(?:\w+\s+)?(?:network|streamer|broadcaster|channel|platform|studio"
    rf"|service|cabler|netlet|pubcaster|corporation|company)|\b(?:they|executives|bosses))"
)
REFUSE = (
    r"(?P<refused>(?:decid\w+|opt\w*|chos\w+|choos\w+|elect\w*)\s+(?:not\s+to|against)|declin\w+\s+to"
    r"|refus\w+\s+to|will\s+not|won[\u2019']t|"
    r"did\s+not|didn[\u2019']t|no\s+longer|has\s+passed\s+on)"
)
SOMEBODY = (
    r"(?:^|[.;:,]\s+|\b(?:and|that|says|said)\s+)(?!(?:if|fans?|viewers|nobody|he|she|who|no\s+one)\b)"
    r"(?:the\s+)?[\w&+-]+(?:\s+[\w&+-]+)?\s+"
)
"""A platform or a studio that the vocabulary does not know: whoever it is that renews a show."""
