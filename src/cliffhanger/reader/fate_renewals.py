"""How English says that a show is renewed, or that it is not: the exact rules first."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import (
    ACTOR,
    LINK,
    OBJECT,
    OF_IT,
    ONE_MORE,
    OPENS,
    REFUSE,
    SOMEBODY,
    N,
    P,
    Rule,
    S,
    rule,
)
from cliffhanger.reader.seasons import LATER

RENEWALS: tuple[Rule, ...] = (
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S}\s+\({N}\)(?:,?\s+(?:and\s+)?(?:(?:the|its)\s+)?(?:[\w-]+\s+){{0,3}}?{S}\s+\({N}\))*)(?:,\s+which)?\s+(?P<aux>(?:(?:also|all|both|have|been|were|are|got)\s+){{1,4}})(?P<verb>renewed|renewals|confirmed|pick-?ups)\b",
        "renewed|renewals|confirmed|pick-ups|pickups",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"\b(?P<aux>)(?P<verb>renewals|survivors|renewed\s+(?:shows|series)|pick-?ups)\b[^.;{S}]{{0,60}}?(?:\b(?:includ(?:es?|ed|ing)|are|were)\s+|:\s+)(?P<subject>{S})\s*\(?{N}\)?",
        "renewals|survivors|renewed|pick-ups|pickups",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"\b(?:announc|confirm|sa(?:id|ys))\w*\s+(?:\w+\s+)?that\s+(?P<subject>{w.LIST})\s+(?P<aux>(?:(?:will|would|are|is|all|both)\s+){{1,3}})(?P<verb>be\s+part\s+of\s+its)\s+(?:{N}|\w+\s+(?:slate|line-?up|schedule))",
        "part of its",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S})['\u2019]?\s+(?P<aux>)(?P<verb>(?:gets|books|lands|scores|earns|nabs|bags)\s+an?)\s+(?P<ordinal>{LATER})\s+"
        rf"(?!(?:trailer|teaser|look|date|episode|spin|star|lead|cast|director|series|life|home|poster|sequel|film|movie|season|night|hour)\w*)[\w-]+(?:\s+of\s+\w+)?\s+(?:at|from)\s+{P}",
        "gets|books|lands|scores|earns|nabs|bags",
        needs=tuple(LATER.split("|")),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S}|{w.GENERIC}){w.ASIDE}\s+(?P<aux>(?:(?:already|also|now)\s+)?)(?P<verb>ha(?:s|ve)\s+(?:already\s+)?(?:an?\s+(?:{N}|(?:{LATER})|(?:[\w-]+\s+)?(?:renewal|pick-?up))|another)\s+"
        rf"(?:coming|in\s+hand|on\s+the\s+(?:way|books)|in\s+the\s+(?:works|bag|pipeline)|locked\s+in|lined\s+up))\b",
        " coming|in hand|on the way|on the books|in the works|in the bag|in the pipeline|locked in|lined up",
    ),
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>renew(?:s|ed)|order(?:s|ed)|greenli(?:ghts|t)|green-?lights?|commission(?:s|ed)|confirm(?:s|ed)|sets|announce[sd]|adds|buys)\s+"
        rf"(?:an?\s+|its\s+|the\s+)?(?:{LATER})\s+(?P<subject>{S})['\u2019]?s?\s+(?:season|series)\b(?!\s+(?:premiere|finale|trailer|date|release|return|cast))",
        "season|series",
        needs=tuple(LATER.split("|")),
    ),
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>{w.ORDERS_SEASON}|lock(?:s|ed)\s+in|brings\s+back)\s+{OBJECT}(?P<subject>{S})['\u2019]?s?\s+{N}(?!\s*(?:premiere|finale|trailer|teaser|date|release|return|cast|star|air\b|(?:will|to)\s+be\b|is\b|for\b))",
        f"{w.ORDERS_SEASON_HINTS}|lock|brings back",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"{P}\s+{w.AUX}(?P<verb>brings\s+back|locks\s+in)\s+{OBJECT}(?P<subject>(?={S}(?:,\s|\s+and\s)){w.LIST})"
        rf"(?![^.;]{{0,40}}{w.D})(?!\s+for\s+(?:an?\s+)?(?:special|reunion|movie))",
        "brings back|locks in",
        needs=(S,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST})['\u2019]?\s+(?P<aux>(?:(?:all|both|also)\s+)?)(?P<verb>(?:get|score|land|nab|earn|bag|secure|snag|win|receive)\s+(?:[\w-]+\s+){{0,3}}?(?:renewals|pick-?ups|{N}))(?!\s+(?:premiere|finale|trailer|date|release|cast))",
        "renewals|pick-ups|pickups|season|series",
        needs=(" and ", ", "),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:^|[:;,]\s+|\bspin-?off\s+|\boffshoot\s+)(?P<subject>{S})['\u2019]?\s+(?P<aux>)(?P<verb>back)\s+for\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}(?![^.;]{{0,40}}{w.D})",
        "back for",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S})[^.;:?{S}]{{0,60}}?\((?P<aux>(?:officially\s+)?)(?P<verb>renewed|picked\s+up)\s+(?:for\s+(?:an?\s+)?{N}|by\s+{P}|at\s+{P})[^()]{{0,30}}\)",
        "(renewed|(picked up|(officially",
    ),
    rule(
        Predicate.RENEWED,
        rf"\bit\s+{w.AUX}(?P<verb>renew(?:ed)?\b|recommission(?:ed)?\b|re-?up(?:ped)?\b|picked\s+up(?=\s+(?:(?:[\w-]+\s+){{0,4}}{S}|the\b|its\b)))\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "renew|recommission|reup|re-up|picked up",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S})(?:,\s+(?:starring|with|from|about|the)\s(?:[^,;.:{S}]|(?<=\b\w)\.){{1,60}})?,?\s+whose\s+(?:own\s+)?(?P<aux>)(?P<verb>(?:{N}|(?:{N}\s+)?(?:renewal|pick-?up|order))\s+(?:was|has\s+been|is|were)\s+(?:[\w-]+\s+)?"
        rf"(?:ordered|greenlit|commissioned|confirmed|announced|approved|made|coming|on\s+(?:the|its)\s+way|in\s+the\s+works))\b",
        "ordered|greenlit|commissioned|confirmed|announced|approved|made|coming|way|works",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S}|\bit\b|\bthe\s+(?:[\w\u2019'-]+\s+){{0,2}}?{w.KINDS}\b)(?:[^.;:?!{S}]|(?<=\b\w)\.){{1,140}}?,?\s+(?:and|but)\s+"
        rf"(?:(?:then|later|since|also|now|subsequently)\s+)?(?P<aux>(?:(?:was|ha(?:s|d)\s+(?:[a-z]+\s+)?been|is|were|got)\s+"
        rf"(?:[\w-]+\s+){{0,2}}?|(?:already|also)\s+)?)(?P<verb>(?:renewed|picked\s+up)\b(?=\s+(?:for|in|by|on|through|early)\b)"
        rf"|(?:handed|given|granted|awarded)\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}(?!\s+to\s)|will\s+(?:come\s+back|return|be\s+back)\s+for\s+(?:an?|its)\s+(?:[\w-]+\s+)?{N}(?![^.;]{{0,30}}{w.D})"
        rf"|ha(?:s|ve)\s+(?:already\s+)?(?:an?\s+{N}|another)\s+(?:on\s+the\s+way|in\s+the\s+works|in\s+hand|coming)"
        rf"|(?:received|got|landed|earned|scored|secured)\s+(?:an?|its)\s+(?:[\w-]+\s+)?(?:renewal|pick-?up|{N}\s+(?:renewal|pick-?up|order)))",
        "renewed|picked up|handed|given|granted|awarded|come back|return|be back|the way|in the works|in hand|coming"
        "|renewal|pickup|pick-up|order",
    ),
    rule(
        Predicate.RENEWED,
        rf"{SOMEBODY}{w.AUX}(?P<verb>renew(?:s|ed))\s+{OBJECT}(?P<subject>{w.LIST})(?=\s+(?:for\s+(?:an?\s+|its\s+)?"
        rf"(?:[\w-]+\s+){{0,3}}?{N}|through\b))",
        "renew",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}{w.AUX}(?P<verb>{w.RENEWED})\b",
        "renewed|re-up|reup|picked up|extended|asked back|re-ordered|reordered|recommissioned",
    ),
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}(?P<aux>\s+(?:[\w\u2019']+\s+){{0,6}}?){REFUSE}\s+(?:be\s+)?(?P<verb>renew(?:ing)?|pick(?:ing)?\s+up"
        rf"|bring(?:ing)?(?:\s+back|(?=\s[^.;,]{{1,60}}\sback\b))|(?:order|mak|produc)(?:e|ing)?\s+(?:an?\s+|another\s+|any\s+)?{N}\s+(?:of|for)"
        rf"|(?:mov|proceed|go|continu|press)(?:e|ing)?(?:\s+(?:forward|ahead|on))?\s+with(?:\s+(?:an?\s+|another\s+)?{N}\s+of|(?!\s+(?:[\w\u2019'-]+\s+){{1,4}}?(?:for|of|with|between|at)\s)))\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "renew|pick|order|mov|bring|mak|produc|proceed|go|continu|press",
        needs=("not ", "against", "declin", "refus", "n't", "n\u2019t", "no longer", "passed"),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?P<aux>){REFUSE}\s+(?:be\s+|get\s+)(?P<verb>renewed|picked\s+up)",
        "renewed|picked",
    ),
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}(?:,\s+which)?\s+(?:\w+\s+(?:\w+\s+){{0,3}}and\s+)?{w.AUX}(?P<verb>{w.ACTIVE_RENEW})\s+{OBJECT}(?P<subject>{w.LIST}"
        rf"|{w.GENERIC})",
        "renew|re-up|reup|picks up|picked up|picking up|picked it|picks it|extend|recommission",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.SUBJECT}){LINK}{w.AUX}(?P<verb>{w.GET})\s+(?!(?:[\w\u2019'-]+\s+){{0,5}}?(?:cast|roles?|recurring|regulars?|guests?|stars?)\b)(?:(?:(?!(?:into|to|through|from|of|after|before|during|out|for|in|at|on|with)\b)[\w\u2019'-]+\s+){{0,4}}?"
        rf"|(?:[\w-]+\s+){{0,2}}?(?:order|pick-?up|\d+|episodes)\s+for\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?)(?:{N}(?:\s+{w.PICKUP}"
        rf"|\s*(?=$|[.,;!:\u2014\u2013]|after\s+an?\b|at\b|from\b|on\b|by\b|order|thanks|ahead|despite|as\s|too\b|of\s+(?:\w+\s+)?episodes|while\b"
        rf"|in\b|late\b|last\b|this\b|back\b|early\b|earlier\b|before\b|less\b|within\b|even\b|sooner\b|right\b|the\s+following\b|that\b|\w+\s+(?:weeks|months)\b|{w.D}))"
        rf"|an?\s+(?:{LATER})(?=\s*(?:$|[.,;]))"
        rf"|(?:early\s+)?(?:renewal|pick-?up)\b"
        rf"|{w.AGAIN}(?=\s*(?:$|[.,;!]|(?:at|from|on|by|in|too|despite|after|this|last|earlier|as)\b|{w.D})))"
        rf"(?!\s+(?:trailer|teaser|date|premiere|release|cast|poster"
        rf"|review|update|hopes?|news))",
        " get| got |picks up|picked up|adds|added|score|lands|landed|nab|earn|bags|bagged|secur|snag|wins| won "
        "|receiv|given|grant|hand|award|clinch",
        needs=(N, "renewal", "pick-up", "pickup", *LATER.split("|")),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:{ACTOR}|\bit)\s+{w.AUX}(?P<verb>{w.GIVE})\s+{OBJECT}(?P<subject>{w.LIST}"
        rf"|{w.GENERIC}){w.ASIDE}\s+{ONE_MORE}(?:{N}(?!\s*(?:premiere|finale|opener|trailer|teaser|date))|renewal|pick-?up|(?:the\s+)?(?:go-?ahead|green\s?light"
        rf"|nod)\s+for\s+(?:an?\s+)?{N})",
        "giv|gave|hand|grant|award",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S})['\u2019]?s?\s*[(:,-]?\s*{N}\)?\s+{w.AUX}(?P<verb>(?:officially\s+)?(?:confirmed"
        rf"|ordered|greenlit|commissioned|a\s+go|happening)|(?:gets|scores|lands|nabs|earns"
        rf"|secures)\s+(?:the\s+|an?\s+)?(?:official\s+)?(?:green\s?light|order|go-?ahead"
        rf"|pick-?up))\b(?!\s+(?:for|to|on\s+set|cast|as)\b)",
        "confirmed|ordered|greenlit|commissioned|a go|happening|green|go-ahead|go ahead|pick",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST}|{w.GENERIC}){OF_IT}(?:\s+and\s+[a-z.]+\s+[a-z.]+|\s*\([^()]{{0,60}}\)|,\s+which\s+|,\s[^,;.:]{{1,110}},\s+(?:which\s+)?|\s+)\s*(?P<aux>(?:(?:will|would|is|to"
        rf"|set|officially|now|also|are|both|each|all|be)\s+){{1,4}})(?P<verb>return(?:ing)?|com(?:e|ing)\s+back"
        rf"|head(?:ed|ing)|(?:be\s+)?back|on\s+board|around|stay(?:ing)?\s+(?:on|put|around)|stick(?:ing)?\s+around)(?:\s+to\s+{P})?\s+(?:for|with)\s+(?:an?\s+|(?:its|their)\s+|at\s+least\s+"
        rf"|the\s+)?(?:[\w-]+\s+){{0,2}}?{N}(?!\s+(?:premiere|finale|opener|episode))(?!,?\s+(?:(?:on|in|at|from|this|next|starting|beginning)\s+)?(?:{P}\s+)?(?:(?:on|in)\s+)?{w.D})",
        "return|back|head|board|around|stay",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>{w.GIVE}\s+(?:[\w-]+\s+){{0,3}}?(?:(?:season\s+)?renewals?|pick-?ups?|(?:{N}|[a-z]+-season)\s+deals?))\s+(?:to|for)\s+{OBJECT}(?P<subject>{w.LIST})",
        "renewal|pick|deal",
        needs=(S,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:(?:{ACTOR}|\bit)\s+|(?<=\band\s)){w.AUX}(?P<verb>{w.GIVE}\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}(?:\s+(?:orders?|renewals?|pick-?ups?|commitments?))?|(?:ma(?:de|kes?)|plac(?:es?|ed)|issu(?:es|ed))\s+an?\s+(?:[\w-]+\s+)?{N}\s+(?:order|renewal|pick-?up|commitment))\s+(?:to|for)\s+{OBJECT}(?P<subject>{w.LIST})",
        "giv|gave|hand|grant|award|issu|doles|dishe|made|make|plac",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S})['\u2019]?\s+(?P<aux>)(?P<verb>\w+(?:\s+\w+)?\s+with\s+an?\s+(?:[\w-]+\s+){{1,2}}(?:order|pick-?up|renewal))\s+for\s+(?:an?\s+)?{N}",
        "order for|pickup for|pick-up for|renewal for",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:,\s+(?:also\s+)?|\b(?:by|after|and)\s+)(?P<aux>)(?P<verb>renewing)\s+(?P<subject>{S}|{w.GENERIC})\s+for\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?{N}",
        "renewing",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST}|{w.GENERIC})\s+(?:(?:are|is|was|were)\s+)?(?P<aux>)(?P<verb>among\s+(?:[\w-]+\s+){{0,4}}?(?:renewals|(?:shows|series)\s+renewed|renewed\s+(?:shows|series)))\b",
        "renew",
        needs=(S,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:^|[.;]\s+|(?<=\w),\s+)(?:[\w+&-]+\s+){{0,3}}?(?P<aux>)(?P<verb>orders|commissions|greenlights)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?{N}\s+of\s+{OBJECT}(?P<subject>{S})",
        "orders|commissions|greenlights",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>(?:announc|confirm)(?:e|es|ed|s)\s+(?:{w.D}\s+)?(?:the\s+)?(?:returns?|comebacks?)\s+of)\s+{OBJECT}(?P<subject>{w.LIST})(?![^.;]{{0,40}}{w.D})",
        "return of|comeback of|returns of|comebacks of",
    ),
    rule(
        Predicate.RENEWED,
        rf"{P}[^.;]{{0,60}}?\b(?P<verb>bringing\s+back)\s+(?P<aux>){OBJECT}(?P<subject>{w.LIST})(?=\s*$)",
        "bringing back",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST})\s+(?P<aux>(?:(?:will|is|are|to|set|be|also|all|both)\s+){{0,4}})(?P<verb>back\s+for\s+(?:more\b(?=\s*(?:$|[.,;]))|another\s+(?:series|run|round)\b)"
        rf"|coming\s+back(?=\s*(?:$|[.;]|,(?!\s+(?:on|in|with)\b)))|(?<=\salso\s)(?:returning|back)(?=\s*(?:$|[.;]))|(?:return(?:ing)?|back)(?=\s+for\s+an?\s+(?:{LATER})\s*(?:$|[.,;])))",
        "for more|another|return for|returning for|back for|coming back|also ",
    ),
    # Some platform or studio that the vocabulary does not know.
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S})(?:,\s+(?:the|an?|its)\s[^,;.:{S}{P}]{{1,80}})?,?\s+(?:which|that)\s+(?!(?:he|she|they|it|we|i|you|who|fans|viewers)\b)[\w&+]+\s+(?:(?:has|had|just|also|already|recently)\s+){{0,3}}(?P<aux>)(?P<verb>renewed|re-?upped|recommissioned)(?=\s+for\s+(?:an?\s+)?(?:[\w-]+\s+)?{N})",
        "renewed|upped|recommissioned",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"^{OPENS}(?P<verb>renewed)\s*[:!]\s*(?P<aux>)(?P<subject>{w.LIST})",
        "renewed",
    ),
    rule(
        Predicate.RENEWED,
        rf"{P}[^.;:?]{{1,120}}?,\s+(?:and\s+|but\s+)?(?P<aux>)(?P<verb>renews|re-?ups|picks\s+up)\s+(?!(?:season|where)\b){OBJECT}(?P<subject>{w.LIST})",
        "renews|re-up|reup|picks up",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST})\s+(?P<aux>(?:(?:will|is|are|all|both|to|set|officially|be)\s+){{0,4}})(?P<verb>return(?:ing)?|com(?:e|ing)\s+back|head(?:ing|ed|s)(?:\s+back)?|(?:be\s+)?back)"
        rf"\s+(?:to|on|at)\s+{P}\s+(?:for\s+(?:the\s+|an?\s+|its\s+)?)?(?:next\s+year|{N}|(?:in\s+)?(?:the\s+)?20\d\d[-\u2013/]\d\d(?:\d\d)?)",
        "return|back",
    ),
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>keeps)\s+{OBJECT}(?P<subject>{w.LIST})(?:\s+(?:around|going|alive)\b|,\s+(?=(?:cuts|cancels|axes|drops|scraps)\b))",
        "keeps",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S}),?\s+(?:which|that)\s+(?P<platform>{P})\s+{w.AUX}(?P<verb>{w.GIVE})\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?(?:{N}|renewal)",
        "giv|gave|hand|grant|award|issue",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST}|{w.GENERIC})(?:,\s+(?:which|both\s+of\s+which)|,\s[^,;.:]{{1,110}},)?\s+(?P<aux>(?:(?:has|have|had|also|both|all|already)\s+){{0,2}})"
        rf"(?P<verb>got|received|landed|earned|scored)\s+(?:its|their)\s+(?:[\w-]+\s+)?(?P<ordinal>{LATER})(?:-season|-year)?\s+(?:orders?|renewals?|pick-?ups?)\b",
        "order|renewal|pick",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S}|\bit){w.ASIDE}\s+(?P<aux>(?:will|is\s+to|are\s+to)\s+(?:(?:now|also)\s+)?)(?P<verb>have|get)\s+(?:another\s+(?:year|round|term)\b(?=\s*(?:[.,;]|$))|(?:an?|its)\s+(?:[\w-]+\s+)?{N})(?!\s+(?:premiere|finale|opener|episode|of\s+(?!\w+\s+episodes)|{w.D}))",
        "have|get",
        needs=(N, "another"),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S}|{w.GENERIC}){LINK}\s*(?P<aux>)(?P<verb>ha[ds]\s+(?:(?:already|also|had)\s+)?(?:its|an?)\s+(?:[\w-]+\s+)?{N}\s+(?:confirmed|ordered|commissioned|announced|approved|secured|greenlit|locked\s+in|lined\s+up|guaranteed))\b",
        "confirmed|ordered|commissioned|announced|approved|secured|greenlit|locked in|lined up|guaranteed",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{w.LIST})\s[^.;:{S}{N}]{{1,80}}?,?\s+(?:also\s+)?(?P<aux>)(?P<verb>with\s+(?:(?:early|an?|their)\s+)?{N}\s+(?:orders?|renewals?|pick-?ups?))\b",
        "order|renewal|pickup|pick-up",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"\b(?P<aux>)(?P<verb>brought|saw)\s+{N}s?\s+(?:renewals\s+|orders\s+)?(?:for|of)\s+(?P<subject>{w.LIST})",
        "brought|saw",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"\b(?P<verb>hope(?:s|d|ful)?|hoping)\s+(?:that\s+|for\s+)?(?P<subject>{w.SUBJECT})\s+(?:will|would"
        rf"|can|could|might)\s+(?:return|be\s+renewed|come\s+back|get\s+{ONE_MORE}{N}|be\s+picked\s+up)",
        "hope|hoping",
    ),
)
