"""How English says that a further season is made: it is ordered, a show is kept for it, or goes on to it.

What is bought is a season ("booked a third season of S", "a third season of S has been approved"), or a show is kept
for one ("tapped S for a third season", "S has been called back for a third season"). The verbs of each meaning stand
in one place, :mod:`fate_words`, and are taken up here in every voice.
"""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, ADJECTIVES, LINK, OBJECT, OF_IT, N, P, Rule, S, rule
from cliffhanger.reader.seasons import LATER

D = w.D
_AND = rf"(?:[^.;:,{S}{N}]{{1,50}}?\s+and\s+)?"
# "Booked on Monday a third season of S".
_THEN = rf"(?:(?:on\s+)?{D}\s+|today\s+|up\s+)?"
_FURTHER = (
    r"(?:(?:an?|the|its|at\s+least|yet|one|no\s+fewer\s+than)\s+){0,2}"
    rf"(?:{ADJECTIVES}{N}|{w.AGAIN}|more(?=\s+(?:of|for)\s))"
)
_ONE_MORE = rf"(?:(?:at\s+least|yet|no\s+fewer\s+than)\s+)?(?:an?\s+{ADJECTIVES}{N}|{w.AGAIN}|(?={N}\s+of\s){N})"
_OF = (
    rf"(?:\s+(?:apiece|each))?\s+(?:of|for|to)\s+(?![\w\s-]{{1,30}}\sfor\s){OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})"
    r"(?!['\u2019]?s?\s*(?:premiere|release|trailer|date|cast|teaser|finale|(?:would|will)\s))"
)
# Between a participle and its season: "renewed by P in May for".
_BY = (
    rf"(?:(?:by|at|on|in|from)\s+(?:the\s+)?(?:{P}|{D}|[\w-]+)\s+|{D}\s+"
    r"|(?:again|earlier|early|today|last\s+\w+|this\s+\w+)\s+){0,3}?"
)
_NOT_ITS_EVENT = (
    r"(?!\s*(?:premiere|finale|opener|trailer|teaser|episode|date|shoot|production|filming|panel"
    r"|of\s+(?!(?:[\w-]+\s+){1,2}episodes)))"
)
# "Back for a third season on Monday" dates a premiere, and renews nothing.
_NO_DAY = (
    rf"(?!,?\s+(?:(?:on|in|at|from|this|next|starting|beginning|to\s+\w+)\s+)?"
    rf"(?:{P}\s+)?(?:(?:on|in|this|next)\s+)*{D})"
)
# "A decision about a third season of S will be made": the season itself is not.
_OPENS = (
    rf"(?:^|[^\w\s{S}{N}{P}{D}][\"'\u2018-\u201d]?\s*"
    r"|\b(?:that|and|but|while|as|so|since|after|when|because|where|before|now|though|although|both|week|month|year|today|yesterday|said|says?|announce[sd]?|confirm(?:s|ed)|reveal(?:s|ed))\s+"
    rf"|{D}\s+)"
)
_SOON = (
    rf"(?:(?:by|at|from)\s+(?:the\s+)?{P}|(?:(?:back\s+)?(?:in|on)\s+)?{D}|last\b|this\b|back\b|earlier\b|early\b|at\s+the\s+same\b"
    r"|\w+\s+(?:days|weeks|months|years?)\s+(?:ago|earlier|before)\b)"
)

# "Wasted no time in", "took two episodes to".
_QUICKLY = (
    r"(?:\bwast\w+\s+(?:no|little)\s+time|(?:n[\u2019']t|\bnot|\bnever)\s+(?:have\s+to\s+)?(?:wait|need|take|hesitat)\w*|\b(?:quick|fast|swift|hurried|rushed|raced"
    r"|moved\s+(?:quickly|fast|swiftly)|(?:only|just|after)\s+[\w-]+\s+(?:episodes?|weeks?|days?|months?|hours?|airings?)|(?:less|fewer)\s+than\s+(?:an?\s+)?\w+(?:\s+\w+)?))"
)

