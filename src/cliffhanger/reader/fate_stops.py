"""How English says that a show is stopped: the exact rules first."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, LINK, OBJECT, OF_IT, OPENS, SOMEBODY, N, P, Rule, S, rule

STOPS: tuple[Rule, ...] = (
    # No further season.
    rule(
        Predicate.CANCELLED,
        rf"\bit\s+{w.AUX}(?P<verb>cancell?ed|axed|scrapped|pulled\s+the\s+plug\s+on|dropped|ended(?=[^.;]{{0,90}}\bafter\b))\s+{OBJECT}(?P<subject>{w.LIST})(?!\s+(?:tour|event|deal))",
        "cancelled|canceled|axed|scrapped|the plug|dropped|ended",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?<!there\sis\s)(?<!s\s)(?P<verb>there\s+(?:will\s+(?:not\s+be|be\s+no)|won[\u2019']t\s+be)\s+(?:a\s+)?(?:{N})"
        rf"|no\s+{N})\s+(?:of|for|to)\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "no |not be|n't be|n\u2019t be",
        needs=(N,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?:also\s+)?(?P<verb>(?:will\s+not|won[\u2019']t|(?:is|are)\s+(?:(?:likewise|also|both)\s+)?not|(?:is|are)n[\u2019']t|not"
        rf"|will\s+no\s+longer|wo\s+n't)\s+(?:be\s+)?(?:return(?:ing)?|com(?:e|ing)\s+back|(?:be\s+)?back"
        rf"|get(?:ting)?\s+(?:a\s+)?{N}|mov(?:e|ing)\s+forward|continu(?:e|ing)|go(?:ing)?\s+forward"
        rf"|go(?:ing)?\s+ahead|proceed(?:ing)?)(?:\s+(?:for|with)\s+(?:a\s+|another\s+|any\s+)?(?:[\w-]+\s+){{0,2}}?(?:{N}|more"
        rf"|further))?)(?!\s+for\s+(?:the\s+)?foreseeable)(?!\s+(?:for|with)\s+(?:[\w-]+\s+){{0,3}}?{N}\s+(?:until|before|{w.D}))(?!\s+(?:(?:to\s+|on\s+)?(?:{P}\s+)?(?:until|before|{w.D})|to\s+(?:theaters|cinemas|work)|in\s+\d|this|next|on\s(?!{P}\s*(?:$|[.,;:])|{P}\s+(?:after|following))))",
        "not return|no longer|n't |n\u2019t |will not|is not|are not|not coming|not be back|not returning|not moving",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}(?:,\s+which\s[^,;.]{{1,60}},)?\s+{w.AUX}(?P<verb>{w.ACTIVE_CANCEL})\s+(?!culture)(?:on\s+"
        rf"|forward\s+with\s+)?{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})(?!\s+(?:tour|event|deal))",
        "cancel|axe|axing|scrap|unrenew|un-renew|drop|nixes|nixed|cans |canned|shelve|plug on|part ways|parts"
        " ways|parted ways|time on|curtain|ends |ended |passes on|passed on|not mov|n't mov|n\u2019t mov|not proceed"
        "|kills off|killed off|folds on|folded on|bails on|bailed on|up on|away from|powers off|powers down"
        "|the boot to|the axe to|the ax to|the chop to|heave-ho to",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S})['\u2019]?,\s+(?:the|an?)\s[^,;.{S}]{{0,60}}?{w.KINDS}\s+(?:that|which)\s+{ACTOR}\s+(?P<aux>(?:(?:has|had|just|recently)\s+){{0,2}})(?P<verb>cancell?ed|axed|dropped|scrapped|let\s+go)\b",
        "cancel|axed|dropped|scrapped|let go",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}{w.AUX}(?P<verb>{w.CANCELLED}|(?:gets?\s+|got\s+|given\s+|handed\s+)?the\s+(?:axe?|chop|boot|hook)(?!\s+to\b)"
        rf"|bit(?:es|ten)?\s+the\s+dust|(?:killed|folded|folds|staked|killed\s+off)(?=\s+(?:at|by)\s+{P})|officially\s+dead(?=\s*(?:$|[,.;:]|at\b|says))"
        rf"|cut\s+short|not\s+renewed|off\s+the\s+air\s+for\s+good|done\s+at(?=\s+{P})(?!\s+{P}[^.;]{{0,80}}\b(?:final|last)\b))\b(?!\s+(?:culture"
        rf"|episode|tour|flight|show|series)\b)",
        "cancel|axed|the ax|scrapped|shelved|renewed|dropped|canned|nixed|pulled|chop|the boot|the hook|cut short|off"
        " the air|done at|the dust|killed|folded|folds|staked|dead|called off|cut loose",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S})['\u2019]?{w.ASIDE}\s+(?P<aux>(?:(?:is|are|now)\s+){{0,2}})(?P<verb>out)\s+after\s+(?:just\s+|only\s+)?(?:{N}|(?:one|two|three)\b)(?!\s+(?:episodes?|weeks?))",
        "out after",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}\s+{w.AUX}(?P<verb>cuts?)\s+(?P<subject>{w.LIST})(?=\s*(?:$|[.;]|after\b|in\b|from\s+(?:its|the)\b))",
        " cut",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>(?:opt\w*|decid\w+|elect\w*|chos\w+)\s+against\s+(?:(?:making|ordering)\s+)?(?:an?\s+|another\s+)?(?:[\w-]+\s+)?{N})\s+(?:of|for)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "against",
        needs=(N,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}[^.;:?]{{1,120}}?,\s+(?:and\s+|but\s+)?(?P<aux>)(?P<verb>cuts)\s+(?P<subject>{w.LIST})(?=\s*(?:$|[.;]|after\b|in\b))",
        "cuts",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"\b(?P<verb>game\s+over\s+for)\s+(?P<aux>){OBJECT}(?P<subject>{S})(?=\s*(?:$|[.,;:]|at\b|on\b|after\b))",
        "game over for",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<verb>{N}\s+and\s+out)\s+for\s+(?P<aux>){OBJECT}(?P<subject>{S})",
        "and out",
        needs=(N,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.LIST}){w.ASIDE}\s+(?P<aux>(?:(?:was|were|has\s+been|have\s+been|also)\s+){{1,2}})(?P<verb>let\s+go)(?=\s+(?:by|in|at|after|last|this|following)\b)",
        "let go",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?<=cancel)(?:l?ed)[^.]{{1,140}}?(?:,?\s+and\s+|,\s+)(?:[\w-]+\s+){{0,3}}?(?P<subject>{w.LIST})\s+(?P<aux>)(?P<verb>met|suffered|shared)\s+(?:the|a)\s+(?:same|similar)\s+fate",
        "same fate|similar fate",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>stop(?:s|ped)\s+making)\s+{OBJECT}(?P<subject>{S}|{w.GENERIC})",
        "making",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.LIST})\s+(?P<aux>)(?P<verb>went|goes|go)\b[^.;:{S}]{{0,40}}?,?\s+(?:both\s+|each\s+|all\s+)?after\s+(?:just\s+|only\s+)?(?={N})",
        "went|goes| go ",
        needs=(N,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"\b(?:after|since|following)\s+(?P<aux>)(?P<verb>cancell?ing|axing|scrapping|dropping|shelving|pulling\s+the\s+plug\s+on)\s+{OBJECT}(?P<subject>{w.LIST})(?!\s+(?:tour|event|deal))",
        "canceling|cancelling|axing|scrapping|dropping|shelving|plug on",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S}|{w.GENERIC}){w.ASIDE}\s+(?P<aux>(?:is|was)\s+(?:an?\s+)?)(?P<verb>one[\s-]and[\s-]done)\b",
        "and done|and-done",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}\s+{w.AUX}(?P<verb>(?:took|tak(?:es|en)|taking)\s+back|withdr(?:ew|awn|awing)|rescinded|revoked)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?{N}\s+(?:that\s+)?(?:it\s+had|it\s+has|had\s+been)\s+"
        rf"(?:already\s+)?(?:given|promised|granted|handed|ordered\s+(?:for|of))\s+(?:to\s+)?{OBJECT}(?P<subject>{S})",
        "took back|takes back|taken back|taking back|withdr|rescinded|revoked",
        needs=(N,),
        reverses=True,
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}\s+{w.AUX}(?P<verb>withdr(?:ew|awn)\s+from|back(?:s|ed)\s+out\s+of)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?{N}\s+of\s+{OBJECT}(?P<subject>{S})",
        "withdr|out of",
        needs=(N,),
        reverses=True,
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?:{ACTOR}|\bit)\s+{w.AUX}(?P<verb>let(?:s|ting)?\s+go\s+of)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "go of",
    ),
    rule(
        Predicate.CANCELLED,
        rf"^{OPENS}(?P<verb>cancell?ed|axed)\s*[:!]\s*(?P<aux>)(?P<subject>{w.LIST})",
        "cancelled|canceled|axed",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}[^.;:?]{{1,120}}?,\s+(?:and\s+|but\s+)?(?P<aux>)(?P<verb>cancels|axes|scraps|ends)\s+(?!(?:season|production|filming)\b){OBJECT}(?P<subject>{w.LIST})",
        "cancels|axes|scraps|ends ",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S}|{w.GENERIC}),?(?:\s+an?\s+[^,;.{S}{P}]{{1,40}})?\s+(?:which|that)\s+(?P<platform>{P})\s+{w.AUX}(?P<verb>cancell?ed|axed|scrapped|dropped|let\s+go)\b",
        "cancelled|canceled|axed|scrapped|dropped|let go",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S})['\u2019]?,?\s+(?P<aux>)(?P<verb>(?:lasted|ran)\s+(?:for\s+)?(?:just\s+|only\s+)?(?:{N}|(?:one|a\s+single)\s+season)[^.;{S}]{{0,40}}?\s+and\s+was\s+(?:a\s+casualty|among\s+the\s+casualties|cancell?ed|axed|scrapped|dropped))\b",
        "lasted|ran ",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>ma(?:de|kes)\s+(?:its|the|that)\s+cancell?ation\s+official)(?P<subject>)",
        "ation official",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>let(?:s|ting)?)\s+(?:(?:the|its)\s+(?:[\w\u2019'-]+\s+){{0,5}}?)?(?P<subject>{S}|(?:the|its)\s+(?:[\w-]+\s+){{0,2}}(?:{w.KINDS})|it)\s+go(?=\s+(?:after|in|on|last|this|earlier|following)\b)",
        "let",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>pull(?:s|ed)\s+the\s+plug)(?P<subject>)(?=\s+(?:after\s+(?:just\s+|only\s+)?(?:{N}|(?:one|a\s+single)\b)|(?:on\s+|in\s+)?{w.D}(?!\s+on\b)))",
        "the plug",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<verb>there\s+(?:(?:will|would|is\s+going\s+to)\s+(?:not\s+be|be\s+no)|won[\u2019']t\s+be)\s+(?:an?\s+)?{N})(?P<subject>)(?P<aux>)(?=\s*(?:[.,;!]|$|and\b|because\b|after\s+all))",
        "no |not be",
        needs=(N,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"\b(?P<verb>cancell?ation)\s+of\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "cancelation of|cancellation of",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?:{ACTOR}|\bit\b|{P}[^.;:{S}]{{1,80}}?\band)\s+{w.AUX}(?P<verb>(?:(?:cancell?ed|axed|scrapped|shelved|dropped|cancels"
        rf"|axes|scraps|drops|shelves)\s+(?:the\s+|its\s+|a\s+|plans\s+for\s+(?:a\s+"
        rf"|the\s+)?)|(?:cancels|axes|scraps|scrapped|axed|passes\s+on|passed\s+on)\s+(?!(?:order|renew|mak|produc|air|stream)ing\b))(?:[\w-]+\s+){{0,2}}?{N})(?!['\u2019]s|\s+(?:premiere|finale|trailer|event|panel|party|episode))(?:\s+of\s+{OBJECT}(?P<subject>{w.LIST}"
        rf"|{w.GENERIC})|(?P<subject2>))",
        "cancel|ax|scrap|shelv|drop|passe",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?:{SOMEBODY}{w.AUX}|\band\s+(?:has\s+|also\s+|then\s+|later\s+|last\s+\w+\s+){{0,2}})(?P<verb>cancel(?:s|led|ed)|axe[sd])\s+"
        rf"{OBJECT}(?P<subject>{w.LIST})(?=\s+after\b)",
        "cancel|axe",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S}|\bit\b|\bthe\s+(?:series|show|drama|comedy|sitcom)\b)(?:[^.;:?!{S}]|(?<=\b\w)\.){{1,140}}?,?\s+(?:and|but)\s+"
        rf"(?:(?:then|later|since|subsequently)\s+)?(?P<aux>(?:was|has\s+been|were|had\s+been|got)\s+(?:[\w-]+\s+)?)(?P<verb>cancell?ed|axed|scrapped)\b",
        "canceled|cancelled|axed|scrapped",
        needs=(" and ", " but "),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S}),\s+an?\s+[^,;.{S}]{{1,60}}?\s+(?:that|which)\s+(?P<aux>(?:was|has\s+been)\s+(?:[a-z]+\s+)?)(?P<verb>cancell?ed|axed|scrapped|dropped)\b",
        "canceled|cancelled|axed|scrapped|dropped",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S}(?:,\s+{S})*,?\s+and\s+{S})[^.;{S}]{{0,40}}?,\s+(?:with\s+)?(?P<aux>(?:both|all|each)\s+)(?P<verb>cancell?ed|axed|scrapped|dropped)\b",
        "both|all|each",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?:{ACTOR}|\bit)\s+(?P<verb>(?:would|will)\s+not\s+(?:continue|go\s+on\s+with|extend))\s+(?P<subject>{S}|{w.GENERIC})\s+(?:past|beyond|after)\s+(?:its\s+)?(?:[\w-]+\s+)?{N}",
        "not continue|not go on|not extend",
        needs=(N,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S}),?\s+(?P<aux>(?:(?:was|were|which|been|has)\s+){{0,3}})(?P<verb>let\s+go)\s+by\s+{P}",
        "let go by",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}\s*(?P<aux>(?:(?:is|are|was|were|now|officially|both|all)\s+){{1,3}})(?P<verb>finished|done|over|through|gone|dead|no\s+more|history)(?=\s+after\s+(?:just\s+|only\s+)?(?:[\w-]+\s+episodes\s+and\s+)?(?:{N}|(?:one|a\s+single)\b))",
        "finished|done|over|through|gone|dead|no more|history",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}\s+(?P<aux>(?:(?:is|are|now|also)\s+){{1,3}})(?P<verb>(?:done|finished|through)\s+with)\s+{OBJECT}(?P<subject>{w.LIST})(?=\s+after\b)",
        "done with|finished with|through with",
    ),
    rule(
        Predicate.CANCELLED,
        rf"^{OPENS}(?P<verb>cancell?ed|axed|scrapped|dropped|let\s+go|cut\s+loose)(?P<aux>)\s+(?:by\s+{P}|after\s+(?:{N}|(?:one|a\s+single)\b))[^.;:{S}]{{0,80}}?,\s+(?:the\s+)?(?:[\w\u2019'-]+\s+){{0,3}}?(?P<subject>{S}|\bit\b|\bthe\s+{w.KINDS}\b)",
        "cancelled|canceled|axed|scrapped|dropped|let go|cut loose",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S})\s+(?P<aux>)(?P<verb>(?:won[\u2019']t|will\s+not|did\s+not|didn[\u2019']t)\s+(?:go|get|continue|make\s+it|extend|last|survive)\s+(?:past|beyond))\s+(?:its|their|the)\s+(?:[\w-]+\s+)?{N}",
        "past|beyond",
        needs=(N,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}[^.;{S}]{{1,60}}?,\s+(?P<aux>(?:having\s+)?)(?P<verb>cancel(?:l)?ing|axing|scrapping|dropping|(?<=having\s)(?:cancell?ed|axed|scrapped|dropped))\s+{OBJECT}(?P<subject>{w.LIST})",
        "canceling|cancelling|axing|scrapping|dropping|having",
    ),
)
