"""The words in which English tells who plays whom, as rules over sentences whose persons are veiled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cliffhanger.domain.vocabulary import Modality
from cliffhanger.reader.casting_words import (
    ADDS,
    AS_GUEST,
    BRACKETS,
    CAME_BY,
    CAST_IS,
    ENTRIES,
    EPISODES,
    GUEST_VERB,
    HIS,
    HONOUR,
    IN_CAST,
    JOINS,
    LOWER,
    NAMED,
    ONE_PERSON,
    PLAYS,
    RELATIVE,
    ROLE,
    SEASONAL,
    WHERE,
    WHERE_SAID,
    WHO,
    WILL,
    WILL_JOIN,
    WORD,
)
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.sieves import Sieve
from cliffhanger.reader.veil import DETAIL, MARK, NAME, NO_DETAIL, PERSON, PERSONS, RANK

if TYPE_CHECKING:
    from collections.abc import Iterable


class Rule(NamedTuple):
    """A way in which English gives a part.

    Attributes:
        pattern: what it looks like in a veiled sentence.
        modality: how it is meant.
        guest: whether the part is a guest's.
        confidence: 0 to 1.
    """

    pattern: Hinted
    modality: Modality
    guest: bool
    confidence: float = 0.85


def _sieve(
    rows: Iterable[tuple[str | Hinted, Modality, bool] | tuple[str | Hinted, Modality, bool, float]],
) -> Sieve[Rule]:
    """Return rules by the words that they need."""
    rules = [Rule(Hinted(row[0]) if isinstance(row[0], str) else row[0], *row[1:]) for row in rows]
    return Sieve((rule, [rule.pattern]) for rule in rules)


TRIGGERS = (
    Hinted(
        r"\b(?:play|portray|star(?:s|ring|red)?\b|cast|join|board|add(?:s|ed)\b|guest|cameo|return|recurs|repris|"
        r"role\b|embod|inhabit|cross|turn\sas|performance|featur|voice|led\sby|headline|topline|co-star|ensemble|newcomer|new\sface)",
        re.IGNORECASE,
    ),
    re.compile(r"['\u2019]s?\s(?:[a-z-]+\s){0,2}[A-Z][\w.]*\s[A-Z]"),
    Hinted(rf"[Aa](?<!\w.)s\s(?:(?:the|an?|his|her|their)\s|(?:[a-z-]+\s){{0,3}}[A-Z{S}])"),
    Hinted(r" \([A-Z][\w.\u2019'-]*\s[A-Z]"),
    Hinted(r" (?:is|was) (?:[a-z-]+\s){0,4}[A-Z]"),
)
"""One of these stands in every sentence that tells of a part."""

PLAYED_BY = Hinted(
    rf"(?P<rank>{RANK})?(?P<role>{NAMED})(?:,|\s+\(|,\s+who\s+is|\s+is|\s+was|,\s+a\s+(?:[\w-]+\s+){{1,4}})?\s*(?i:played|portrayed|"
    rf"embodied|voiced)\s+(?i:by)\s+{ONE_PERSON}"
)
"""A character before who plays it."""
SINGLE = _sieve(
    (
        (PLAYED_BY, Modality.EVENT, False, 0.95),
        (rf"{ONE_PERSON}{WHO}\s+{PLAYS}\s+{ROLE}(?:{AS_GUEST})", Modality.EVENT, True, 0.95),
        (rf"{ONE_PERSON}{WHO}\s+{PLAYS}\s+{ROLE}{WHERE}(?!{AS_GUEST})", Modality.EVENT, False, 0.95),
        (
            (
                rf"{ONE_PERSON}{WHO}\s+(?:{PLAYS}|as)\s+(?:his|her|their|(?:{PERSON}|[A-Z][\w-]+|{S})['\u2019]s?)\s+(?:(?!{NO_DETAIL}\b)[a-z-]+\s+){{0,2}}{RELATIVE},?\s+"
                rf"(?P<rank>{RANK})?(?P<role>{NAMED})(?=[,.;])"
            ),
            Modality.EVENT,
            False,
            0.85,
        ),
        (rf"{ONE_PERSON}{WHO}\s+{WILL}\s+{ROLE}{WHERE}", Modality.PLAN, False, 0.9),
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
            (
                rf"{ONE_PERSON}{WHO}\s+(?i:(?:has\s+|have\s+)?(?:joins?|joined|boards?|stars?\s+in|starred\s+in|"
                rf"been\s+cast\s+in|returns?\s+(?:for|to)|returned\s+to)){WHERE_SAID}\s+(?:as|As)\s+{ROLE}"
            ),
            Modality.EVENT,
            False,
            0.95,
        ),
        (
            rf"{ONE_PERSON}\s+{GUEST_VERB}(?:\s+(?i:in|on|to|into){WHERE_SAID})?(?:\s+(?:as|As)\s+{ROLE})?",
            Modality.EVENT,
            True,
            0.9,
        ),
        (rf"{ONE_PERSON}\s+{HIS}{AS_GUEST}", Modality.EVENT, True, 0.85),
        (rf"{ONE_PERSON}\s+{CAME_BY}{EPISODES}?\s+as\s+{ROLE}", Modality.EVENT, True, 0.85),
        (rf"{ONE_PERSON}\s+(?i:appears?|appeared|guests){EPISODES}\s+as\s+{ROLE}", Modality.EVENT, True, 0.85),
        (
            rf"{ONE_PERSON}\s+(?i:appears?|appeared|returns?|returned|pops\s+up)\s+as\s+an?\s+(?:special\s+)?guest\b",
            Modality.EVENT,
            True,
            0.85,
        ),
        (
            (
                rf"{ONE_PERSON}\s+(?i:will|is\s+set\s+to|to)\s+(?i:appear|return|pop\s+up)\s+as\s+an?\s+(?:special\s+)?"
                r"guest\b"
            ),
            Modality.PLAN,
            True,
            0.85,
        ),
        (
            rf"{ONE_PERSON}{WHO}\s+(?:ha(?:s|ve)\s+)?join(?:s|ed)?\s+the\s+(?:\w+\s+)?cast\s+as\s+{ROLE}",
            Modality.EVENT,
            False,
            0.85,
        ),
        (
            (
                rf"{ONE_PERSON}\s+as\s+(?:his|her|their|its|the)\s(?:(?!{NO_DETAIL}\b)[a-z\u2019'-]+\s){{0,4}}(?!{NO_DETAIL}\b)[a-z-]+,\s"
                rf"(?P<rank>{RANK})?(?P<role>{NAMED})(?=[,.;]|\sand\b)"
            ),
            Modality.EVENT,
            False,
            0.85,
        ),
        (rf"{ONE_PERSON},\s+as\s+{ROLE}(?=,)", Modality.EVENT, False, 0.85),
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
            (
                rf"(?P<loose>)(?P<person>{PERSON})\s+(?:as|As)\s+{ROLE}(?=[,.;:)]|\s(?:and|&|in|for|on|at|returns?|who|"
                r"with)\b|$|\s(?:In|For|On)\b)"
            ),
            Modality.EVENT,
            False,
            0.85,
        ),
    )
)
"""Rules that give one person a part."""

LISTS = _sieve(
    (
        (rf"(?P<entries>{PERSONS}){BRACKETS}{WHO},?\s+{JOINS}{WHERE_SAID}", Modality.EVENT, False),
        (
            rf"(?P<entries>{PERSONS}){WHO}\s+(?:ha(?:s|ve)\s+)?(?:also\s+)?join(?:s|ed)?\s+the\s+(?:\w+\s+)?cast\b(?!\s+of\b)",
            Modality.EVENT,
            False,
        ),
        (
            (
                r"\b(?i:(?:also\s+)?(?:returning|starring)|(?:joining|new\s+to|rounding\s+out|completing|also\s+in)\s+(?:the|its)\s+"
                rf"(?:[\w-]+\s+)?(?:cast|ensemble))(?:\s+(?:in|for)\s+{N})?\s+(?:are|is|will\s+be)\s+{ENTRIES}"
            ),
            Modality.EVENT,
            False,
        ),
        (
            rf"^\W*(?:They|She|He)\s+(?:are|is|will\s+be)\s+joined\s+by\s+(?:newcomers\s+)?{ENTRIES}(?!\s+(?:on|at|onstage)\b)",
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"(?P<entries>{PERSON}){WHO}\s+(?:plays|inherits|takes\s+on|has|played)\s+the\s+(?:title|titular|lead|leading)\s+(?:role|part|character)\b"
                r"(?!\s+of\b)"
            ),
            Modality.EVENT,
            False,
        ),
        (
            rf"(?P<entries>{PERSONS})\s+in\s+the\s+(?:title|titular|lead|leading|main)\s+(?:roles?|parts?)\b",
            Modality.EVENT,
            False,
        ),
        (rf"\b(?:[Ss]eries|[Ss]how)\s+(?:stars?|leads?)\s+(?P<entries>{PERSONS})", Modality.EVENT, False),
        (rf"(?P<entries>{PERSONS}),?\s+{WILL_JOIN}{WHERE_SAID}", Modality.PLAN, False),
        (rf"(?P<entries>{PERSONS})\s+{IN_CAST}{WHERE}", Modality.EVENT, False),
        (rf"{S}{SEASONAL},?\s+(?:which\s+)?(?:also\s+)?{ADDS}\s+{ENTRIES}", Modality.EVENT, False),
        (
            rf"(?i:the\s+(?:\w+\s+)?(?:series|show|drama|comedy))\s+(?:also\s+)?(?:stars|features)\s+{ENTRIES}",
            Modality.EVENT,
            False,
        ),
        (rf"{CAST_IS}\s+(?:actors?\s+|newcomers?\s+)?{ENTRIES}", Modality.EVENT, False),
        (
            (
                rf"(?:{S}|{N}|[,)]|\b(?i:which|that|and|also|it|series|show|drama|comedy|thriller|sitcom|dramedy|mystery))\s+"
                rf"(?:also\s+)?(?:co-)?stars\s+{ENTRIES}"
            ),
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"\b(?:stars?|starring|leads|headlines|plays?)\b[^.;:]{{1,120}}?\s(?:alongside|opposite|along\s+with|"
                rf"(?:is|are)\s+(?:also\s+)?joined\s+by)\s+(?:(?:fellow|newcomers?|actors?|co-stars?|new|returning|cast|members)\s+){{0,3}}"
                rf"{ENTRIES}(?!\s+(?:on|at|onstage|in|for)\b|['\u2019])"
            ),
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"{S}(?:['\u2019]s)?\s+(?:{N}\s+)?(?i:star|co-star|stars|co-stars|lead\s+actor|actor|"
                rf"actress)\s+(?P<entries>{PERSON})"
            ),
            Modality.EVENT,
            False,
        ),
        (
            (
                rf"(?P<entries>{PERSONS})\s+(?:is|are|was|were)\s+among\s+(?:the|its|this\s+season['\u2019]s)\s+(?:[a-z-]+\s+)?guest(?:s|\s+stars)\b"
            ),
            Modality.EVENT,
            True,
        ),
        (
            (
                r"(?i:guest[- ]stars?|(?:guest\s+(?:appearances?|turns?|spots?|roles?|parts?)|cameos?)\s+(?:by|from|of|"
                r"for)|guests?(?:\s+stars?)?(?:\s+from\s+[^,;.]{1,40}?)?(?:\s+(?:have\s+)?(?:includ(?:e|ed|ing)|are|were|such\s+as)|:))"
                rf"\s+(?P<entries>{PERSONS})"
            ),
            Modality.EVENT,
            True,
        ),
    )
)
"""Rules that give a list of persons their parts."""

_ONE_ROLE = rf"{RANK}?{HONOUR}?{NAME}(?:\s{S})?"
PAIRED = Hinted(
    rf"(?P<people>{PERSON}(?:,\s{PERSON}){{0,4}},?\s(?:and|&)\s{PERSON})"
    r"(?P<gap>,?(?:\s(?:are|will|be|have|all|both|also|co-star|star|starring|returns?|back|set|to|reprise\stheir\sroles|(?:supporting|recurring|leading)\sroles),?){0,5})\s"
    rf"(?:as|play|played|portray|voice)\s(?:(?:[a-z-]+|[A-Z]{{2,4}})\s){{0,4}}(?P<roles>{_ONE_ROLE}(?:,\s{_ONE_ROLE}){{0,4}},?\s(?:and|&)\s"
    rf"{_ONE_ROLE})(?!\s(?:as|As)\b)"
)
"""Actors and as many characters, to be paired in their order: "A and B as C and D"."""
ROLES = re.compile(rf"(?P<rank>{RANK})?(?P<role>{HONOUR}?{NAME}(?:\s{S})?)")
"""A character in such a list."""
BEHIND_AS = re.compile(r"\b[Aa]s\s(?:[\w.\u2019'-]+\s){0,3}$")
"""Where a person is a character and begins no list of actors."""

AND_ANOTHER = re.compile(rf"\s(?:and|&)\s{PERSON}")
"""Behind an actor, another one: "C and D, played by A and B" is no rule's to pair."""

