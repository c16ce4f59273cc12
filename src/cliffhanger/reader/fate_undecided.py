"""How English says that nobody has decided: what is undecided, on which season of which show, in every order."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, LINK, MORE, OF_IT, OF_SHOW, OPENS, OWNED, A, N, P, Rule, S, rule

_WHO = rf"(?:{ACTOR}|\b(?:it|they)|\b[a-z]+\s+(?:executives|bosses|producers))"
_NOT_YET = (
    r"(?:(?:has|have|had)\s+(?:still\s+|so\s+far\s+)?(?:not(?:\s+yet)?|yet\s+to)|ha(?:s|ve|d)n[\u2019']t(?:\s+yet)?|(?:is|are)\s+(?:still\s+)?(?:yet\s+to|not\s+ready\s+to)"
    r"|(?:does|do)\s+not\s+yet|(?:is|are)\s+still)"
)
_UNDECIDED = (
    r"(?:on\s+the\s+bubble|in\s+(?:renewal\s+)?limbo|up\s+in\s+the\s+air|in\s+the\s+balance|undecided|unresolved|(?:still\s+)?(?:await(?:ing|s)|wait(?:ing|s)\s+(?:for|on|to\s+(?:hear|learn)))"
    r"\s+(?:word|news|an?\s+(?:decision|verdict|answer|call)|(?:its|their)\s+(?:fates?|verdicts?|futures?))|in\s+(?:a\s+)?holding\s+patterns?|without\s+an?\s+(?:official\s+)?(?:answer|decision|verdict|pick-?up|renewal)|in\s+the\s+dark\s+about\s+(?:its|their)\s+futures?|(?:a\s+)?question\s+marks?)"
)
_OPEN = (
    r"(?:(?:is|are|remains?)\s+(?:still\s+)?(?:pending|under\s+(?:review|discussion|consideration)|being\s+(?:considered|weighed|discussed|debated)|up\s+in\s+the\s+air|in\s+(?:doubt|question|limbo)"
    r"|undecided|uncertain|unclear|unknown|an?\s+open\s+question|not\s+(?:yet\s+)?(?:confirmed|certain|guaranteed|a\s+(?:sure\s+thing|given|done\s+deal)))"
    r"|(?:has|have)\s+(?:not(?:\s+yet)?\s+been|yet\s+to\s+be)\s+(?:ordered|confirmed|announced|greenlit|commissioned|given\s+(?:a|the)\s+(?:green\s?light|go-?ahead)|decided|determined|settled|approved|made\s+official)"
    r"|ha(?:s|ve)n[\u2019']t(?:\s+yet)?\s+been\s+(?:ordered|confirmed|announced|greenlit|commissioned|decided|approved))"
)

UNDECIDED: tuple[Rule, ...] = (
    # "Still awaiting word on its future is S", "on the bubble at P are S and T".
    rule(
        Predicate.IN_LIMBO,
        rf"(?:^|[.;:]\s+){OPENS}(?:(?:also|still|currently|now)\s+)*(?P<verb>{_UNDECIDED})\b[^.;{S}]{{0,60}}?\s(?:is|are|remains?)\s+{OWNED}(?P<subject>{w.LIST})",
        "bubble|limbo|in the air|undecided|unresolved|awaiting|waiting|holding|without a",
        needs=(S,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}\s*(?:(?:is|are|remains?|sits?|stays?|still|both|also|likewise|left|stuck|hangs?)\s+){{1,3}}(?P<verb>{_UNDECIDED})\b",
        "bubble|limbo|in the air|undecided|unresolved|awaiting|waiting|holding|without a",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{_WHO}\s+(?P<verb>(?:has|have)\s+neither\s+(?:renewed|picked\s+up|cancell?ed)\s+nor\s+(?:renewed|picked\s+up|cancell?ed|axed|dropped))\s+{OWNED}(?P<subject>{w.LIST}|{w.GENERIC})",
        "neither",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{_WHO}\s+(?P<verb>{_NOT_YET}\s+(?:decid(?:ed?|ing)|determin(?:ed?|ing)|sa(?:y|id)|announced?|made\s+up\s+(?:its|their)\s+minds?|c[ao]me\s+to\s+an\s+agreement|agreed?|weighing|mulling|discuss(?:ed|ing))"
        rf"(?:\s+(?:whether|if)\s+(?:to|it\s+will|they\s+will))?)\s+(?:(?:go|move|proceed|press|push)\s+(?:forward|ahead|on)\s+with|go\s+for|make|order|commission|do|produce|pick\s+up|on|about)\s+{MORE}{OF_SHOW}",
        " not |n't |n\u2019t |yet to|still",
        needs=(N, "more", "further", "additional"),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{_WHO}\s+(?P<verb>{_NOT_YET}\s+(?:order(?:ed)?|commission(?:ed)?|greenlit|greenlight|pick(?:ed)?\s+up|renew(?:ed)?|commit(?:ted)?\s+to|sign(?:ed)?\s+off\s+on|confirm(?:ed)?|announced?))\s+{MORE}{OF_SHOW}",
        " not |n't |n\u2019t |yet to",
        needs=(N, "more", "further", "additional"),
    ),
    # "Decisions on S and T are pending", "no renewal decision on S has been reached".
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?:(?:an?|the|any|no)\s+)?(?:final\s+|official\s+|renewal\s+)?(?:decisions?|verdicts?|words?|rulings?|calls?)\s+(?:on|about|for|regarding)\s+(?:(?:the\s+)?(?:futures?|fates?)\s+of\s+|whether\s+to\s+renew\s+)?(?:{MORE}(?:\s+(?:of|for)\s+|(?=,)))?"
        rf"{OWNED}(?P<subject>{w.LIST}|{w.GENERIC})?{w.ASIDE}['\u2019]?\s+(?P<verb>(?:is|are|remains?)\s+(?:still\s+)?(?:pending|to\s+come|outstanding|awaited|expected|due|being\s+weighed)|(?:has|have)\s+(?:not\s+)?(?:yet\s+)?been\s+(?:made|reached|taken)|(?:has|have)\s+yet\s+to\s+be\s+(?:made|reached))\b(?!\s+to\b)",
        "pending|to come|outstanding|awaited|expected|due|weighed|been made"
        "|been reached|been taken|to be made|to be reached",
        needs=("decision", "verdict", "word", "ruling", "call"),
    ),
    # "A second season of S, whose first closed in D, is still being considered".
    rule(
        Predicate.IN_LIMBO,
        rf"(?:\b(?:an?|the|whether\s+an?)\s+)?(?:[\w-]+\s+)?{N}(?:\s+of\s+{OWNED}(?P<subject>{S}|{w.GENERIC}))?(?:['\u2019]?,\s[^.;{S}]{{1,70}},)?\s+(?P<verb>{_OPEN})",
        "pending|under |being |in the air|doubt|question|limbo|undecided"
        "|uncertain|unclear|unknown|not |n't |n\u2019t |yet to",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{S}|{w.GENERIC}){LINK}(?P<verb>(?:does\s+not|doesn[\u2019']t|has\s+not)\s+(?:yet\s+)?have\s+{A}(?:{N}\s+)?(?:pick-?up|renewal|order))",
        "pickup|pick-up|renewal|order",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:\b(?:fates?|futures?)\s+of\s+{OWNED})?(?P<subject>{w.LIST})(?:,\s[^.;{S}]{{1,70}},)?\s+(?P<verb>(?:have|has)\s+(?:not\s+(?:yet\s+)?|yet\s+to\s+)(?:been|be|had\s+(?:its|their)\s+fates?)\s+(?:decided|determined|settled|resolved|sealed))\b",
        "decided|determined|settled|resolved|sealed",
        needs=("fate", "future"),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\bit\s+(?:is|was)\s+(?P<verb>(?:still\s+)?too\s+(?:early|soon)\s+to\s+(?:call|say|tell|decide|know))\s+(?:on|about|whether|if)\s+{OWNED}(?P<subject>{w.LIST})",
        "too early|too soon",
        needs=(S,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?:what\s+)?(?:remains|is\s+(?:still\s+)?)\s+(?P<verb>undecided|unresolved|unclear|uncertain)\s+is\s+the\s+(?:future|fate)\s+of\s+{OWNED}(?P<subject>{w.LIST})",
        "undecided|unresolved|unclear|uncertain",
        needs=("future", "fate"),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{S}),?\s+which\s+{P}\s+(?:has|put|placed)\s+(?P<verb>on\s+(?:an\s+)?indefinite\s+(?:hold|hiatus|pause|break))\b",
        "indefinite",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{_WHO}\s+(?P<verb>{_NOT_YET}\s+(?:order(?:ed)?|commission(?:ed)?|greenlit|pick(?:ed)?\s+up)\s+more)\s+(?P<subject>{S})",
        " more",
        needs=(S,),
    ),
    # "S still awaits word".
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{w.SUBJECT}){LINK}\s*(?:(?:also|both|still)\s+)*(?P<verb>(?:still\s+)?await(?:s|ed)?\s+(?:word|news|an?\s+(?:decision|verdict|answer)|(?:its|their)\s+(?:fates?|futures?)))\b(?!\s+(?:on|about|of)\s+(?!{A}{N}|(?:its|their)\s+future))",
        "await",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{_WHO}\s+(?P<verb>(?:(?:is|are)\s+(?:still\s+)?|continues?\s+to\s+|still\s+)(?:weigh|mull|consider|debat)(?:e|ing|s)?\s+(?:over\s+)?(?:(?:the|a|possible)\s+)?(?:renewals?|futures?|fates?)\s+(?:for|of))\s+{OWNED}(?P<subject>{w.LIST}|{w.GENERIC})",
        "weigh|mull|consider|debat",
        needs=("renewal", "future", "fate"),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>(?:no|neither\s+a)\s+(?:renewal|pick-?up)\s+n?or\s+(?:a\s+)?cancell?ation\s+(?:has|have|had)\s+(?:yet\s+)?been\s+(?:announced|made))\s+(?:for|of)\s+{OWNED}(?P<subject>{w.LIST})",
        "ation ",
        needs=("renewal", "pickup", "pick-up"),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{_WHO}\s+(?P<verb>(?:has|have|had)(?:n[\u2019']t|\s+not)\s+(?:yet\s+)?(?:renewed|picked\s+up|cancell?ed)\s+or\s+(?:renewed|picked\s+up|cancell?ed|dropped|axed))\s+{OWNED}(?P<subject>{w.LIST}|{w.GENERIC})",
        " or ",
        needs=("renewed", "picked", "cancel"),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{w.SUBJECT}){LINK}\s*(?P<verb>(?:has|have)\s+been\s+neither\s+(?:renewed|cancell?ed|picked\s+up)\s+nor\s+(?:renewed|cancell?ed|picked\s+up|axed))\b",
        "neither",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{S})['\u2019]?,\s+(?:still\s+)?(?P<verb>with\s+no\s+(?:official\s+)?(?:word|decision|news)\s+(?:yet\s+)?(?:on|about)\s+(?:a\s+)?{N}|which\s+has\s+received\s+no\s+order\s+for\s+{A}{N})",
        "with no|received no",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>(?:the\s+)?jury\s+is\s+still\s+out\s+on|(?:hold(?:ing|s)?\s+off|put(?:ting|s)?\s+off|postpon(?:e[sd]?|ing)|delay(?:s|ed|ing)?|defer(?:s|red|ring)?)(?:\s+(?:until\s+)?{w.D})?\s+(?:on\s+)?(?:an?|its|the|any)\s+decision\s+(?:on|about))\s+(?:the\s+(?:future|fate)\s+of\s+)?{OWNED}(?P<subject>{w.LIST})",
        "jury|decision",
        needs=(S,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\bit(?:['\u2019]s|\s+is|\s+remains)\s+(?P<verb>(?:still\s+)?(?:undetermined|undecided|unclear|unknown|uncertain|unresolved|not\s+(?:yet\s+)?(?:clear|known)|to\s+be\s+seen))\s+(?:whether|if)\s+{OWNED}(?P<subject>{w.LIST})['\u2019]?\s+(?:will|would|is\s+to|gets?)\s+"
        rf"(?:(?:return|be\s+back|come\s+back|get|have|continue)\b|be\s+renewed|be\s+picked\s+up|(?:an?|another|more)\b)(?!\s+(?:in\s+|on\s+)?{w.D})",
        "whether| if ",
        needs=(S,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:^|[.;]\s+){OPENS}(?P<verb>(?:still\s+)?(?:pending|undecided|on\s+the\s+bubble|in\s+limbo|tbd))(?:\s+(?:at|on)\s+{P})?:\s+{OWNED}(?P<subject>{w.LIST})",
        ":",
        needs=("pending", "undecided", "bubble", "limbo", "tbd"),
    ),
)
