"""How English says that a season is ordered whose show goes without saying: "a third was ordered in May"."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, OBJECT, N, P, Rule, S, rule
from cliffhanger.reader.seasons import LATER

OF_A_SEASON: tuple[Rule, ...] = (
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)(?:{ACTOR}|\bit)\s+{w.AUX}(?P<verb>{w.GIVE}\s+(?:the|that)\s+(?:order|renewal|pick-?up))(?=\s*(?:[.,;]|$|in\b|on\b|last\b|this\b|back\b|{w.D}))",
        "order|renewal|pickup|pick-up",
        numbered=True,
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)\bthe\s+(?:order|renewal|pick-?up)(?:\s+for\s+\w+\s+more(?:\s+episodes)?)?\s+(?P<aux>(?:(?:was|has\s+been)\s+)?)(?P<verb>came(?:\s+through)?|arrived|handed\s+down|announced)(?=\s+(?:in\b|on\b|last\b|this\b|back\b|{w.D}))",
        "order|renewal|pickup|pick-up",
        numbered=True,
    ),
    rule(
        Predicate.RENEWED,
        r"(?P<subject>)\b(?:the|a)\s+new\s+(?:run|series|batch)\s+(?P<aux>(?:was|has\s+been|had\s+been)\s+)(?P<verb>commissioned|ordered|greenlit)\b",
        "commissioned|ordered|greenlit",
        numbered=True,
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>{S}|{w.GENERIC})\s+(?P<aux>(?:(?:was|is|became|becomes|also)\s+){{1,2}})(?:the|among\s+the)\s+(?:first|latest|second|third|only|last|newest)\b[^.;:{S}{N}]{{0,60}}?\s+to\s+"
        rf"(?P<verb>(?:get|land|score|earn|receive|secure|win)\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?(?:{N}\s+)?(?:renewal|order|pick-?up)|be\s+(?:renewed|picked\s+up))\b",
        "renewal|order|pickup|pick-up|renewed|picked up",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)(?:^|[.;:]\s+|^\W*(?:still|meanwhile|already|instead),\s+|\b(?:and|after|when|before|since|but|that)\s+)(?:(?:the|a|an)\s+)?{N}(?:,\s+which)?\s+(?P<aux>(?:was|were|had\s+been|has\s+been|have\s+been|(?:has|had|have)\s+(?:already|also)\s+been)\s+(?:(?:also|already|officially|just|quickly)\s+)?)"
        rf"(?P<verb>ordered|commissioned|greenlit|confirmed|announced|promised|approved|a\s+go)\b(?!\s+(?:for|as|to)\b)",
        "ordered|commissioned|greenlit|confirmed|announced|promised|approved|a go",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:{ACTOR}|\bit)\s+{w.AUX}(?P<verb>(?:order|add|greenli|commission)(?:ed|s|t|ted))(?P<subject>)"
        rf"(?=\s+an?\s+(?:{LATER})\s*(?:[,.;:]|$|(?:and|in|last|less|more|only|just|barely|before|ahead|after|within|early|the\s+following)\b|\w+\s+(?:days|weeks|months|years?)\b))",
        "order|add|greenlit|commission",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:{ACTOR}(?:,\s+which)?|\bit|\band(?=\s+(?:has|have|had|also|already)\s))\s+(?:\w+\s+(?:\w+\s+){{0,3}}and\s+)?{w.AUX}(?P<verb>{w.ORDERS_SEASON}|{w.BUYS_SEASON}|went\s+(?:ahead\s+)?and\s+commissioned)(?P<subject>)\s+(?:up\s+)?"
        rf"(?:(?:an?|the|its)\s+(?:[\w-]+\s+)?)?{N}(?!['\u2019]s)(?=\s*(?:[.,;:]|$|in\b|on\b|last\b|this\b|that\b|\w+\s+years?\b|back\b|early\b|before\b"
        rf"|ahead\b|weeks?\b|months?\b|days?\b|barely\b|earlier\b|at\b|as\s+(?:long|early|far)\b|too\b|less\s+than\b|more\s+than\b|only\b|just\b|within\b|of\s+(?:\w+\s+)?episodes|and\b|with\b|from\b|under\b|via\b|despite\b|today\b|yesterday\b|,|for\s+(?:(?:next|the|this)\b|{w.D})|{w.D}))",
        f"{w.ORDERS_SEASON_HINTS}|{w.BUYS_SEASON_HINTS}",
        needs=(N,),
    ),
    # "P doubled down on S, ordering a fourth season before the third has aired".
    rule(
        Predicate.RENEWED,
        rf"{ACTOR}[^.;:]{{1,80}}?(?:,|\b(?:by|after))\s+(?P<aux>)(?P<verb>(?:order|commission|greenlight|approv|confirm|announc|add)ing|picking\s+up)(?P<subject>)\s+(?:an?|the|its)\s+(?:[\w-]+\s+)?{N}"
        rf"(?=\s*(?:[.,;:]|$|in\b|on\b|last\b|this\b|before\b|ahead\b|even\b|weeks?\b|months?\b|days?\b|well\b|\w+\s+(?:weeks|months|days)\b|{w.D}))",
        "ordering|commissioning|greenlighting|approving|confirming|announcing|adding|picking up",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:^|[.;]\s+|\b(?:and|but)\s+)an?\s+(?P<subject>)(?P<ordinal>{LATER})\s+(?P<aux>(?:was|has|is)\s+(?:(?:already|also|since|been)\s+){{0,3}})(?P<verb>ordered|commissioned|greenlit|announced)\b(?=\s*(?:[.,;]|$|in\b|last\b|this\b|back\b|earlier\b|by\b|{w.D}))",
        "ordered|commissioned|greenlit|announced",
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)(?:\b(?:the|its|an?)\s+)?(?<![\u2019']s\s){N},\s+(?:which\s+)?(?:(?P<platform>{P})\s+|(?:the\s+(?:network|streamer|channel|service|broadcaster)|it)\s+)?"
        rf"(?P<aux>(?:(?:was|had|has|been|also|already|just|only)\s+){{0,3}})(?P<verb>ordered|commissioned|greenlit|approved|(?:(?<=,\s)|(?<=which\s{P}\s))(?:announced|confirmed)|landed|secured)\b(?=\s*(?:[.,;]|$|in\b|on\b|today\b|yesterday\b|last\b|this\b|back\b|earlier\b|by\b|before\b|ahead\b|\w+\s+(?:weeks|months)\b|{w.D}))",
        "ordered|commissioned|greenlit|approved|announced|confirmed|landed|secured",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)\b(?:an?|its|the)\s+(?:[\w-]+\s+)?{N}\s+(?P<aux>(?:(?:having|been|also|already|recently|just|now)\s+){{1,3}})"
        rf"(?P<verb>ordered|approved|promised|booked|commissioned|greenlit|confirmed|locked\s+in|secured|on\s+the\s+way|in\s+(?:the\s+(?:bag|can|works)|hand))\b",
        "ordered|approved|promised|booked|commissioned|greenlit|confirmed|locked in|secured|on the way|in the|in hand",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)(?:^|[,.;:]\s+|\b(?:and|as|since|but|that)\s+)(?:an?|its|(?P<known>the))\s+{N}\s+(?P<aux>(?:(?:is|are|already|also|now)\s+){{1,3}})(?P<verb>in\s+hand|on\s+the\s+way|in\s+the\s+bag|locked\s+in|assured|secured|coming|official|happening|confirmed|a\s+go)\b(?(known)(?<!coming)(?<!official)(?<!confirmed))(?!\s+(?:to|for|on|out|in|this|next|later|early)\b|\s+{w.D})",
        "in hand|on the way|in the bag|locked in|assured|secured|coming|official|happening|confirmed|a go",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?:{ACTOR}|\bit)\s+{w.AUX}(?P<verb>(?:{w.GIVE}|announced)\s+(?:(?:an?|the|its)\s+)?{N}\s+(?:renewal|pick-?up|order|nod|green\s?light|go-?ahead)|{w.GIVE}\s+(?:(?:the|its|an?)\s+)?(?:go-?ahead|green\s?light|nod)\s+(?:for|to)\s+(?:an?\s+)?(?:[\w-]+\s+)?{N})(?:\s+of\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})|(?!\s+(?:of|to|for)\s))",
        "renewal|pick|order|go-ahead|goahead|green|nod",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)\b(?P<aux>)(?P<verb>renewal|pick-?up)\s+for\s+(?:an?\s+)?{N}\s+(?:came|was\s+announced|was\s+made|arrived)\b",
        "renewal for|pickup for|pick-up for",
        needs=(N,),
    ),
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)\b(?:its|the|an?)\s+{N}\s+(?P<aux>)(?P<verb>renewal|pick-?up|order)\s+(?:was|came|arrived|is)\s+(?:[a-z]+\s+)?(?:announced|confirmed|revealed|made|in|on|just|less|more|early|{w.D})",
        "renewal|pickup|pick-up|order",
        needs=(N,),
    ),
    # "S premiered in D and was renewed two months later".
    *(
        rule(
            predicate,
            rf"(?P<subject>{S})['\u2019]?\s+(?:premiered|launched|debuted|arrived|bowed|started|began|opened)\b[^.;:{S}{N}]{{0,60}}?,?\s+(?:and|but)\s+"
            rf"(?P<aux>(?:was|has\s+been|had\s+been)\s+(?:\w+ly\s+)?)(?P<verb>{verbs})\b(?!\s+(?:for|after)\b)",
            hints,
        )
        for predicate, verbs, hints in (
            (Predicate.RENEWED, r"renewed|picked\s+up|recommissioned", "renewed|picked up|recommissioned"),
            (Predicate.CANCELLED, r"cancell?ed|axed|scrapped|dropped", "cancelled|canceled|axed|scrapped|dropped"),
        )
    ),
    rule(
        Predicate.RENEWED,
        rf"\bthere\s+(?P<aux>(?:will|is\s+to)\s+)(?P<verb>be)\s+(?:an?\s+)?{N}\s+(?:of|for)\s+{OBJECT}(?P<subject>{w.LIST})",
        "there will|there is to",
        needs=(N,),
    ),
    # "The previously announced third season begins in May".
    rule(
        Predicate.RENEWED,
        rf"\b(?:previously|already|recently|newly)[\s-]+(?P<aux>)(?P<verb>(?:ordered|announced|commissioned|greenlit|confirmed|approved)\s+(?:[\w-]+\s+)?{N})(?!\s*(?:premiere|finale|opener|trailer|teaser|date|episode))(?:\s+of\s+{OBJECT}(?P<subject>{S}))?",
        "ordered|announced|commissioned|greenlit|confirmed|approved",
        needs=(N,),
    ),
    # "Drew ten million viewers, enough to earn a third season".
    rule(
        Predicate.RENEWED,
        rf"(?P<subject>)\benough\s+to\s+(?P<aux>)(?P<verb>(?:earn|win|land|secure|score|get|merit)\s+(?:it\s+)?(?:an?|its)\s+(?:[\w-]+\s+)?(?:{N}(?!\s*(?:premiere|finale))|(?:early\s+)?renewal))",
        "enough to",
    ),
)