PRONOUN = re.compile(rf"^\W*(?:She|He|They)\s+{PLAYS}\s+{ROLE}")
"""A part of somebody whom the sentence before names."""

IN_BRACKETS = Hinted(
    r"(?:^|(?<=[a-z,;:]\s))(?<!\b[Ii]n\s)(?<!\b[Oo]n\s)(?<!\b[Aa]t\s)(?<!\b[Bb]y\s)(?<!\b[Ff]rom\s)(?<!\b[Oo]f\s)"
    rf"(?P<rank>{RANK})?(?P<role>(?P<whole>{PERSON})|(?:[Tt]he\s)?{WORD})\s\({ONE_PERSON}\)"
)
"""A character with the actor in brackets: "Ruth Adair (Jane Doe)"."""
NO_ACTOR = re.compile(r"\b(?:Getty|Images|Photos?|Press|News|Pictures|Collection|Productions)\b")
"""Whose picture it is, and no actor: "Ruth Adair (Example Images)"."""
PEOPLE_LISTED = re.compile(
    r"\b(?:cast|stars?|starr\w+|actors?|actress|join\w*|direct\w*|produc\w*|writ\w+|wrote|creat\w+|includ\w+|compos\w+|"
    r"showrunn\w+|host\w*|guests?|featur\w*|add(?:s|ed)|film|movie)\b",
    re.IGNORECASE,
)
"""Words before two full names of which either may be the actor's: "the cast includes Jane Doe (Ruth Adair)"."""

