"""The words in which English tells who plays whom, as rules over sentences whose persons are veiled."""

from __future__ import annotations

import re

from cliffhanger.domain.vocabulary import Modality
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.veil import AND, NAME, PERSON, PERSONS, RANK

TRIGGERS = (
    re.compile(r"['\u2019]s?\s(?:[a-z-]+\s){0,2}[A-Z][\w.]*\s[A-Z]"),
    re.compile(rf"[Aa](?<!\w.)s\s(?:(?:the|an?|his|her|their)\s|[A-Z{S}])"),
    Hinted(
        r"\b(?:play|portray|star(?:s|ring|red)?\b|cast|join|board|add(?:s|ed)\b|guest|cameo|return|recurs|repris|"
        r"role\b|embod|inhabit|cross|turn\sas|performance|featur|voice|led\sby|headline|topline|co-star)",
        re.IGNORECASE,
    ),
)
"""One of these stands in every sentence that tells of a part."""

# Words before a character's name that tell what the character is: "the harbour master Ruth Adair".
_NO_DETAIL = (
    r"(?:of|to|opposite|with|for|in|and|or|who|whose|from|against|alongside|that|which|on|at|as|by|into|between|near|"
    r"under|like|than|is|was|role|roles|part|director|producer|showrunner|creator|writer|network|president|host|"
    r"executive|actor|actress|star|late|film|movie|game|key)"
)
_DETAIL = (
    rf"(?:(?:the|an?|his|her|their)\s+(?:(?!{_NO_DETAIL}\b)[a-z][\w\u2019'-]*\s+){{1,4}}|"
    r"the\s+(?:lead\s+|title\s+|titular\s+)?(?:role|part)\s+of\s+)?"
)
_HONOUR = (
    r"(?:(?:Sir|Dame|Lord|Lady|Father|Sister|Brother|Mother|Aunt|Uncle|King|Queen|Prince|Princess|Mr\.|Mrs\.|Ms\.|Miss|"
    r"Reverend|Pastor|Count|Countess|Duke|Duchess|Emperor|Empress)\s+)"
)
_WORD = r"[A-Z\u00c0-\u00d6\u00d8-\u00de][\w\u2019-]+"
_NAMED = rf"(?:(?:[Tt]he\s)?{_WORD}\s{PERSON}|{_HONOUR}?{NAME}(?:\s{S})?|{S}(?:\s{_WORD})?)"
_ROLE = rf"{_DETAIL}(?P<rank>{RANK})?(?P<role>{_NAMED})(?!['\u2019]s?\b)"
_SEASONAL = rf"(?:(?:['\u2019]s)?\s+(?:\(?{N}\)?))?"
# The show or the season behind the verb: "in S season 2", "for season 3", "the cast of S".
_WHERE = (
    rf"(?:\s+(?i:(?:for|in|on|to|of|the|cast|upcoming|ensemble|hit|new|drama|comedy|series|{P}|"
    rf"{P}['\u2019]s)\s+){{0,5}}(?:{S}{_SEASONAL}|{N}(?:\s+(?i:of|on)\s+{S})?))?"
)
_WHERE_SAID = _WHERE.removesuffix("?")
_THE_SERIES = r"(?:it|the\s+(?:[\w-]+\s+){0,2}?(?:series|show|drama|comedy|thriller|sitcom|dramedy))"
_PLAYS = (
    r"(?i:(?:(?:also|first|again|once\s+again|now|still|currently)\s+)?"
    r"(?:plays|portrays|played|portrayed|embodies|inhabits|voices|voiced|(?:is|was)\s+the\s+voice\s+of|"
    r"lends?\s+(?:his|her|their)\s+voice\s+to|stars\s+as|starred\s+as|co-stars\s+as|"
    r"appears\s+as|appeared\s+as|recurs\s+as|takes\s+on\s+the\s+role\s+of|steps\s+into\s+the\s+role\s+of|"
    rf"leads\s+{_THE_SERIES}\s+as|leads\s+the\s+cast\s+as|heads\s+the\s+cast\s+as|fronts\s+{_THE_SERIES}\s+as|"
    rf"(?:co-)?(?:stars|starred)\s+in\s+{_THE_SERIES}\s+as|headlines\s+as|returns?(?:\s+once\s+again)?\s+as|returned\s+as|"
    r"officially\s+returns\s+as|is\s+back\s+as|is\s+new\s+as|is\s+cast\s+as|was\s+cast\s+as|is\s+playing|"
    r"reprises?\s+(?:his|her|their)\s+role\s+as|reprised\s+(?:his|her|their)\s+role\s+as|reprising\s+(?:his|her|"
    r"their)\s+role\s+as))"
)
_WILL = (
    r"(?i:(?:(?:is|are|has\s+been|have\s+been|was|were)\s+)?(?:set\s+to|cast\s+to|tapped\s+to|signed\s+on\s+to|"
    r"will|to)\s+(?:also\s+)?"
    r"(?:play|portray|voice|star\s+as|co-star\s+as|recur\s+as|return\s+as|reprise\s+(?:his|her|their)\s+role\s+as|"
    r"be\s+playing|appear\s+as))"
)
_JOINS = (
    r"(?i:(?:joins?|joined|boards?|boarded|star\s+in|stars\s+in|starred\s+in|co-stars?\s+in|(?:has\s+|"
    r"have\s+)?(?:been\s+)?added\s+to|"
    r"(?:is|are|was|were|has\s+been|have\s+been)\s+cast\s+in|returns?|returns?\s+(?:for|to)|headlines?|toplines?))"
)
_WILL_JOIN = (
    r"(?i:(?:(?:is|are)\s+)?(?:set\s+to|will|to)\s+(?:star\s+in|co-star\s+in|join|return|headline|topline|"
    r"recur\s+in|board))"
)
_ADDS = r"(?i:adds|casts|has\s+cast|has\s+added|enlists|recruits|stars|starring|features|featuring)"
_CAST_IS = (
    r"\b(?i:(?:ensemble\s+|supporting\s+|main\s+|returning\s+)?cast\s+(?:also\s+)?(?:includes?|including|features?|"
    r"is\s+led\s+by|comprises|consists\s+of)|starring|led\s+by|headlined\s+by)"
)
_IN_CAST = (
    r"(?i:(?:is|are)\s+(?:also\s+)?(?:in|part\s+of|among)\s+the\s+(?:\w+\s+)?cast|rounds?\s+out\s+the\s+cast|"
    r"completes?\s+the\s+cast|(?:also\s+|co-)stars?(?=[.;]|\s*$))(?!\s+of\s+the\s+(?:film|movie))"
)
_ENTRY = rf"{PERSON}(?:\s+(?:as|As)\s+{RANK}?{NAME})?"
_ENTRIES = rf"(?P<entries>{_ENTRY}(?:{AND}{_ENTRY}){{0,7}})"
_GUEST_VERB = (
    r"(?i:(?:will\s+|to\s+|also\s+)?(?:guest[- ]stars?|guest[- ]starred|makes?\s+(?:a|"
    r"an)\s+(?:\w+\s+){0,2}?(?:cameo|guest\s+appearance)|made\s+(?:a|an)\s+(?:\w+\s+){0,2}?(?:cameo|"
    r"guest\s+appearance)|cross(?:es)?\s+over))"
)
_AS_GUEST = (
    r"(?i:\s+(?:in|for|with|as|through|via)\s+(?:(?:a|an|the|several|some|two|three|multiple|his|"
    r"her)\s+)?(?:[\w-]+\s+){0,1}?(?:guest|cameo|crossover)\b)"
)
_EPISODES = r"(?:\s+(?i:for|in)\s+(?:[\w-]+\s+){0,3}?episodes?)"
_CAME_BY = r"(?i:(?:came|comes|dropped|drops|stopped|stops|popped|pops|showed|shows|turned|turns)\s+(?:by|in|up))"
_HIS = rf"(?i:repris(?:es?|ed|ing)\s+(?:his|her|their|the)\s+roles?)(?:\s+as\s+{_ROLE})?"
_RELATIVE = (
    r"(?i:father|mother|parents?|brother|sister|sibling|twin|wife|husband|son|daughter|uncle|aunt|cousin|boss|partner|"
    r"rival|friend|lover|nemesis|assistant|mentor|neighbou?r|ex|girlfriend|boyfriend|colleague|sidekick)"
)
_LOWER = r"(?:[a-z][a-z\u2019'-]*\s+){0,2}"
BY = Hinted(r"ed\s+by\b", re.IGNORECASE)
_PERSON = rf"(?P<person>{PERSON})"
_WHO = r"(?:,?\s+who)?"
SINGLE = tuple(
    (Hinted(pattern), modality, guest, confidence)
    for pattern, modality, guest, confidence in (
        (
            (
                rf"(?P<rank>{RANK})?(?P<role>{_NAMED})(?:,|\s+\(|,\s+who\s+is|\s+is|\s+was|,\s+a\s+(?:[\w-]+\s+){{1,4}})?\s*(?i:played|portrayed|"
                rf"embodied|voiced)\s+(?i:by)\s+{_PERSON}"
            ),
            Modality.EVENT,
            False,
            0.95,
        ),
        (rf"{_PERSON}{_WHO}\s+{_PLAYS}\s+{_ROLE}(?:{_AS_GUEST})", Modality.EVENT, True, 0.95),
        (rf"{_PERSON}{_WHO}\s+{_PLAYS}\s+{_ROLE}{_WHERE}(?!{_AS_GUEST})", Modality.EVENT, False, 0.95),
        (
            (
                rf"{_PERSON}{_WHO}\s+{_PLAYS}\s+(?:his|her|their)\s+(?:(?!{_NO_DETAIL}\b)[a-z-]+\s+){{0,2}}{_RELATIVE},\s+"
                rf"(?P<rank>{RANK})?(?P<role>{_NAMED})(?=[,.;])"
            ),
            Modality.EVENT,
            False,
            0.85,
        ),
        (rf"{_PERSON}{_WHO}\s+{_WILL}\s+{_ROLE}{_WHERE}", Modality.PLAN, False, 0.9),
        (
            (
                rf"{_PERSON}['\u2019]s?\s+(?:[\w-]+\s+){{0,2}}?(?:portrayal|performance|turn|depiction)\s+(?:of|"
                rf"as)\s+{_ROLE}"
            ),
            Modality.EVENT,
            False,
            0.9,
        ),
        (
            (
                rf"{_PERSON}{_WHO}\s+(?i:(?:has\s+|have\s+)?(?:joins?|joined|boards?|stars?\s+in|starred\s+in|"
                rf"been\s+cast\s+in|returns?\s+(?:for|to)|returned\s+to)){_WHERE_SAID}\s+(?:as|As)\s+{_ROLE}"
            ),
            Modality.EVENT,
            False,
            0.95,
        ),
        (
            rf"{_PERSON}\s+{_GUEST_VERB}(?:\s+(?i:in|on|to|into){_WHERE_SAID})?(?:\s+(?:as|As)\s+{_ROLE})?",
            Modality.EVENT,
            True,
            0.9,
        ),
        (rf"{_PERSON}\s+{_HIS}{_AS_GUEST}", Modality.EVENT, True, 0.85),
        (rf"{_PERSON}\s+{_CAME_BY}{_EPISODES}?\s+as\s+{_ROLE}", Modality.EVENT, True, 0.85),
        (rf"{_PERSON}\s+(?i:appears?|appeared|guests){_EPISODES}\s+as\s+{_ROLE}", Modality.EVENT, True, 0.85),
        (
            rf"{_PERSON}\s+(?i:appears?|appeared|returns?|returned|pops\s+up)\s+as\s+an?\s+(?:special\s+)?guest\b",
            Modality.EVENT,
            True,
            0.85,
        ),
        (
            (
                rf"{_PERSON}\s+(?i:will|is\s+set\s+to|to)\s+(?i:appear|return|pop\s+up)\s+as\s+an?\s+(?:special\s+)?"
                r"guest\b"
            ),
            Modality.PLAN,
            True,
            0.85,
        ),
        (rf"{_PERSON},\s+as\s+{_ROLE}(?=,)", Modality.EVENT, False, 0.85),
        (
            rf"\b[Ww]ith\s+{_PERSON}\s+as\s+(?:his|her|their)\s+(?:[a-z-]+\s+){{0,2}}?{_RELATIVE}\b(?!['\u2019])",
            Modality.EVENT,
            False,
            0.85,
        ),
        (
            (
                rf"(?P<loose>)(?:^\W*|[,;(]\s+|\band\s+|\bwith\s+){_PERSON}\s+as\s+{_ROLE}(?=\s+(?:is|was|has|have|had|makes|"
                r"remains|gets|steals|are|were|will)\b)"
            ),
            Modality.EVENT,
            False,
            0.85,
        ),
        (
            (
                rf"(?P<loose>)(?P<person>{PERSON})\s+(?:as|As)\s+{_ROLE}(?=[,.;:)]|\s(?:and|&|in|for|on|at|returns?|who|"
                r"with)\b|$|\s(?:In|For|On)\b)"
            ),
            Modality.EVENT,
            False,
            0.85,
        ),
    )
)
"""Each: the pattern, how it is meant, whether a guest part, and the confidence; the first needs a verb before "by"."""