FURTHER: tuple[Rule, ...] = (
    # "S, which it has renewed".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S})(?:,\s+(?:the|an?|its)\s[^,;.:{S}{P}]{{1,80}})?,?\s+(?:which|that)\s+(?:(?P<platform>{P})|it|they|the\s+(?:\w+\s+)?(?:network|streamer|broadcaster|channel|service|cabler))\s+{w.AUX}(?P<verb>renewed|re-?upped|picked\s+up|brought\s+back)\b",
        "renewed|upped|picked up|brought back",
    ),
    # "P has ordered a third season of S", "P quieted fears by ordering more of the drama".
    rule(
        Predicate.RENEWED,
        rf"(?:(?:{ACTOR}(?:,\s+which)?|\bit)\s+{_AND}|,\s+which\s+(?:the\s+\w+\s+)?|\b(?:and|by|after|before|(?<!interested\s)in|(?:step|move)\s+[^.;,{S}]{{0,12}}of)\s+|,\s+(?=\w+ing\b))"
        rf"{w.AUX}(?P<verb>{w.ORDERS_SEASON})\s+{_THEN}{_FURTHER}{_OF}",
        w.ORDERS_SEASON_HINTS,
    ),
    # "P is adding a third season of S", "P closed a deal for another year of the drama".
    rule(
        Predicate.RENEWED,
        rf"(?:(?:{ACTOR}(?:,\s+which)?|\bit)\s+{_AND}|,\s+which\s+(?:the\s+\w+\s+)?){w.AUX}(?P<verb>{w.BUYS_SEASON})\s+{_THEN}{_ONE_MORE}{_OF}",
        w.BUYS_SEASON_HINTS,
    ),
    # "A third season of S has been approved", "S Season 3 will be made".
    rule(
        Predicate.RENEWED,
        rf"{_OPENS}(?:(?:an?|the)\s+)?(?:[\w-]+\s+)?(?:{N}|{w.AGAIN})\s+(?:of|for)\s+{OBJECT}(?P<subject>{w.SUBJECT}){w.ASIDE}\s+{w.AUX}(?P<verb>{w.SEASON_IS_ORDERED})\b"
        r"(?!\s+(?:for|to|on|out|as)\b)",
        w.SEASON_IS_ORDERED_HINTS,
    ),
    # "A third season of S, ordered by P last year, ...", and not S itself.
    rule(
        Predicate.RENEWED,
        rf"\b(?:an?|the)\s+(?:[\w-]+\s+)?{N}\s+of\s+{OBJECT}(?P<subject>{S}),\s+(?P<aux>(?:(?:which|was|has|been|already|first|just|only)\s+){{0,3}})(?P<verb>(?:ordered|commissioned|greenlit|announced|confirmed|approved))(?=\s+{_SOON})",
        "ordered|commissioned|greenlit|announced|confirmed|approved",
        needs=(N,),
    ),
    # "A third season is a go for S".
    rule(
        Predicate.RENEWED,
        rf"{N}\s+(?P<aux>(?:(?:is|officially|now|also)\s+){{1,3}})(?P<verb>a\s+go|on\s+the\s+way|coming|in\s+the\s+works|in\s+store|confirmed|ordered)\s+for\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "a go|on the way|coming|works|store|confirmed|ordered",
        needs=(N,),
    ),
    # "S has been called back by P for a third season", "S was tapped through season 5".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}{w.AUX}(?P<verb>{w.KEPT_FOR})\s+{_BY}(?:for|through|to)\s+(?:(?:an?|its|the|at\s+least|yet)\s+)*(?:{ADJECTIVES}{N}|{w.AGAIN}){_NOT_ITS_EVENT}",
        w.KEPT_FOR_HINTS,
    ),
    # "P has tapped S for a third season", "bringing the drama back for another year".
    rule(
        Predicate.RENEWED,
        rf"(?:{ACTOR}(?:,\s+which)?\s+{_AND}|\bit\s+|\b(?:and|by|after)\s+|,\s+(?=\w+ing\b)){w.AUX}(?P<verb>{w.KEEPS_FOR})\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})(?:\s+(?:back|on(?:\s+(?:the\s+)?(?:air|schedule|roster|slate))?|around|alive|going))?{w.ASIDE}"
        rf"\s+(?:for|through|into)\s+(?:(?:an?|its|the|at\s+least|yet)\s+)*(?:{ADJECTIVES}{N}|{w.AGAIN}){_NOT_ITS_EVENT}(?(brings){_NO_DAY})",
        w.KEEPS_FOR_HINTS,
    ),
    # "S will carry on into a third season", "the drama is headed back to the islands for another round".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST}|{w.GENERIC}){OF_IT}(?:\s*\([^()]{{0,60}}\)|,\s+which\s+|,\s[^,;.:]{{1,110}},\s+(?:which\s+)?|\s+)\s*(?P<aux>(?:(?:will|would|is|are|to|set|officially|now|also|both|each|all|be|going|has|been|get)\s+){{0,4}})"
        rf"(?P<verb>(?:(?<=will\s)|(?<=would\s)|(?<=\sto\s))(?:continue|carry\s+on|go\s+on|press\s+on|march\s+on|roll\s+on|live\s+on|return|come\s+back|be\s+(?:back|around))|(?:continues|(?:head(?:s|ed|ing)|goes)(?:\s+back)?)(?!\s+into\b)|coming\s+back)"
        rf"(?:\s+(?:to|on|at|in)\s+(?:{P}|(?:the\s+)?[\w\u2019'-]+(?:\s+[\w\u2019'-]+)?))?\s+(?:for|with|into|to)\s+(?:(?:an?|its|their|the|at\s+least|yet)\s+)*(?:{ADJECTIVES}{N}|{w.AGAIN}){_NOT_ITS_EVENT}{_NO_DAY}",
        "continue|carry|go |goes|press|march|roll|live on|return|back|around|head",
    ),
    # "S will embark on a third season", "S will each get another year".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST}|{w.GENERIC})\s+(?P<aux>(?:will|would|is\s+to|are\s+to|is|are)\s+(?:(?:also|now|both|each|all)\s+)*)(?P<verb>embark(?:ing)?\s+(?:up)?on|(?:get|hav|receiv)(?:e|ing|ting)?)\s+(?:(?:an?|its|their)\s+{ADJECTIVES}{N}|(?:yet\s+|at\s+least\s+)?{w.AGAIN}){_NOT_ITS_EVENT}{_NO_DAY}",
        "embark|get|hav|receiv",
    ),
    # "The already renewed S", "the recently renewed drama S".
    rule(
        Predicate.RENEWED,
        rf"\b(?:already|recently|newly|just|previously|freshly|fellow)[\s-]+(?P<aux>)(?P<verb>renewed|recommissioned|picked-up)\s+(?!(?:for|by|in|at|on|through|last|this|its|interest)\b)(?:(?:{P}(?:['\u2019]s)?|[\w\u2019'-]+)\s+){{0,5}}?(?P<subject>{w.LIST})",
        "renewed|recommissioned|picked-up",
        needs=(S,),
    ),
    # "Renewed in May for a third season, the drama S ...", "already picked up for season 3, S ...".
    rule(
        Predicate.RENEWED,
        rf"^[^\w{S}{N}{P}{D}]*(?:(?:already|recently|quickly|officially|just|swiftly|only)\s+)?(?P<aux>)(?P<verb>renewed|re-?upped|recommissioned|picked\s+up|brought\s+back(?=[^,;.]*{N}))\s+(?=(?:for|by|in|at|on|through|last|this|early|before|after|{D})\b|{D})(?:[^.;:,{S}]|,(?=\s+\d{{4}})){{1,90}},\s+"
        rf"(?:(?:(?:{P}|[\w-]+)['\u2019]s?|the|its|an?)\s+)?(?:(?:{P}(?:['\u2019]s)?|[\w\u2019'-]+)\s+){{0,5}}?(?P<subject>{S})",
        "renewed|re-up|reup|recommissioned|picked up|brought back",
        needs=(S,),
    ),
    # "The renewal of S for a third season came in May", "P confirms the recommission of S".
    rule(
        Predicate.RENEWED,
        rf"(?:\bthe|\ban?|['\u2019]s)\s+(?:(?:[\w-]+|{N})\s+){{0,2}}?(?P<aux>)(?P<verb>renewals?|pick-?ups?|recommission(?:ing)?|go-?ahead|green\s?light|re-?order|order(?=[^.;,]*?\sfor\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}))\s+(?:of|for)\s+(?:an?\s+{N}\s+of\s+)?{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})(?:\s+(?:for|through|to)\s+(?:an?\s+|its\s+|at\s+least\s+)?(?:{ADJECTIVES}{N}|{w.AGAIN}))?"
        rf"(?:,\s[^,;.:]{{1,80}},)?\s+(?:came|comes|arrived|arrives|followed|follows|means|leaves?|left|gives?|brings|keeps|marks|ensures|made|makes|(?:was|were|had\s+been|has\s+been)\s+(?:\w+ly\s+)?(?:announced|confirmed|made|revealed|unveiled|no\s+surprise|a\s+foregone))\b",
        "renewal|pick|recommission|reorder|re-order|order|go-ahead|goahead|green",
        needs=(
            " came",
            " lea",
            " left",
            " give",
            " come",
            " arrive",
            " follow",
            " means",
            " brings",
            " keeps",
            " marks",
            " ensures",
            " made",
            " makes",
            "announced",
            "confirmed",
            "revealed",
            "unveiled",
            "surprise",
            "foregone",
        ),
    ),
    rule(
        Predicate.RENEWED,
        rf"{w.AUX}(?P<verb>\b(?:announc|confirm|unveil|reveal)(?:s|es|ed|ing)?\s+(?:{D}\s+)?(?:(?:the|an?|its)\s+)?(?:(?:[\w-]+|{N})\s+){{0,2}}?(?:renewals?|recommission(?:ing)?|pick-?ups?))\s+(?:of|for)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "renewal|recommission|pickup|pick-up",
    ),
    # "The deal takes S through season 9".
    rule(
        Predicate.RENEWED,
        rf"\b(?:deal|pact|agreement|renewals?|order|pick-?up|extension)\s+(?:also\s+|will\s+)*(?P<aux>)(?P<verb>tak(?:es?|ing)|carr(?:y|ies|ying)|keeps?|extends?|brings?)\s+{OBJECT}(?P<subject>{S}|{w.GENERIC})\s+(?:on\s+(?:the\s+)?air\s+)?(?:through|into|to)\s+(?:(?:its|a|at\s+least)\s+)*{N}",
        "take|takes|taking|carry|carries|keep|extend|bring",
        needs=(N,),
    ),
    # "S made the cut", "S survived the bubble".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}{w.AUX}(?P<verb>ma(?:de|kes)\s+the\s+cut\b(?!\s+(?:in|on|of|for|to)\s+(?:our|the|this|my|its|a|be)\b)|surviv(?:es?|ed)\s+(?:the\s+(?:bubble|cut|chop|purge|axe?|chopping\s+block)\b|for\s+(?:an?\s+|another\s+)?(?:{N}|year))|(?:dodg|escap|avoid|duck)(?:es?|s|ed)\s+(?:the\s+(?:axe?|chop|chopping\s+block)\b|cancell?ation\b(?!\s+(?:fears|rumou?rs|talk)))"
        rf"|liv(?:es?|ed)\s+to\s+(?:see|fight)\s+(?:another\b|an?\s+{N})|beats?\s+the\s+(?:odds|bubble)\b|(?:{w.GET}|is)\s+(?:officially\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:reprieve|stay\s+of\s+execution))",
        "the cut|surviv|dodg|escap|avoid|duck|another|live to|lives to|lived to|the odds|the bubble|reprieve|execution",
    ),
    # "S will be back next season".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST}|{w.GENERIC})\s+(?P<aux>(?:will|is\s+(?:set\s+)?to|are\s+(?:set\s+)?to)\s+(?:(?:all|both|also)\s+)?)(?P<verb>be\s+back|return|come\s+back)\s+{N}(?=\s*(?:[.,;]|$))",
        "back|return",
        needs=(N,),
    ),
    # "P rewarded S with a third season".
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>(?:reward|bless|honou?r|treat|present|favou?r)(?:s|ed))\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})\s+with\s+(?:(?:an?|its|early)\s+)*(?:[\w-]+\s+)?(?:{N}{_NOT_ITS_EVENT}|{w.AGAIN}|renewal|pick-?up)",
        "reward|bless|honor|honour|treat|present|favor|favour",
    ),
    # "P wasted no time in renewing S", "it took P two episodes to renew S".
    rule(
        Predicate.RENEWED,
        rf"{_QUICKLY}[^.;:{S}]{{0,40}}?\s(?:to|in|before|by)\s+(?P<aux>)(?P<verb>renew(?:ing)?|re-?up(?:ping)?|recommission(?:ing)?|pick(?:ing)?\s+up|bring(?:ing)?\s+back|order(?:ing)?\s+more\s+of)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "renew|reup|re-up|recommission|pick|bring|order",
    ),
    rule(
        Predicate.RENEWED,
        rf"{_QUICKLY}[^.;:{S}]{{0,40}}?\s(?:to|in|before|by)\s+(?P<aux>)(?P<verb>(?:hand|grant|award)(?:ing)?|giv(?:e|ing))\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})\s+(?:(?:an?|its|early)\s+)*(?:[\w-]+\s+)?(?:{N}{_NOT_ITS_EVENT}|{w.AGAIN}|renewal|pick-?up)",
        "hand|grant|award|giv",
    ),
    # "S is on the schedule, having been renewed in May".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S})[^.;:{S}]{{1,80}},\s+having\s+(?P<aux>(?:already\s+|just\s+)?been\s+)(?P<verb>renewed|recommissioned|picked\s+up)\b",
        "having been|having already|having just",
    ),
    # "With the renewal of S, the network has six dramas", "the early S renewal came as no surprise".
    rule(
        Predicate.RENEWED,
        rf"\b(?:with|after|following|since|despite)\s+(?:the|its|[\w\u2019']+\s+)?\s*(?:[\w-]+\s+){{0,2}}?(?P<aux>)(?P<verb>renewals?|pick-?ups?)\s+(?:of|for)\s+{OBJECT}(?P<subject>{w.LIST})(?=\s*(?:[,.;]|$))",
        "renewal|pickup|pick-up",
        needs=(S,),
    ),
    rule(
        Predicate.RENEWED,
        rf"\bthe\s+(?:[\w-]+\s+){{0,2}}?(?P<subject>{S})['\u2019]?\s+(?P<aux>)(?P<verb>(?:{N}\s+)?(?:renewal|pick-?up))\s+(?:came|comes|arrived|followed|follows|means|was\s+(?:\w+ly\s+)?(?:announced|confirmed|made|revealed))\b",
        "renewal|pickup|pick-up",
        needs=(S,),
    ),
    # "The decision to renew S came in May".
    rule(
        Predicate.RENEWED,
        rf"(?:\bthe|['\u2019]s?)\s+(?:[\w-]+\s+)?decision\s+to\s+(?P<aux>)(?P<verb>renew|re-?up|bring\s+back|pick\s+up|order\s+more\s+of)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})[^.;:,{S}]{{0,40}}?\s(?:came|comes|followed|follows|was\s+(?:made|announced|easy|an\s+easy|a\s+no-brainer|no\s+surprise))\b",
        "decision to",
    ),
    # "The ratings earned S a third season", "which secured a third season for it".
    rule(
        Predicate.RENEWED,
        rf"\b(?P<aux>)(?P<verb>earn(?:s|ed|ing)|w[io]n(?:s|ning)?|net(?:s|ted|ting)|land(?:s|ed|ing)|secur(?:es|ed|ing)|guarantee[sd]|clinch(?:es|ed))\s+(?P<subject>{S}|it\b|the\s+(?:[\w\u2019'-]+\s+){{0,3}}?{w.KINDS})\s+(?:an?\s+|its\s+)?(?:early\s+)?(?:[\w-]+\s+)?(?:{N}{_NOT_ITS_EVENT}|renewal|pick-?up)",
        "earn|win|won|net|land|secur|guarantee|clinch",
        needs=(N, "renewal", "pickup", "pick-up"),
    ),
    rule(
        Predicate.RENEWED,
        rf"\b(?P<aux>)(?P<verb>earn(?:s|ed|ing)|w[io]n(?:s|ning)?|secur(?:es|ed|ing)|guarantee[sd]|clinch(?:es|ed))\s+(?:an?\s+)?(?:early\s+)?(?:[\w-]+\s+)?(?:{N}|renewal|pick-?up)\s+for\s+(?P<subject>{S}|it\b|the\s+(?:[\w\u2019'-]+\s+){{0,3}}?{w.KINDS})",
        "earn|win|won|secur|guarantee|clinch",
        needs=(N, "renewal", "pickup", "pick-up"),
    ),
    # "P likes S and has already renewed it", "P likes S, giving the drama a third season".
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}[^.;:]{{1,120}}?(?:\band|,)\s+(?P<aux>(?:(?:has|have|had|already|also|since|then|just|later|quickly|promptly)\s+){{0,3}})"
        rf"(?P<verb>renew(?:ed|ing)|re-?upp(?:ed|ing)|recommission(?:ed|ing)|picked(?=\s+it\s+up)|(?:giv|hand|grant|award)ing(?=\s+(?:it|the\s+[\w\s-]{{1,30}})\s+(?:an?|its)\s+(?:[\w-]+\s+)?(?:{N}|renewal|pick-?up))|(?:gave|given|handed|granted|awarded)(?=\s+(?:it|the\s+[\w\s-]{{1,30}})\s+(?:an?|its)\s+(?:[\w-]+\s+)?(?:{N}|renewal|pick-?up)))\s+(?P<subject>it\b|the\s+(?:[\w\u2019'-]+\s+){{0,3}}?{w.KINDS})",
        "renewed|renewing|upped|upping|recommission|picked it|giving|handing|granting|awarding|gave|given|handed"
        "|granted|awarded",
    ),
    # "P has set S for a third season", "the drama returns to P for a third".
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>sets?)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})\s+for\s+(?:an?\s+|its\s+){ADJECTIVES}{N}{_NOT_ITS_EVENT}{_NO_DAY}",
        "set",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST}|{w.GENERIC})(?:,\s[^,;.:]{{1,110}},)?\s+(?P<aux>)(?P<verb>returns?)\s+to\s+{P}\s+for\s+(?:an?\s+|its\s+){ADJECTIVES}{N}{_NOT_ITS_EVENT}{_NO_DAY}",
        "return",
        needs=(N,),
    ),
    # "Season 2 of S, which P and the BBC renewed on Friday".
    rule(
        Predicate.RENEWED,
        rf"{N}\s+of\s+{OBJECT}(?P<subject>{S}),\s+which\s+(?P<platform>{P})(?:\s+and\s+(?:the\s+)?(?:{P}|[\w&+]+))?\s+{w.AUX}(?P<verb>renewed|re-?upped|ordered|commissioned|picked\s+up)\b",
        "renewed|re-upped|reupped|ordered|commissioned|picked up",
        needs=(N,),
    ),
    # "Is safe and will get a sixth season".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S}|{w.GENERIC})(?:[^.;:?!{S}{N}]){{1,60}}?,?\s+and\s+(?P<aux>(?:will|is\s+to)\s+)(?P<verb>get|have|receive)\s+(?:an?|its|another)\s+{ADJECTIVES}{N}{_NOT_ITS_EVENT}{_NO_DAY}",
        "get|have|receive",
        needs=(N,),
    ),
    # "P has gone ahead with a fourth".
    rule(
        Predicate.RENEWED,
        rf"(?:{ACTOR}|\bit)\s+{w.AUX}(?P<verb>(?:gone|going|go|goes|went|moved|moves|moving|pushing|proceed(?:s|ed|ing)?)\s+(?:ahead|forward)\s+with|lin(?:es|ed)\s+up|lock(?:s|ed)\s+in)(?P<subject>)\s+an?\s+(?P<ordinal>{LATER})(?=\s*(?:[.,;]|$|and\b|in\b|on\b|last\b|before\b|ahead\b))",
        "ahead with|forward with|lines up|lined up|locks in|locked in",
    ),
)