BEING = Hinted(
    rf"(?:^\W*|[;:\u2014]\s*|,\s(?:(?:and|while|but)\s)?|\b(?P<joined>and)\s){ONE_PERSON}\s(?:is|was)\s"
    rf"(?:(?P<apart>(?:his|her|their)\s(?:[a-z-]+\s){{0,6}}[a-z-]+,\s)|{DETAIL})(?P<rank>{RANK})?"
    rf"(?P<role>(?P<whole>{PERSON})(?=[,.;]|\s(?:and|who|while)\b)|(?:[Tt]he\s)?{WORD}(?=(?P<told>,\s(?:an?|the|his|her|whose|"
    r"who)\b)|[,.;]|\sand\b))"
)
"""An actor who "is" the character."""
PLAYS_BEFORE = re.compile(r"\b(?:plays|played|stars\sas|portrays|voices)\b")
"""In front of a row of actors who "are" their characters."""
NO_NAME = re.compile(r"(?:an|ish|ese|ic|ist)$")
"""How a word ends that tells what somebody is: "She is Norwegian"."""

GAPPED = Hinted(
    rf"\b(?:plays|played|portrays|portrayed|voices|voiced)\s(?P<other>[^.;:]{{0,60}}?[A-Z{MARK}{S}][^.;:]{{0,60}}?),?\sand\s{ONE_PERSON}\s(?:the|his|her|their)\s"
    rf"(?:(?!(?:in|of|on|at|from|for|to|with|by)\s)[a-z][\w\u2019'-]*\s){{0,5}}?(?:[a-z-]+,\s|known\sas\s)?(?P<rank>{RANK})?(?P<role>{NAMED})(?=[,.;]|\s(?:ran|run|who)\b|$)"
)
"""A second actor whose verb is left out: "Jane Doe plays Ruth Adair and John Roe her boss, Max"."""

