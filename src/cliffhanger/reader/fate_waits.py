"""How English says that a renewal is taken back, and that a show is saved or waits: the exact rules first."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, LINK, OBJECT, SOMEBODY, N, P, Rule, S, rule
from cliffhanger.reader.seasons import LATER

WAITS: tuple[Rule, ...] = (
    # A renewal taken back.
    rule(
        Predicate.CANCELLED,
        rf"(?P<verb>(?:revers\w+|went\s+back\s+on|goes\s+back\s+on|back(?:s|ed|tracked)\s+out\s+of|tak(?:es?|ing)\s+back|took\s+back)\s+(?:its|the|their)\s+(?:[\w-]+\s+){{0,3}}?(?:renewals?|decision\s+to\s+renew"
        rf"|pick-?ups?)|revers\w+\s+renewals?|un-?renew(?:s|ing|ed(?!\s+(?:as|at|by|after|and)\b))"
        rf"|rescind\w+\s+(?:(?:its|the)\s+)?(?:(?:[\w-]+|{N})\s+){{0,3}}?(?:renewal|order|pick-?up))"
        rf"(?:\s+(?:of|for|order\s+for))?\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "revers|unrenew|un-renew|rescind",
        reverses=True,
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){LINK}{w.AUX}(?P<verb>un-?renewed|cancell?ed|scrapped|axed"
        rf"|dropped)(?=[^.;]{{0,60}}\b(?:despite|after|following|months\s+after)\s+(?:an?\s+|its\s+|the\s+"
        rf"|being\s+|having\s+been\s+)?(?:(?:earlier|previous|prior|early|{N})\s+){{0,3}}(?:renew(?:al|ed)"
        rf"|pick-?up|being\s+renewed))",
        "renew|pick",
        reverses=True,
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.LIST})[^.;{S}]{{0,40}}?\bwith\s+(?P<verb>reversed\s+(?:renewals|pick-?ups))",
        "reversed",
        reverses=True,
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S})(?:['\u2019]s)?\s+(?P<verb>(?:{N}\s+)?(?:renewal|pick-?up)\s+(?:is\s+|was\s+"
        rf"|has\s+been\s+)?(?:reversed|rescinded|revoked))",
        "revers|rescind|revok",
        reverses=True,
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}\s+{w.AUX}(?P<verb>revers(?:es|ed|ing)|rescind(?:s|ed)|undoes)\s+(?:its\s+|the\s+)?(?P<subject>{S})['\u2019]?s?\s+(?:{N}\s+)?(?:renewal|pick-?up|order)\b",
        "revers|rescind|undoes",
        reverses=True,
    ),
    # Rescue comes before renewal: "picked up by P after its cancellation".
    rule(
        Predicate.RESCUED,
        rf"(?P<subject>{w.SUBJECT}){LINK}{w.AUX}(?P<verb>{w.RESCUED}|picked\s+up(?=\s+(?:by"
        rf"|at)\s+{P}[^.;]{{0,60}}\b(?:after|following)\s+[^.;]{{0,40}}(?:cancel|axe|drop))"
        rf"|renewed(?=[^.;]{{0,50}}\b(?:at|by|on)\s+{P}\s+(?:after"
        rf"|following)\s+(?:being\s+)?(?:(?:its\s+)?cancel\w+|[^.;]{{0,20}}ax(?:e|ing)))"
        rf"|(?:mov(?:ed|ing)|(?:jump|shift)(?:s|ed|ing)|(?:relocat|migrat)(?:es|ed|ing))\s+(?:from\s+{P}\s+)?(?:over\s+)?to(?=\s+{P}[^.;]{{0,60}}\b(?:after|following)\b[^.;]{{0,40}}(?:{N}|cancel|ax(?:e|ing)\b))"
        rf"|moves?\s+(?:from\s+{P}\s+)?(?:over\s+)?to(?=\s+{P}[^.;]{{0,60}}(?:{N}|after|following))|(?:\w+\s+)?f(?:inds?"
        rf"|ound)\s+(?:a\s+)?new\s+(?:home|network|life(?=\s+(?:on|at|with)\b[^.;]{{0,80}}(?:{N}|\b(?:cancel|ax(?:e|ing)\b|drop|order|episodes)))))\b",
        "sav|rescu|reviv|resurrect|uncancel|un-cancel|brought|pick|renew|mov|jump|shift"
        "|relocat|migrat|new home|new network|new life",
    ),
    rule(
        Predicate.RESCUED,
        rf"(?:\b(?:it|who)\s+|(?P<platform>{P})(?:,\s+which)?\s+){w.AUX}(?P<verb>rescued|saved|revived)\s+{OBJECT}(?P<subject>{S})(?=[^.;]{{0,60}}\b(?:cancel|ax(?:e|ing)\b|drop|after))",
        "rescued|saved|revived",
        needs=(S,),
    ),
    rule(
        Predicate.RESCUED,
        rf"(?P<subject>{S})['\u2019]?\s+(?P<aux>(?:(?:then|later|has|since|eventually)\s+){{0,2}})(?P<verb>went|moved|headed|decamped|jumped|migrated|switched|gone)\s+(?:over\s+)?to\s+{P}"
        rf"(?=\s+(?:for\s+)?[^.;]{{0,40}}\bafter\s+{P}[^.;]{{0,40}}\b(?:drop|cancel|ax|scrap|let|pass|pull))",
        "went to|moved to|headed to|decamped to|jumped to|migrated to|switched to|gone to|over to",
    ),
    rule(
        Predicate.RESCUED,
        rf"{ACTOR}\s+(?:\w+\s+(?:\w+\s+){{0,3}}and\s+)?{w.AUX}(?P<verb>{w.ACTIVE_RESCUE}(?![^.;]{{0,60}}\bas\s+an?\s)|pick(?:s|ed)\s+up(?=[^.;]{{0,80}}\b(?:after"
        rf"|following)\s+[^.;]{{0,40}}(?:cancel|axe|drop|decided\s+not|pass(?:ed|ing)\s+on|let\s+it\s+go|pulled\s+the\s+plug))"
        rf"|revers\w+\s+(?:its\s+)?cancell?ation\s+of)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "sav|rescu|reviv|resurrect|uncancel|un-cancel|bring|brought|pick|revers",
    ),
    rule(
        Predicate.RESCUED,
        rf"(?P<subject>{S}|{w.GENERIC})[^.;:{S}]{{0,40}}?\b(?:cancell?ed|axed|dropped|scrapped|let\s+go)\b[^.;:{S}]{{1,140}}?\s+(?P<aux>(?:and|but|before)\s+(?:(?:was|being|has|been|were|subsequently|later|then|since|quickly|promptly|eventually)\s+){{0,3}})"
        rf"(?P<verb>acquired|bought|snapped\s+up|scooped\s+up)\s+by\s+(?P<platform>{P})",
        "acquired by|bought by|up by",
    ),
    rule(
        Predicate.RESCUED,
        rf"(?P<subject>{w.SUBJECT}){LINK}{w.AUX}(?P<verb>(?:snapped|scooped)\s+up)\s+by\s+(?P<platform>{P})(?=[^.;]{{0,80}}{N})",
        "snapped up|scooped up",
    ),
    rule(
        Predicate.RESCUED,
        rf"(?P<platform>{P})\s+{w.AUX}(?P<verb>claim(?:s|ed)|grab(?:s|bed)|nab(?:s|bed)|snag(?:s|ged)|(?:scoop|snap)(?:s|ed|ped)\s+up)\s+(?:the\s+)?(?P<subject>{P}\s+(?:[\w\u2019'-]+\s+){{0,2}}{w.KINDS}|(?:{P}(?:['\u2019]s)?\s+(?:[\w\u2019'-]+\s+){{0,4}}?)?{S})\s+for\s+(?:an?\s+)?{N}",
        "claim|grab|nab|snag|scoop|snap",
        needs=(N,),
    ),
    # "P stepped in with a third-season order", "P swooped in to order a third season".
    rule(
        Predicate.RESCUED,
        rf"(?P<platform>{P})\s+{w.AUX}(?P<verb>(?:step|swoop|jump|c[ao]m|sw[eo]p)(?:s|ped|ed|es?|t)?\s+in\s+(?:(?:[\w-]+|{w.D})\s+){{0,3}}?(?:with\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:order\s+for\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}|{N}\s+(?:order|renewal|pick-?up))|(?:to\s+order|and\s+ordered)\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}))(?P<subject>)(?:\s+of\s+(?:{S}|{w.GENERIC}))?",
        " in ",
        needs=(N,),
    ),
    # "P came to the aid of S", "P has thrown a lifeline to S".
    rule(
        Predicate.RESCUED,
        rf"(?:(?P<platform>{P})|{SOMEBODY})\s*{w.AUX}(?P<verb>c[ao]m(?:es?|ing)\s+to\s+the\s+(?:rescue|aid)\s+of|(?:thr(?:ows?|ew|own|owing)|toss(?:es|ed)|g[ai]v(?:es?|en|ing)|hand(?:s|ed)|extend(?:s|ed)|offered)\s+(?:a\s+lifeline|(?:an?\s+)?(?:new|second)\s+(?:life|home|lease\s+(?:on|of)\s+life)|a\s+reprieve)\s+to|emerg(?:es|ed)\s+as\s+the\s+(?:savior|saviour|rescuer)\s+of)\s+{OBJECT}(?P<subject>{S}|{w.GENERIC})",
        "the rescue of|the aid of|lifeline|life to|home to|reprieve|savior|saviour|rescuer",
    ),
    # "P has thrown S a lifeline", "S has been given new life by P".
    rule(
        Predicate.RESCUED,
        rf"(?P<platform>{P})\s+{w.AUX}(?P<verb>thr(?:ows?|ew|own)|toss(?:es|ed)|g[ai]v(?:es?|en)|hand(?:s|ed)|offer(?:s|ed))\s+{OBJECT}(?P<subject>{S}|{w.GENERIC})\s+(?:a\s+lifeline|(?:an?\s+)?(?:new|second)\s+(?:life|home|lease\s+(?:on|of)\s+life)(?=\s*(?:$|[.,;]|after\b|with\b|following\b)))",
        "lifeline| life| home| lease",
        needs=(S, "it ", "the "),
    ),
    rule(
        Predicate.RESCUED,
        rf"(?P<subject>{S}|{w.GENERIC}){w.ASIDE}\s+{w.AUX}(?P<verb>(?:{w.GET}|f(?:inds?|ound|inding)|thrown|tossed|offered)\s+(?:an?\s+)?(?:(?:new|second)\s+(?:life|home|lease\s+(?:on|of)\s+life)|lifeline))\s+(?:by\s+(?P<platform>{P})|(?:at|on|with|from|over\s+at)\s+{P}(?=[^.;]{{0,80}}(?:{N}|\b(?:cancel|ax(?:e|ing)\b|drop|order|episodes))))",
        "new life|new home|new lease|second life|second home|second lease|lifeline",
    ),
    # "Somebody has rescued S, which P let go": a platform that the vocabulary does not know.
    rule(
        Predicate.RESCUED,
        rf"{SOMEBODY}{w.AUX}(?P<verb>rescued|revived|saved|resurrected|acquired|picked\s+up)\s+{OBJECT}(?P<subject>{S})(?=[^.;:]{{0,120}}{P}[^.;:]{{0,30}}\b(?:cancel|ax(?:e|ed)\b|drop|let\s+(?:it\s+)?go|scrap|abandon|pass))",
        "rescued|revived|saved|resurrected|acquired|picked up",
        needs=("cancel", " axe", "drop", " let ", "scrap", "abandon", "pass"),
    ),
    # "P has acquired S, the drama that P cancelled".
    rule(
        Predicate.RESCUED,
        rf"(?P<platform>{P})\s+{w.AUX}(?P<verb>acquir(?:es|ed)|tak(?:es|en)\s+over|took\s+over|(?:snap|scoop)(?:s|ed|ped)\s+up|b(?:ought|uys))\s+{OBJECT}(?P<subject>{S})(?=[^.;:]{{0,120}}(?:\b(?:that|which|after)\s+(?:the\s+)?{P}(?:(?!\bnot\b)[^.;:]){{0,30}}\b(?:cancel|ax(?:e|ed)\b|drop|let\s+(?:it\s+)?go|scrap|abandon|pass)|\b(?:cancel\w+|axed|dropped|scrapped|let\s+go|abandoned)\s[^.;:,]{{0,30}}\bby\s+{P}))",
        "acqui|taken over|takes over|took over|snap|scoop|bought|buys",
        needs=("cancel", " axe", "drop", " let ", "scrap", "abandon", "pass"),
    ),
    rule(
        Predicate.RESCUED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>revers(?:es|ed)\s+(?:the\s+|its\s+)?(?P<subject>{S})['\u2019]?s?\s+cancell?ation)",
        "cancelation|cancellation",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?:{ACTOR}|\bit)\s+{w.AUX}(?P<verb>revers(?:es|ed|ing)\s+(?:that|its|the|this)\s+decision)(?P<subject>)",
        "revers",
        reverses=True,
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?:{P}|\b(?:the\s+)?(?:network|streamer|channel|platform|broadcaster))\s+(?:[^.;{S}]{{0,40}}?\s)??(?P<aux>)"
        rf"(?P<verb>(?:revers\w+|went\s+back\s+on|goes\s+back\s+on|backtracked\s+on|rescinded)\s+(?:its|the|that)\s+(?:\w+\s+)?"
        rf"(?:renewal|pick-?up|order)|revers\w+\s+(?:itself|course))(?P<subject>)(?=\s*(?:[.,;:]|$|and\b|in\b|last\b|this\b|on\b|when\b))",
        "revers|back on|backtracked|rescinded",
        reverses=True,
    ),
    rule(
        Predicate.RESCUED,
        rf"(?P<platform>{P})\s+{w.AUX}(?P<verb>acquir(?:es|ed)|tak(?:es|en)\s+over|took\s+over|snap(?:s|ped)\s+up|swoop(?:s|ed)\s+in\s+for"
        rf"|step(?:s|ped)\s+in\s+(?:for|to\s+save))\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})(?=[^.;]{{0,90}}{N})"
        rf"(?=[^.;]{{0,140}}\b(?:new|will|after|cancel\w*|ax(?:e|ed)|dropped|scrapp\w+))",
        "acqui|taken over|takes over|took over|snap|swoop|step",
        needs=(N,),
    ),
    rule(
        Predicate.RESCUED,
        rf"(?P<platform>{P})\s+{w.AUX}(?P<verb>(?:nab|pick|grab|land|order|snag)(?:s|bed|bs|ed)?(?:\s+up)?\s+{N})(?P<subject>)(?=\s+after\s+{P}\s+(?:opt\w+\s+out|cancel\w*|drop\w*|pass\w*|ax\w+|bail\w*))",
        "after",
        needs=(N,),
    ),
    rule(
        Predicate.RESCUED,
        rf"(?:{N})\s+of\s+(?P<subject>{S})['\u2019]?\s+(?P<aux>)(?P<verb>moves|shifts|heads|jumps)\s+to\s+(?P<platform>{P})",
        "moves to|shifts to|heads to|jumps to",
        needs=(N,),
    ),
    rule(
        Predicate.RESCUED,
        rf"(?P<platform>{P})\s+{w.AUX}(?P<verb>t(?:ook|aken)\s+on|will\s+be\s+the\s+new\s+home\s+of|is\s+the\s+new\s+home\s+of|gave\s+a\s+new\s+home\s+to)\s+{OBJECT}(?P<subject>{S})(?=[^.;]{{0,60}}\b(?:cancel|ax(?:e|ed)|drop|for\s+which|after|in\s+place))",
        "on |new home",
        needs=(S,),
    ),
    # Limbo.
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?:fate|future|renewal)\s+of\s+(?P<subject>{S})(?:['\u2019]?\s+{N})?[^.;{S}]{{0,30}}?\s(?P<verb>(?:hinges|depends|rests|rides)\s+on|(?:comes|is)\s+down\s+to)\b",
        "fate|future|renewal",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?:[^.;{S}]{{1,60}}?\s+and\s+)?(?P<verb>(?:has|have)(?:n[\u2019']t|\s+not)\s+(?:yet\s+)?been\s+(?:renewed\s+or\s+cancell?ed|cancell?ed\s+or\s+renewed))\b",
        "renewed or|canceled or|cancelled or",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?:decision|word|verdict)\s+on\s+{OBJECT}(?P<subject>{S}){w.ASIDE}\s+(?P<verb>(?:is|remains)\s+(?:still\s+)?(?:pending|to\s+come|outstanding|awaited|expected|due))\b",
        "decision|word|verdict",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:{ACTOR}|\bit)\s+(?P<verb>(?:has|have)(?:n[\u2019']t|\s+not)\s+(?:yet\s+)?said\s+(?:anything|a\s+word|much|so\s+much\s+as\s+a\s+word))\s+about\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}(?P<subject>)(?!\s+of\b)",
        "anything|a word|much",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:{ACTOR}|\b\w+)\s+(?P<verb>(?:has|have)\s+(?:not(?:\s+yet)?|yet\s+to)\s+(?:sa(?:y|id)|decided?|announced?))\s+(?:whether|if)"
        rf"\s+there\s+will\s+be\s+(?:(?:an?\s+)?(?:[\w-]+\s+)?{N}|(?:any\s+)?more(?:\s+(?:episodes|seasons))?)\s+of\s+{OBJECT}(?P<subject>{S})",
        "there will be",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:{ACTOR}|\b\w+)\s+(?P<verb>(?:(?:has|have)\s+(?:not(?:\s+yet)?|yet\s+to)|ha(?:s|ve)n[\u2019']t(?:\s+yet)?)\s+(?:sa(?:y|id)|decided?|announced?))\s+(?:whether|if)"
        rf"\s+{OBJECT}(?P<subject>(?:{S}\s+(?:or|and)\s+)?{S})['\u2019\"]?,?\s+(?:will|are\s+to|is\s+to|is\s+going\s+to)\s+(?:get|have|receive|return|be\s+back|be\s+renewed|be\s+picked\s+up|come\s+back|continue)\b(?!\s+(?:before|by)\b)(?:\s+(?:for|with))?(?:\s+(?:an?|its)\s+(?:{N})?)?",
        "whether| if ",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>nothing\s+has\s+(?:yet\s+)?been\s+(?:said|announced|decided|heard))\s+(?:about|on|of)\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}(?P<subject>)(?!\s+of\b)",
        "nothing",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\bwhether\s+(?:(?:there\s+(?:will\s+be|is)|it\s+(?:gets|will\s+get|returns\s+for))\s+)?(?:(?:an?\s+)?{N}|another)(?:\s+(?:of|for)\s+{OBJECT}(?P<subject>{S}))?[^.;{S}]{{0,40}}?\s(?P<verb>has\s+(?:not\s+(?:yet\s+)?|yet\s+to\s+)be(?:en)?\s+decided|(?:is|remains)\s+(?:still\s+)?(?:undecided|unclear|not\s+clear|unknown|up\s+in\s+the\s+air))",
        "whether",
        needs=(N, "another"),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>(?:still\s+)?(?:awaiting|waiting\s+(?:for|on))\s+(?:word|news|a\s+decision|decisions|their\s+fates?)\s+(?:is|are))\s+{OBJECT}(?P<subject>{w.LIST})",
        "waiting|awaiting",
        needs=(S,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{w.LIST})(?:,\s[^.;:]{{1,60}},|,|\s[^.;:{S}]{{1,80}}?\s+and)?\s+(?:(?:is|are|was|were|remains?|also|both|all)\s+){{0,3}}(?P<verb>have\s+yet\s+to\s+(?:learn|hear|find\s+out)|(?:still\s+)?(?:waiting\s+(?:to\s+(?:hear|learn)|on\s+(?:word|news)|for\s+(?:word|news|an?\s+(?:decision|answer|verdict)"
        rf"|(?:its|their)\s+(?:fates?|verdicts?|renewals?)|the\s+phone)))|still\s+waiting(?=\s*$)|(?:still\s+)?awaiting\s+(?:an?\s+)?(?:word|news|decision|verdict|renewal|(?:its|their)\s+(?:fates?|verdicts?))|without\s+(?:an?|any)\s+(?:verdict|decision|answer|word)\b)\b",
        "waiting|awaiting|yet to|without a",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>leav(?:es|ing)|left)\s+{OBJECT}(?P<subject>{w.LIST})\s+(?:as\s+the\s+(?:only|last|lone)\s[^.;:{S}]{{1,50}}?\s)?(?:still\s+)?(?:on\s+the\s+bubble|in\s+limbo|hanging|waiting|undecided|without\s+an?\s+(?:answer|verdict|decision))\b",
        "leaves|leaving|left",
        needs=(S,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{ACTOR}\s+(?P<verb>(?:has|have)\s+yet\s+to\s+(?:rule|decide))(?P<subject>)\s+on\s+(?:an?\s+)?{N}(?!\s+(?:of|for)\s)",
        "yet to",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\bthere(?:\s+is|['\u2019]s)\s+(?P<verb>(?:still\s+)?no\s+(?:official\s+)?(?:word|news|decision)(?:\s+yet)?)(?P<subject>)\s+(?:yet\s+)?(?:on|about)\s+(?:an?\s+)?(?:possible\s+|potential\s+)?(?:{N}|(?:{LATER})(?=\s*(?:$|[.,;])))(?!\s+(?:of|for)\s)",
        "no word|no news|no decision|no official",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:{ACTOR}\s+(?P<aux>(?:(?:has|had|have)\s+)?)(?:put(?:s|ting)?|place[sd]?)\s+)?(?P<subject>{S}|{w.GENERIC})['\u2019]?\s+(?:{N}\s+)?"
        rf"(?:(?:is|was|has\s+been|been|being|now|put|placed|remains|goes|went)\s+){{0,3}}(?P<verb>on\s+(?:an\s+)?indefinite\s+(?:hold|hiatus|pause|break))\b",
        "indefinite",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{S})\s*(?:[:\u2013\u2014-]|\()\s*(?P<verb>no\s+(?:official\s+)?(?:decision|word|news|renewal"
        rf"|announcement)(?:\s+yet)?|undecided|pending|tbd|awaiting\s+(?:a\s+)?(?:decision|renewal|word)|on\s+the\s+bubble"
        rf"|in\s+limbo)\b(?!\s+(?:for|to|from|about))",
        "decision|word|news|renewal|announcement|undecided|pending|tbd|bubble|limbo",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?:no\s+one|nobody|none)\s+(?:at|on|behind|of)\s+{OBJECT}(?P<subject>{S})\s+(?P<verb>(?:yet\s+)?knows)"
        rf"(?=\s+(?:yet\s+)?(?:whether|if)\b)",
        "knows",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:{ACTOR}|\bit)\s+(?P<verb>(?:has|have)\s+(?:not(?:\s+yet)?|yet\s+to)\s+(?:yet\s+)?(?:sa(?:y|id)|announced?|decided?|confirm(?:ed)?))"
        rf"\s+(?:on\s+)?(?:whether|if)\s+(?:(?:[\w\u2019'-]+,?\s+){{0,9}}?(?P<subject>{S})(?=[^.;{S}]{{0,60}}?{N}))",
        "whether| if ",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{P}\s+(?P<verb>(?:(?:has|have)\s+(?:so\s+far\s+)?(?:made\s+no|not\s+(?:yet\s+)?made\s+an?)|ha(?:s|ve)n[\u2019']t\s+(?:yet\s+)?made\s+an?)\s+(?:announcement|decision|statement)\s+(?:about|on|regarding)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?{N})(?P<subject>)",
        "made no|made a",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{SOMEBODY}(?P<verb>ha(?:s|ve)\s+(?:still\s+)?(?:not|yet\s+to)\s+(?:yet\s+)?(?:officially\s+"
        rf"|formally\s+)?renew(?:ed)?)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "renew",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{S})(?:\s+{w.KINDS})?\s+(?P<verb>in\s+(?:renewal\s+)?limbo)\b",
        "limbo",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?:(?:has|have|is|are|all|both|remains?|was|still|currently|now|left|hangs?"
        rf"|sits?|stays?|stuck|'s|\u2019s)\s+){{1,4}}(?P<verb>in\s+(?:renewal\s+)?limbo|up\s+in\s+the\s+air"
        rf"|on\s+the\s+bubble|in\s+the\s+balance|uncertain|undecided)\b",
        "limbo|in the air|bubble|balance|uncertain|undecided",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?:fate|future|renewal|status|return)\s+(?:of"
        rf"|for)\s+(?!(?:[\w\u2019'-]+\s+){{1,4}}?(?:in|on|of|at)\s){OBJECT}(?P<subject>{w.SUBJECT})[^.;{S}]{{0,60}}?\s(?P<verb>(?:remains?|is|are|still"
        rf"|hangs?|stays?|left|currently|sits?)\s+(?:still\s+|very\s+much\s+|now\s+"
        rf"|currently\s+)?(?:in\s+(?:limbo|the\s+balance|doubt|question|flux)|uncertain|unclear|unknown"
        rf"|undecided|up\s+in\s+the\s+air|hanging\s+in\s+the\s+balance|to\s+be\s+(?:seen|decided|determined))"
        r"|(?:has|have)\s+(?:not\s+(?:yet\s+)?been|yet\s+to\s+be)\s+(?:decided|determined|settled))",
        "fate|future|renewal|status|return",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>{S})['\u2019]s?\s+(?:[\w-]+\s+){{0,3}}?(?:fate|future|renewal|status)(?:\s+(?:at|on"
        rf"|beyond|after|for)\s+[^.;{S}]{{0,40}}?)?\s+(?P<verb>(?:remains?|is|hangs?|still"
        rf"|stays?)\s+(?:still\s+|now\s+|very\s+much\s+)?(?:in\s+(?:limbo|the\s+balance|doubt)|uncertain"
        rf"|unclear|unknown|undecided|up\s+in\s+the\s+air))",
        "fate|future|renewal|status",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:{ACTOR}|\bit)\s+(?:(?:has|have|still|also|is|are)\s+){{0,3}}(?P<verb>(?:yet\s+to|not\s+yet"
        rf"|n[o\u2019']t\s+yet|ha(?:s|ve)n[\u2019']t(?:\s+yet)?|not)\s+(?:officially\s+"
        rf"|formally\s+)?(?:renew(?:ed)?|(?:rul(?:e|ed)\s+on|decide[d]?\s+(?:on|whether\s+to\s+renew)|(?:ma(?:de|ke)\s+(?:up\s+(?:its|their)\s+minds?|an?\s+(?:call|decision))|(?:c[ao]me\s+to|reach(?:ed)?)\s+a\s+decision)\s+(?:on|about))(?:\s+an?\s+{N}\s+of)?"
        rf"|(?:announce|decide|determine|settle)[d]?\s+(?:the\s+(?:fate|future)s?\s+of|(?:a\s+|any\s+)?(?:renewal\s+(?:of|for)|decision\s+on"
        rf"|{N}\s+(?:of|for)))|order(?:ed)?\s+(?:a\s+)?{N}\s+of|pick(?:ed)?\s+up"
        rf"|commit(?:ted)?\s+to\s+(?:a\s+)?{N}\s+of))\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "yet to| not |n't |n\u2019t ",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>no\s+(?:official\s+)?(?:word|decision|news|announcement|verdict)\s+(?:yet\s+"
        rf"|(?:has\s+(?:yet\s+)?been\s+)?(?:made|announced|taken|reached)\s+|so\s+far\s+)?(?:on|about|regarding)(?!\s+another\s*(?:[.,;]|$)|\s+(?:where|when|who|what|how)\b)"
        r"(?!\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}?(?:showrunner|lead|host|director|dates?|budget|slot|spin-?off|movie|film|title|location|cast\w*|star|replacement|crossover|trailer)\b)"
        rf"|await(?:s|ing)?\s+(?:a\s+)?(?:word|news"
        rf"|decision|verdict)\s+(?:on|about))\s+(?:whether\s+|if\s+|the\s+fate\s+of\s+|an?\s+|(?:possible\s+"
        rf"|potential\s+)|{N}\s+(?:of|for)\s+|renewal\s+(?:of|for)\s+)*{OBJECT}(?P<subject>{w.SUBJECT})",
        "word|decision|news|announcement|verdict|await",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<verb>(?:has|have)\s+not(?:\s+yet)?|ha(?:s|ve)n[\u2019']t(?:\s+yet)?|(?:is|are|has|have)\s+(?:still\s+)?yet\s+to|(?:is|are|was|were)\s+still)\s+"
        rf"(?:(?:decid(?:ed?|ing)|consider(?:ed|ing)?|weigh(?:ed|ing)?)\s+whether\s+to\s+(?:make|order|commission|give|do|produce)|confirm(?:ed)?|announced?(?:\s+(?:any\s+)?plans\s+for)?)"
        rf"\s+(?:(?:an?\s+|any\s+)?(?:possible\s+|potential\s+)?{N}|(?:any\s+)?more(?:\s+(?:episodes|seasons))?)\s+(?:of|for)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "decid|consider|weigh|confirm|announce",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:{ACTOR}|\bit)\s+(?P<verb>(?:(?:has|have)\s+(?:still\s+)?(?:not(?:\s+yet)?|(?:yet|still)\s+to|so\s+far\s+not)|ha(?:s|ve)n[\u2019']t(?:\s+yet)?|yet\s+to)\s+(?:yet\s+)?(?:sa(?:y|id)|announced?"
        rf"|decided?|confirm(?:ed)?))(?P<subject>)(?=\s+(?:on\s+)?(?:whether|if|an?|any)\b[^.;{S}]{{0,60}}?(?:{N}(?!\s+of\s+(?!(?:the|this)\s+(?:show|series|drama|comedy)\b))|\b(?:return(?!\s+(?:before|by)\b)|be\s+back|come\s+back|go\s+on|carry\s+on|(?:get|make|order)\s+another(?!\s+(?!season|series|run|year|one|round|batch)\w))\b))",
        "whether|announce|decide|confirm| if | say| said",
        needs=(N, "return", "back", "go on", "carry on", "another"),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>(?:remains?|is)\s+(?:still\s+)?(?:unclear|undecided|unknown|uncertain|not\s+(?:yet\s+)?(?:clear|known)|to\s+be\s+seen))\s+(?:whether|if)\s+{OBJECT}(?P<subject>{w.LIST})\s+(?:will|would|is\s+to)\s+"
        rf"(?:(?:return|be\s+back|come\s+back|get|have)\s+(?:for\s+)?(?:an?\s+|its\s+)?(?:[\w-]+\s+)?{N}(?!\s+(?:premiere|finale))|be\s+renewed|be\s+picked\s+up)",
        "whether| if ",
    ),
    # A decision that is not made, with its show or without.
    rule(
        Predicate.IN_LIMBO,
        rf"(?:\bas\s+(?:for|to)\s+(?P<subject>{w.LIST}),[^.;:{S}]{{0,60}}?)?(?:{ACTOR}|\bit)\s+(?P<verb>(?:(?:has|have)\s+(?:still\s+)?(?:not|yet\s+to)|ha(?:s|ve)n[\u2019']t)\s+(?:yet\s+)?"
        rf"(?:(?:c[ao]me\s+to|reach(?:ed)?)\s+a\s+decision|ma(?:de|ke)\s+(?:up\s+(?:its|their)\s+minds?|an?\s+(?:call|decision))))(?:\s+(?:on|about)\s+(?:another\b|an?\s+{N}))?(?=\s*(?:[.,;]|$|yet\b))",
        "decision|minds|mind|a call",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?:an?|the|any)\s+(?:decision|call|verdict|ruling)\s+(?:on|about|regarding)\s+(?:the\s+(?:future|fate)\s+of\s+)?(?:(?:another|(?:an?\s+)?(?:[\w-]+\s+)?{N})(?:\s+(?:of|for)\s+|(?=[,\s])))?{OBJECT}(?P<subject>{w.SUBJECT})?{w.ASIDE}"
        rf"\s*(?P<verb>(?:has\s+not\s+(?:yet\s+)?been|(?:has|is)\s+(?:still\s+)?yet\s+to\s+be|is\s+still\s+to\s+be|will\s+not\s+be|won[\u2019']t\s+be)\s+(?:made|reached|taken|announced))\b",
        "decision|a call|verdict|ruling",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?P<subject>)\b(?P<verb>no\s+(?:official\s+)?(?:decision|verdict|call)\s+(?:(?:has\s+(?:yet\s+)?been|will\s+be)\s+)?(?:made|reached|taken))\b(?:\s+(?:on|about)\s+(?:another\b|an?\s+{N}))?(?=\s*(?:[.,;]|$|yet\b(?!\s+(?:on|about|regarding)\b)|so\s+far|until\b))",
        "no decision|no official|no verdict|no call",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>no\s+(?:final\s+|official\s+)?(?:decisions?|calls?|verdicts?|determinations?)\s+(?:has|have|had)\s+(?:yet\s+)?been\s+(?:made|announced|reached|taken)(?:\s+(?:yet|so\s+far))?)\s+(?:on|about|regarding)\s+"
        rf"(?:the\s+(?:futures?|fates?)\s+of\s+)?(?:(?!(?:where|when|who|how|what|an?|new|for)\b)[\w\u2019'-]+\s+){{0,4}}?(?P<subject>{w.LIST})(?!\s+(?:star|cast|showrunner|movie|film)\b)",
        "no decision|no official|no final",
    ),
)