LISTS = tuple(
    (Hinted(pattern), modality, guest)
    for pattern, modality, guest in (
        (rf"(?P<entries>{PERSONS}),?\s+{_JOINS}{_WHERE_SAID}", Modality.EVENT, False),
        (rf"(?P<entries>{PERSONS}),?\s+{_WILL_JOIN}{_WHERE_SAID}", Modality.PLAN, False),
        (rf"(?P<entries>{PERSONS})\s+{_IN_CAST}{_WHERE}", Modality.EVENT, False),
        (rf"{S}{_SEASONAL},?\s+(?:which\s+)?(?:also\s+)?{_ADDS}\s+{_ENTRIES}", Modality.EVENT, False),
        (
            rf"(?i:the\s+(?:\w+\s+)?(?:series|show|drama|comedy))\s+(?:also\s+)?(?:stars|features)\s+{_ENTRIES}",
            Modality.EVENT,
            False,
        ),
        (rf"{_CAST_IS}\s+(?:actors?\s+)?{_ENTRIES}", Modality.EVENT, False),
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
                r"(?i:guest[- ]stars?|(?:guest\s+(?:appearances?|turns?|spots?|roles?|parts?)|cameos?)\s+(?:by|from|of|"
                r"for)|guests?(?:\s+stars?)?(?:\s+(?:have\s+)?(?:includ(?:e|ed|ing)|are|were|such\s+as)|:))"
                rf"\s+(?P<entries>{PERSONS})"
            ),
            Modality.EVENT,
            True,
        ),
    )
)
"""Each: the pattern of a list of actors, how it is meant, and whether they are guests."""