OWNER_ACTS = Hinted(
    rf"(?:^\W*|[,;:\u2014]\s*(?:(?:and|but|while|as)\s)?|\b(?:and|but|while|when|where|that|And|But)\s){ONE_PERSON}['\u2019]s?\s+"
    rf"{LOWER}(?P<rank>{RANK})?(?P<role>{PERSON})\s+(?:(?:still|never|always|finally|also|now)\s+)?(?:gets?|finds|faces|must|goes|takes|"
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
    r"\b(?:characters?|roles?|stars?|cast|portray\w*|play(?:s|ed|ing)|relationships?|performances?|co-stars?|"
    r"opposite|ensemble|detective|cop|torch|screen)\b",
    re.IGNORECASE,
)
NEITHER = Hinted(
    r"\b(?:if|whether|not|never|rumou?r\w*|den(?:y|ies|ied)|would|could|might|may|formerly|previously|best\s+known|"
    r"known\s+for|late|instead\s+of|in\s+talks"
    r"|won['\u2019]t|isn['\u2019]t|no\s+longer|replac\w+|audition\w*|wants?|wanted|hop(?:e|es|ing)|almost|nearly|"
    r"film|movie)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+)?(?:spin-?off|prequel|sequel|reboot|revival|movie|film|reunion|special)\b",
    re.IGNORECASE,
)
ENTRY_PARTS = re.compile(rf"(?P<person>{PERSON})(?:\s+(?:as|As)\s+(?P<rank>{RANK})?(?P<role>{NAME}))?{BRACKETS}")
STARS_BEHIND = re.compile(
    rf"(?:,\s+|,?\s+and\s+)?(?:{PERSON}\s\([^()]{{1,60}}\)(?:,\s+|,?\s+and\s+|\s+)?){{0,8}}\s*(?:also\s+|all\s+)?(?:rounds?\s+out|completes?|(?:co-)?stars?|joins?|recurs?)\b"
)
"""Behind a list of names with brackets: it is the actors who stand outside."""
RANKED = re.compile(rf"^{RANK}(?=[A-Z])")
# What somebody is hired as, and no character.
OFFICES = re.compile(
    r"\b(?:showrunner|producer|director|writer|host|co-host|officer|president|chief|head|judges?|actors?|actress|"
    r"guest|executive|ceo|chair\w*|"
    r"best|lead|regulars?|series|season|star|villains?|partner|editor|composer|narrator|coach|captain|creator|"
    r"detective)\b",
    re.IGNORECASE,
)
