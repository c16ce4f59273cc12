"""How English says that a new show is ordered: the exact rules first."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, LINK, OBJECT, OF_IT, N, P, Rule, S, rule

ORDERS: tuple[Rule, ...] = (
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{S})\s*:\s*(?P<platform>{P})\s+{w.AUX}(?P<verb>orders?|greenlights?"
        rf"|picks\s+up)\s+(?:an?\s+)?{S}\s+(?:spin-?off|prequel|sequel)",
        "spin|quel",
    ),
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{S})\s*:\s*(?P<platform>{P})\s+{w.AUX}(?P<verb>{w.GIVE}\s+(?:an?\s+)?(?:[\w-]+\s+){{0,2}}?(?:straight-to-)?series\s+(?:order|pick-?up|green\s?light|commitment))\b",
        "order|pick|green|commitment",
    ),
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{S})['\u2019]?(?:\s+(?:revival|reboot|remake))?{w.ASIDE}\s+(?P<aux>(?:(?:is|now|officially)\s+){{0,3}})(?P<verb>a\s+go\s+(?:at|on))\s+{P}",
        "a go",
    ),
    rule(
        Predicate.ORDERED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>{w.GIVE}\s+{OBJECT}(?P<subject>{S})(?:\s+(?:[\w-]+\s+)?{w.KINDS})?\s+(?:(?:the|an?|its)\s+)?(?:official\s+)?"
        rf"(?:green\s?light|go-?ahead|(?:[\w-]+,?\s+)?(?:straight-to-)?series\s+(?:order|pick-?up|commitment)|(?:[\w-]+\s+)?[\w-]+-episode\s+(?:order|commitment)))\b(?!\s+for\s+(?:an?\s+)?(?:[\w-]+\s+)?{N})",
        "green|go-ahead|goahead|order|pick|commitment",
        needs=(S,),
    ),
    rule(
        Predicate.ORDERED,
        rf"{ACTOR}[^.;:?]{{0,160}}?\b(?P<aux>)(?P<verb>(?:series|-episode)\s+(?:orders?|pick-?ups?|commitments?)\s+(?:(?:on\s+)?{w.D}\s+)?(?:for|to))\s+{OBJECT}(?P<subject>{w.LIST})",
        "series order|series pick|series commitment|-episode order|-episode pick|-episode commitment",
        needs=(S,),
    ),
    rule(
        Predicate.ORDERED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>{w.GIVE})\s+(?P<subject>{w.GENERIC})\s+(?:its|an?)\s+(?:[\w-]+\s+){{0,2}}?order\b(?!\s+for\b)",
        "order",
    ),
    rule(
        Predicate.ORDERED,
        rf"{ACTOR}\s+(?P<aux>(?:(?:had|first|originally|initially)\s+){{0,2}})(?P<verb>ordered|greenlit|commissioned)\s+(?!it\b|them\b)(?P<subject>{w.GENERIC}|{S})\s+(?:(?:straight\s+)?to\s+series\s+)?(?:back\s+)?(?:(?:in|on)\s+)?{w.D}",
        "ordered|greenlit|commissioned",
        needs=(w.D,),
    ),
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{S})['\u2019]?(?:\s*:[^.;:?]{{1,60}}?|,\s[^,;.:{S}]{{1,110}},|,)?\s+(?P<aux>(?:is\s+)?)(?P<verb>(?:goes|headed|heads|heading|moves|moving|going|will\s+go|has\s+gone|went)\s+(?:straight\s+|directly\s+)?to\s+series)\b",
        "to series",
    ),
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{w.LIST})(?:\s+(?:{w.KINDS}))?{OF_IT}{LINK}{w.AUX}(?P<verb>(?:{w.ORDERED})(?=\s+(?:at|by|for\s+{P}|(?:straight\s+)?to\s+series|as"
        rf"|for\s+(?:a\s+)?(?:\w+\s+)?series|from)|\s*$)"
        rf"|{w.GET}\s+(?:an?|its)\s+(?:[\w-]+\s+)?[\w-]+-episode\s+(?:order|commitment|pick-?up)|{w.GET}\s+(?:an?\s+|its\s+)?(?:[\w-]+,?\s+){{0,3}}?(?:straight-to-)?series\s+(?:order|pick-?up"
        rf"|green\s?light|commission|commitment)|series\s+order(?:ed)?|ordered\s+to\s+series)",
        "order|green|commission|commitment|pick",
    ),
    rule(
        Predicate.ORDERED,
        rf"(?:{ACTOR}|\bit)\s+{w.AUX}(?P<verb>{w.ACTIVE_ORDER}(?!\s+(?:an?\s+)?series\s+order)"
        rf"|{w.GIVE}\s+(?:an?\s+)?(?:[\w-]+\s+){{0,3}}?(?:straight-to-)?series\s+(?:orders?|green\s?light"
        rf"|commitment)\s+(?:to|for))\s+(?!{N}|(?:an?\s+)?{N})(?P<object>(?:(?!that\b|about\s+{S}|pilots?\b|scripts?\b|deal|contract|more|episode|return|comeback|end|cancel|departure|premiere|launch|date"
        rf"|another|{N})[\w\u2019'&/,+-]+\s+){{0,9}}?)(?:{S}['\u2019]?s?\s+(?:spin-?off|spin\s+off|prequel|sequel|offshoot|companion)(?:\s+series)?,?\s+)?(?P<subject>{w.LIST})(?=\s*(?:$|[.,;:!\u2013\u2014(]"
        rf"|{S}\s+(?:spin-?off|prequel|sequel)|(?:series|drama|comedy|reboot|revival|sequel|prequel|thriller|adaptation|limited)|from|for\b"
        rf"|with|starring|(?:straight\s+)?to\s+series|based|as\b|at\b|about|\w+ing\b))(?!\s*(?:premiere|{N}"
        rf"|release|date|cast|trailer))",
        "order|greenl|green-l|commission|announce|confirm|sets |series",
        needs=(S,),
    ),
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{S}|{w.GENERIC})['\u2019]?{w.ASIDE}\s+{w.AUX}(?P<verb>{w.GET}\s+(?:(?:the|an?|its)\s+)?(?:official\s+)?(?:green\s?light|go-?ahead))\b(?!\s+(?:for|to)\b|\s+from\s+(?!{P}))(?![^.;]{{0,50}}{N})",
        "green|go-ahead|goahead",
    ),
    # "Goes to S, a drama starring Ada Example that landed a series order in May", "S, greenlit in May".
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{S})['\u2019]?(?:,\s+(?:an?|the|its)\s(?:[^,;.:{S}{N}]|(?<=\b\w)\.){{1,90}}?)?(?:,?\s+(?:that|which)\s+|,\s+|(?<!{S})\s+)(?P<aux>(?:(?:was|has|had|been|also|just|recently|officially)\s+){{0,3}})"
        rf"(?P<verb>(?:landed|got|received|earned|scored|given|secured)\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?(?:straight-to-)?series\s+(?:order|pick-?up|green\s?light)|(?:picked\s+up|ordered)\s+(?:straight\s+)?to\s+series"
        rf"|(?:greenlit|ordered|commissioned)(?=\s+(?:by\s+{P}|(?:(?:back\s+)?in\s+|on\s+)?{w.D}|last\b|this\b|earlier\b)))\b(?![^.;]{{0,40}}\bfor\s+(?:an?\s+)?{N})",
        "series order|series pick|series green|to series|greenlit|ordered|commissioned",
    ),
    rule(
        Predicate.ORDERED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>takes|took|sends|moves|(?:pick(?:s|ed)\s+up|order(?:s|ed))(?=\s+(?:straight\s+)?to\s+series))\s+{OBJECT}(?P<subject>{w.LIST})(?:(?<=to\sseries\s{S})|(?=\s+to\s+series))",
        "to series",
    ),
    rule(
        Predicate.ORDERED,
        rf"{P}[^.;:?]{{1,120}}?,\s+(?:and\s+)?(?P<aux>)(?P<verb>orders|greenlights|commissions)\s+(?:(?:new|dramas?|comedy|comedies|series|sitcoms?|thrillers?"
        rf"|prequel|sequel|spin-?off|offshoot|reboot|revival)\s+){{1,3}}(?P<subject>{w.LIST})(?=\s*(?:$|[.;]|to\s+series))",
        "orders|greenlights|commissions",
    ),
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{S}),?\s+(?:which|that)\s+(?P<platform>{P})\s+{w.AUX}(?P<verb>ordered|greenlit|commissioned)\b(?!\s+(?:for|an?|its)\b)",
        "ordered|greenlit|commissioned",
    ),
    # "P has put in an order for S", "P announced a straight-to-series order for the drama S".
    rule(
        Predicate.ORDERED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>(?:put(?:s|ting)?\s+in|plac(?:es?|ed|ing)|unveil(?:s|ed|ing)?|announc(?:es?|ed|ing)|ma(?:de|kes?|king))\s+an?\s+(?:[\w-]+\s+){{0,2}}?(?:series\s+)?(?:order|commitment|green\s?light)\s+(?:for|to))\s+{OBJECT}(?P<subject>{w.LIST})",
        "order|commitment|green",
        needs=(S,),
    ),
    # "The newly ordered S".
    rule(
        Predicate.ORDERED,
        rf"\b(?:newly|recently|just|freshly|already)[\s-]+(?P<aux>)(?P<verb>ordered|greenlit|commissioned)\s+(?!(?:by|in|at|on|to|for|last|this)\b)(?:(?:{P}(?:['\u2019]s)?|[\w\u2019'-]+)\s+){{0,4}}?(?P<subject>{w.LIST})",
        "ordered|greenlit|commissioned",
        needs=(S,),
    ),
    # "Ordered by P a year ago, the drama S".
    rule(
        Predicate.ORDERED,
        rf"^[^\w{S}{N}{P}{w.D}]*(?:(?:already|recently|quickly|officially|first|originally)\s+)?(?P<aux>)(?P<verb>ordered|greenlit|commissioned)\s+(?=(?:by|in|at|on|straight|last|early|to\s+series)\b)[^.;:,{S}]{{1,80}},\s+"
        rf"(?:(?:(?:{P}|[\w-]+)['\u2019]s?|the|its|an?)\s+)?(?:(?:{P}(?:['\u2019]s)?|[\w\u2019'-]+)\s+){{0,5}}?(?P<subject>{S})",
        "ordered|greenlit|commissioned",
        needs=(S,),
    ),
    # "S was handed a two-season order": of a show that is running it renews.
    rule(
        Predicate.ORDERED,
        rf"(?P<subject>{S}|{w.GENERIC}){w.ASIDE}\s+{w.AUX}(?P<verb>(?:{w.GET}|came\s+with|comes\s+with)\s+(?:an?|its)\s+(?:[\w-]+\s+)?{N}\s+(?:series\s+)?(?:order|commitment|pick-?up))\b(?!\s+(?:for|to)\b)",
        "order|commitment|pickup|pick-up",
        needs=(N,),
    ),
    # "A series order for S came in May", "the commission of S was announced".
    rule(
        Predicate.ORDERED,
        rf"\b(?:an?|the|its)\s+(?:[\w-]+\s+){{0,2}}?(?P<aux>)(?P<verb>series\s+(?:order|pick-?up|commitment)|commission)\s+(?:of|for)\s+{OBJECT}(?P<subject>{w.LIST})\s+(?:came|arrived|followed|was\s+(?:\w+ly\s+)?(?:announced|confirmed|made))\b",
        "series order|series pick|series commitment|commission",
        needs=(S,),
    ),
)