_ONE_ROLE = rf"{RANK}?{_HONOUR}?{NAME}(?:\s{S})?"
PAIRED = Hinted(
    rf"(?P<people>{PERSON}(?:,\s{PERSON}){{0,4}},?\s(?:and|&)\s{PERSON})"
    r"(?P<gap>,?(?:\s(?:are|will|have|all|both|also|star|starring|returns?|back|set|to|reprise\stheir\sroles),?){0,5})\s"
    rf"(?:as|play|played|portray|voice)\s(?:[a-z-]+\s){{0,4}}(?P<roles>{_ONE_ROLE}(?:,\s{_ONE_ROLE}){{0,4}},?\s(?:and|&)\s"
    rf"{_ONE_ROLE})(?!\s(?:as|As)\b)"
)
"""Actors and as many characters, to be paired in their order: "A and B as C and D"."""
ROLES = re.compile(rf"(?P<rank>{RANK})?(?P<role>{_HONOUR}?{NAME}(?:\s{S})?)")
"""A character in such a list."""
BEHIND_AS = re.compile(r"\b[Aa]s\s(?:[\w.\u2019'-]+\s){0,3}$")
"""Where a person is a character and begins no list of actors."""

AND_ANOTHER = re.compile(rf"\s(?:and|&)\s{PERSON}")
"""Behind an actor, another one: "C and D, played by A and B" is no rule's to pair."""

PRONOUN = re.compile(rf"^\W*(?:She|He|They)\s+{_PLAYS}\s+{_ROLE}")
"""A part of somebody whom the sentence before names."""

POSSESSED = Hinted(rf"{_PERSON}['\u2019]s?\s+{_LOWER}(?P<rank>{RANK})?(?P<role>{PERSON})")
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
ENTRY_PARTS = re.compile(rf"(?P<person>{PERSON})(?:\s+(?:as|As)\s+(?P<rank>{RANK})?(?P<role>{NAME}))?")
# What somebody is hired as, and no character.
OFFICES = re.compile(
    r"\b(?:showrunner|producer|director|writer|host|co-host|officer|president|chief|head|judges?|actors?|actress|"
    r"guest|executive|ceo|chair\w*|"
    r"best|lead|regulars?|series|season|star|villains?|partner|editor|composer|narrator|coach|captain|creator|"
    r"detective)\b",
    re.IGNORECASE,
)
