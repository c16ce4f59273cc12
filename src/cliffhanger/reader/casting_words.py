"""The words of which the rules of casting are made: a part, a verb of playing, a place in a cast."""

from __future__ import annotations

from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.veil import AND, DETAIL, MARK, NAME, PERSON, RANK

HONOUR = (
    r"(?:(?:Sir|Dame|Lord|Lady|Father|Sister|Brother|Mother|Aunt|Uncle|King|Queen|Prince|Princess|Mr\.|Mrs\.|Ms\.|Miss|"
    r"Reverend|Pastor|Count|Countess|Duke|Duchess|Emperor|Empress)\s+)"
)
WORD = r"[A-Z\u00c0-\u00d6\u00d8-\u00de][\w\u2019-]+"
NAMED = rf"(?:(?:[Tt]he\s)?{WORD}\s{PERSON}|{HONOUR}?{NAME}(?:\s{S})?|{S}(?:\s{WORD})?)"
ROLE = rf"{DETAIL}(?P<rank>{RANK})?(?P<role>{NAMED})(?!['\u2019]s?\b)"
SEASONAL = rf"(?:(?:['\u2019]s)?\s+(?:\(?{N}\)?))?"
# The show or the season behind the verb: "in S season 2", "for season 3", "the cast of S".
WHERE = (
    rf"(?:\s+(?i:(?:for|in|on|to|of|the|cast|upcoming|ensemble|hit|new|drama|comedy|series|{P}|"
    rf"{P}['\u2019]s)\s+){{0,5}}(?:{S}{SEASONAL}|{N}(?:\s+(?i:of|on)\s+{S})?))?"
)
WHERE_SAID = WHERE.removesuffix("?")
THE_SERIES = r"(?:it|the\s+(?:[\w-]+\s+){0,2}?(?:series|show|drama|comedy|thriller|sitcom|dramedy))"
PLAYS = (
    r"(?i:(?:(?:also|first|again|once\s+again|now|still|currently|has|have)\s+)?"
    r"(?:plays|portrays|played|portrayed|embodies|inhabits|voices|voiced|(?:is|was)\s+the\s+voice\s+of|"
    r"lends?\s+(?:his|her|their)\s+voice\s+to|stars\s+as|starred\s+as|co-stars\s+as|"
    r"appears\s+as|appeared\s+as|recurs\s+as|takes\s+on\s+the\s+role\s+of|steps\s+into\s+the\s+role\s+of|"
    rf"leads\s+{THE_SERIES}\s+as|(?:leads|heads|headlines|anchors)\s+(?:the|an?)\s+(?:[a-z-]+\s+){{0,2}}?(?:cast|ensemble)\s+as|fronts\s+{THE_SERIES}\s+as|"
    rf"(?:co-)?(?:stars|starred)\s+in\s+{THE_SERIES}\s+as|(?:headlines|toplines|costars|steps\s+in)\s+as|returns?(?:\s+once\s+again)?\s+as|returned\s+as|"
    r"comes\s+in\s+as|arrives\s+as|joins\s+as|joined\s+as|signs\s+on\s+as|shows\s+up\s+as|"
    r"has\s+an?\s+(?:[\w-]+\s+){0,2}(?:role|part)\s+as|officially\s+returns\s+as|is\s+back\s+as|is\s+new\s+as|is\s+cast\s+as|was\s+cast\s+as|is\s+playing|"
    r"reprises?\s+(?:his|her|their)\s+role\s+as|reprised\s+(?:his|her|their)\s+role\s+as|reprising\s+(?:his|her|"
    r"their)\s+role\s+as))"
)
WILL = (
    r"(?i:(?:(?:is|are|has\s+been|have\s+been|was|were)\s+)?(?:set\s+to|cast\s+to|tapped\s+to|signed\s+on\s+to|"
    r"will|to)\s+(?:also\s+)?"
    r"(?:play|portray|voice|star\s+as|co-star\s+as|recur\s+as|return\s+as|reprise\s+(?:his|her|their)\s+role\s+as|"
    r"be\s+playing|appear\s+as))"
)
JOINS = (
    r"(?i:(?:joins?|joined|boards?|boarded|star\s+in|stars\s+in|starred\s+in|co-stars?\s+in|(?:has\s+|"
    r"have\s+)?(?:been\s+)?added\s+to|"
    r"(?:is|are|was|were|has\s+been|have\s+been)\s+cast\s+in|returns?|returns?\s+(?:for|to)|headlines?|toplines?))"
)
WILL_JOIN = (
    r"(?i:(?:(?:is|are)\s+)?(?:set\s+to|will|to)\s+(?:star\s+in|co-star\s+in|join|return|headline|topline|"
    r"recur\s+in|board))"
)
ADDS = r"(?i:adds|casts|has\s+cast|has\s+added|enlists|recruits|stars|starring|features|featuring)"
CAST_IS = (
    rf"\b(?i:(?:ensemble\s+|supporting\s+|main\s+|returning\s+)?cast\s+(?:of\s+{S}\s+)?(?:that\s+)?(?:(?:also|now)\s+)?(?:includes?|including|features?|"
    r"is\s+(?:led|rounded\s+out|completed|headed)\s+by|comprises|consists\s+of|numbers)|"
    r"ensemble\s+(?:also\s+)?(?:includes?|including|features?|featuring)|(?:co-)?starring|(?:led|headlined|toplined|fronted)\s+by|"
    r"(?:newcomers|(?:new\s+|returning\s+)?cast\s+members|new\s+(?:additions|faces|arrivals)|returning\s+stars)\s+(?:this\s+(?:season|year)\s+)?(?:include|are))"
)
IN_CAST = (
    r"(?i:(?:is|are)\s+(?:also\s+)?(?:in|part\s+of|among)\s+the\s+(?:\w+\s+)?cast|"
    r"(?:rounds?\s+out|completes?)\s+the\s+(?:[\w-]+\s+)?(?:cast|ensemble|squad|team)|"
    r"(?:also\s+|all\s+|co-)?stars?(?=[.;]|\s*$)|"
    r"(?:heads?|leads?|headlines?|anchors?|fronts?)\s+(?:the|an?|its)\s+(?:[\w-]+\s+){0,3}?(?:cast|ensemble)\b|"
    r"(?:is|are)\s+(?:also\s+)?among\s+(?:the|its|this\s+season['\u2019]s)\s+(?:[a-z-]+\s+){0,2}?(?:newcomers|new\s+faces|"
    r"additions|arrivals|cast\s+members|stars|co-stars))(?!\s+of\s+the\s+(?:film|movie))"
)
# A name in brackets behind an actor's may be the character's or that of other work.
BRACKETS = r"(?:\s\([^()]{1,60}\))?"
ENTRY = (
    rf"{PERSON}(?:\s+(?:as|As)\s+(?:{RANK}?{NAME}|(?:an?|the|his|her|their|its)\s[a-z][^,;.(){MARK}{S}]{{1,50}}?(?={AND}{PERSON}|[,.;])))?"
    rf"{BRACKETS}"
)
ENTRIES = rf"(?P<entries>{ENTRY}(?:{AND}{ENTRY}){{0,7}})"
GUEST_VERB = (
    r"(?i:(?:will\s+|to\s+|also\s+)?(?:guest[- ]stars?|guest[- ]starred|guested|pops?\s+up\s+as\s+guest\s+stars?|"
    r"makes?\s+(?:a|"
    r"an)\s+(?:\w+\s+){0,2}?(?:cameo|guest\s+appearance)|made\s+(?:a|an)\s+(?:\w+\s+){0,2}?(?:cameo|"
    r"guest\s+appearance)|cross(?:es)?\s+over))"
)
AS_GUEST = (
    r"(?i:\s+(?:in|for|with|as|through|via)\s+(?:(?:a|an|the|several|some|two|three|multiple|his|"
    r"her)\s+)?(?:[\w-]+\s+){0,1}?(?:guest|cameo|crossover)\b)"
)
EPISODES = r"(?:\s+(?i:for|in)\s+(?:[\w-]+\s+){0,3}?episodes?)"
CAME_BY = r"(?i:(?:came|comes|dropped|drops|stopped|stops|popped|pops|showed|shows|turned|turns)\s+(?:by|in|up))"
HIS = rf"(?i:repris(?:es?|ed|ing)\s+(?:his|her|their|the)\s+roles?)(?:\s+as\s+{ROLE})?"
RELATIVE = (
    r"(?i:father|mother|parents?|brother|sister|sibling|twin|wife|husband|son|daughter|uncle|aunt|cousin|boss|partner|"
    r"rival|friend|lover|nemesis|assistant|mentor|neighbou?r|ex|girlfriend|boyfriend|colleague|sidekick|dad|mum|mom|ex-husband|"
    r"ex-wife|stepfather|stepmother|grandmother|grandfather|roommate|minder|handler|bodyguard|deputy|prot[e\u00e9]g[e\u00e9]e?)"
)
LOWER = r"(?:[a-z][a-z\u2019'-]*\s+){0,2}"
ONE_PERSON = rf"(?P<person>{PERSON})"
WHO = (
    r"(?:,\s\d{1,2},)?"
    r"(?:,\s(?:the|an?)\s(?:[\w-]+\s){0,3}(?:actor|actress|newcomer|comedian|comic|wrestler|singer|rapper))?"
    r"(?:,?\s+who)?"
)
