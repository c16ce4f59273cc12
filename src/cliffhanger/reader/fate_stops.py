"""How English says that a show stops, is saved, or waits: the exact rules first."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, LINK, OBJECT, OF_IT, SOMEBODY, N, P, Rule, S, rule

STOPS: tuple[Rule, ...] = (
    # A renewal taken back.
    rule(
        Predicate.CANCELLED,
        rf"(?P<verb>(?:revers\w+|went\s+back\s+on|goes\s+back\s+on|back(?:s|ed|tracked)\s+out\s+of|tak(?:es?|ing)\s+back|took\s+back)\s+(?:its|the|their)\s+(?:[\w-]+\s+){{0,3}}?(?:renewals?|decision\s+to\s+renew"
        rf"|pick-?ups?)|revers\w+\s+renewals?|un-?renew(?:s|ing|ed(?!\s+(?:as|at|by|after|and)\b))"
        rf"|rescind\w+\s+(?:its|the)\s+(?:[\w-]+\s+){{0,3}}?(?:renewal|order|pick-?up))"
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
    # Rescue comes before renewal: "picked up by P after its cancellation".
    rule(
        Predicate.RESCUED,
        rf"(?P<subject>{w.SUBJECT}){LINK}{w.AUX}(?P<verb>{w.RESCUED}|picked\s+up(?=\s+(?:by"
        rf"|at)\s+{P}[^.;]{{0,60}}\b(?:after|following)\s+[^.;]{{0,40}}(?:cancel|axe|drop))"
        rf"|renewed(?=[^.;]{{0,50}}\b(?:at|by|on)\s+{P}\s+(?:after"
        rf"|following)\s+(?:being\s+)?(?:(?:its\s+)?cancel\w+|[^.;]{{0,20}}ax(?:e|ing)))"
        rf"|moves?\s+(?:from\s+{P}\s+)?(?:over\s+)?to(?=\s+{P}[^.;]{{0,60}}(?:{N}|after|following))|(?:\w+\s+)?f(?:inds?"
        rf"|ound)\s+(?:a\s+)?new\s+(?:home|network|life(?=\s+(?:on|at|with)\b)))\b",
        "sav|rescu|reviv|resurrect|uncancel|un-cancel|brought|pick|renew|mov|new home|new network|new life",
    ),
    rule(
        Predicate.RESCUED,
        rf"{ACTOR}\s+(?:\w+\s+(?:\w+\s+){{0,3}}and\s+)?{w.AUX}(?P<verb>{w.ACTIVE_RESCUE}|pick(?:s|ed)\s+up(?=[^.;]{{0,80}}\b(?:after"
        rf"|following)\s+[^.;]{{0,40}}(?:cancel|axe|drop|decided\s+not|pass(?:ed|ing)\s+on|let\s+it\s+go|pulled\s+the\s+plug))"
        rf"|revers\w+\s+(?:its\s+)?cancell?ation\s+of)\s+{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})",
        "sav|rescu|reviv|resurrect|uncancel|un-cancel|bring|brought|pick|revers",
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
    # Limbo.
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
        rf"\s+(?:on\s+)?(?:whether|if)\s+(?:[\w\u2019'-]+,?\s+){{0,9}}?(?P<subject>{S})(?=[^.;{S}]{{0,60}}?{N})",
        "whether| if ",
        needs=(N,),
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"{P}\s+(?P<verb>(?:has|have)\s+(?:so\s+far\s+)?made\s+no\s+(?:announcement|decision|statement)\s+(?:about|on|regarding)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+)?{N})(?P<subject>)",
        "made no",
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
        rf"(?P<subject>{w.SUBJECT}){LINK}(?:(?:has|have|is|are|remains?|was|still|currently|now|left|hangs?"
        rf"|sits?|stays?|stuck|'s|\u2019s)\s+){{1,4}}(?P<verb>in\s+(?:renewal\s+)?limbo|up\s+in\s+the\s+air"
        rf"|on\s+the\s+bubble|in\s+the\s+balance|uncertain|undecided)\b",
        "limbo|in the air|bubble|balance|uncertain|undecided",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?:fate|future|renewal|status|return)\s+(?:of"
        rf"|for)\s+{OBJECT}(?P<subject>{w.SUBJECT})[^.;{S}]{{0,60}}?\s(?P<verb>(?:remains?|is|are|still"
        rf"|hangs?|stays?|left|currently|sits?)\s+(?:still\s+|very\s+much\s+|now\s+"
        rf"|currently\s+)?(?:in\s+(?:limbo|the\s+balance|doubt|question|flux)|uncertain|unclear|unknown"
        rf"|undecided|up\s+in\s+the\s+air|hanging\s+in\s+the\s+balance|to\s+be\s+(?:seen|decided|determined)))",
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
        rf"{ACTOR}\s+(?:(?:has|have|still|also|is|are)\s+){{0,3}}(?P<verb>(?:yet\s+to|not\s+yet"
        rf"|n[o\u2019']t\s+yet|ha(?:s|ve)n[\u2019']t(?:\s+yet)?|not)\s+(?:officially\s+"
        rf"|formally\s+)?(?:renew(?:ed)?|rul(?:e|ed)\s+on|decide[d]?\s+(?:on|whether\s+to\s+renew)"
        rf"|announce[d]?\s+(?:the\s+fate\s+of|(?:a\s+|any\s+)?(?:renewal\s+(?:of|for)|decision\s+on"
        rf"|{N}\s+(?:of|for)))|order(?:ed)?\s+(?:a\s+)?{N}\s+of|pick(?:ed)?\s+up"
        rf"|commit(?:ted)?\s+to\s+(?:a\s+)?{N}\s+of))\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "yet to| not |n't |n\u2019t ",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"\b(?P<verb>no\s+(?:official\s+)?(?:word|decision|news|announcement|verdict)\s+(?:yet\s+"
        rf"|has\s+been\s+made\s+|so\s+far\s+)?(?:on|about|regarding)|await(?:s|ing)?\s+(?:a\s+)?(?:word|news"
        rf"|decision|verdict)\s+(?:on|about))\s+(?:whether\s+|if\s+|the\s+fate\s+of\s+|a\s+|(?:possible\s+"
        rf"|potential\s+)|{N}\s+(?:of|for)\s+|renewal\s+(?:of|for)\s+)*{OBJECT}(?P<subject>{w.SUBJECT})",
        "word|decision|news|announcement|verdict|await",
    ),
    rule(
        Predicate.IN_LIMBO,
        rf"(?:{ACTOR}|\bit)\s+(?P<verb>(?:has|have)\s+(?:not(?:\s+yet)?|yet\s+to|so\s+far\s+not)\s+(?:yet\s+)?(?:sa(?:y|id)|announced?"
        rf"|decided?|confirm(?:ed)?))(?P<subject>)(?=\s+(?:on\s+)?(?:whether|if|an?|any)\b[^.;{S}]{{0,60}}?{N})",
        "whether|announce|decide|confirm| if | say| said",
        needs=(N,),
    ),
    # No further season.
    rule(
        Predicate.CANCELLED,
        rf"\bit\s+{w.AUX}(?P<verb>cancell?ed|axed|scrapped)\s+{OBJECT}(?P<subject>{w.LIST})(?!\s+(?:tour|event|deal))",
        "cancelled|canceled|axed|scrapped",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?<!there\sis\s)(?<!s\s)(?P<verb>there\s+will\s+(?:not\s+be|be\s+no)\s+(?:a\s+)?(?:{N})"
        rf"|no\s+{N})\s+(?:of|for|to)\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "no |not be",
        needs=(N,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?P<verb>(?:will\s+not|won[\u2019']t|is\s+not|isn[\u2019']t|not"
        rf"|will\s+no\s+longer|wo\s+n't)\s+(?:be\s+)?(?:return(?:ing)?|com(?:e|ing)\s+back|(?:be\s+)?back"
        rf"|get(?:ting)?\s+(?:a\s+)?{N}|mov(?:e|ing)\s+forward|continu(?:e|ing)|go(?:ing)?\s+forward"
        rf"|proceed(?:ing)?)(?:\s+(?:for|with)\s+(?:a\s+|another\s+|any\s+)?(?:[\w-]+\s+){{0,2}}?(?:{N}|more"
        rf"|further))?)(?!\s+(?:(?:to\s+|on\s+)?(?:{P}\s+)?(?:until|before|{w.D})|to\s+(?:theaters|cinemas|work)|in\s+\d|this|next|on\s(?!{P}\s*(?:$|[.,;:])|{P}\s+(?:after|following))))",
        "not return|no longer|n't |n\u2019t |will not|is not|not coming|not be back|not returning|not moving",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>{w.ACTIVE_CANCEL})\s+(?!culture)(?:on\s+"
        rf"|forward\s+with\s+)?{OBJECT}(?P<subject>{w.LIST}|{w.GENERIC})(?!\s+(?:tour|event|deal))",
        "cancel|axe|axing|scrap|unrenew|un-renew|drop|nixes|nixed|cans |canned|shelve|plug on|part ways|parts"
        " ways|parted ways|time on|curtain|ends |ended |passes on|passed on|not mov|n't mov|n\u2019t mov|not proceed"
        "|kills off|killed off",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}{w.AUX}(?P<verb>{w.CANCELLED}|(?:gets?\s+|got\s+|given\s+|handed\s+)?the\s+(?:axe?|chop|boot|hook)(?!\s+to\b)"
        rf"|bit(?:es|ten)?\s+the\s+dust|(?:killed|folded|staked|killed\s+off)(?=\s+(?:at|by)\s+{P})|officially\s+dead(?=\s*(?:$|[,.;:]|at\b|says))"
        rf"|cut\s+short|not\s+renewed|off\s+the\s+air\s+for\s+good|done\s+at(?=\s+{P})(?!\s+{P}[^.;]{{0,80}}\b(?:final|last)\b))\b(?!\s+(?:culture"
        rf"|episode|tour|flight|show|series)\b)",
        "cancel|axed|the ax|scrapped|shelved|renewed|dropped|canned|nixed|pulled|chop|the boot|the hook|cut short|off"
        " the air|done at|the dust|killed|folded|staked|dead",
    ),
    rule(
        Predicate.CANCELLED,
        rf"^\W*(?P<verb>cancell?ed|axed)\s*[:!]\s*(?P<aux>)(?P<subject>{w.LIST})",
        "cancelled|canceled|axed",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}[^.;:?]{{1,120}}?,\s+(?:and\s+|but\s+)?(?P<aux>)(?P<verb>cancels|axes|scraps|ends)\s+(?!(?:season|production|filming)\b){OBJECT}(?P<subject>{w.LIST})",
        "cancels|axes|scraps|ends ",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S}),?\s+(?:which|that)\s+(?P<platform>{P})\s+{w.AUX}(?P<verb>cancell?ed|axed|scrapped|dropped)\b",
        "cancelled|canceled|axed|scrapped|dropped",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>let(?:s|ting)?)\s+(?P<subject>{S}|(?:the|its)\s+(?:[\w-]+\s+){{0,2}}(?:{w.KINDS})|it)\s+go(?=\s+(?:after|in|last|following)\b)",
        "let",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>pull(?:s|ed)\s+the\s+plug)(?P<subject>)(?=\s+after\s+(?:just\s+|only\s+)?(?:{N}|one|a\s+single)\b)",
        "the plug",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<verb>there\s+(?:will|is\s+going\s+to)\s+(?:not\s+be|be\s+no)\s+(?:an?\s+)?{N})(?P<subject>)(?P<aux>)(?=\s*(?:[.,;!]|$|and\b|after\s+all))",
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
        rf"(?:{ACTOR}|\bit\b|(?<=and))\s+{w.AUX}(?P<verb>(?:(?:cancell?ed|axed|scrapped|shelved|dropped|cancels"
        rf"|axes|scraps|drops)\s+(?:the\s+|its\s+|a\s+|plans\s+for\s+(?:a\s+"
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
        rf"{P}[^.;{S}]{{1,60}}?,\s+(?P<aux>)(?P<verb>cancel(?:l)?ing|axing|scrapping)\s+{OBJECT}(?P<subject>{w.LIST})",
        "canceling|cancelling|axing|scrapping",
    ),
    # Ending.
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT})(?:{LINK}"
        rf"|[^.;:?{S}]{{1,70}}?,?\s+and\s+(?:then\s+)?){w.AUX}(?P<verb>(?:end(?:s|ing|ed)?|conclud(?:e|es|ing"
        rf"|ed)|wrap(?:s|ping|ped)?(?:\s+up)?|clos(?:e|es|ing)|bow(?:s|ing)?\s+out|sign(?:s|ing)?\s+off"
        rf"|com(?:e|es|ing)\s+to\s+an\s+end|finish(?:es|ing|ed)?|call(?:s|ing|ed)?\s+it\s+quits|say(?:s"
        rf"|ing)?\s+goodbye))\s+(?:(?:its|the|their)\s+run\s+)?(?:(?:in|on|at)\s+(?:{P}|{w.D}),?\s+)?(?:with"
        rf"|after|following|in)\s+(?:its|the|their|a|an|just)?\s*(?:upcoming\s+|forthcoming\s+"
        rf"|previously\s+announced\s+|\w+-episode\s+)?{N}(?!['\u2019]s)(?!\s+(?:finale|premiere|episode"
        rf"|cliffhanger|opener))",
        " end|conclud|wrap|clos|bow|sign|finish|quits|goodbye",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?P<aux>(?:(?:will|to|is|was|officially|set|now"
        rf"|also)\s+){{1,4}})(?P<verb>end(?:ing)?(?:\s+(?:its|their)\s+run)?|com(?:e|ing)\s+to\s+an\s+end|conclude)\b(?=\s*(?:at\s+{P}"
        rf"|on\s+{P}|after|this|next|in\s|for\s+good|for\s+a\s+(?:second|third)\s+time|[.,;!:)\u2014\u2013-]|$))(?!\s+on\s+(?:a\s+)?(?:high"
        rf"|cliff))",
        " end|conclude",
    ),
    rule(
        Predicate.ENDING,
        rf"{ACTOR}\s+(?P<aux>(?:(?:to|will|is|set|has|officially)\s+){{0,3}})(?P<verb>(?:bid(?:s|ding)?|say(?:s|ing)?|said|wav(?:e|es|ing)|kiss(?:es|ing)?)\s+"
        rf"(?:farewell|goodbye|good-bye|adieu)\s+to)\s+{OBJECT}(?P<subject>{w.LIST})(?!['\u2019]s?\s+(?:star|cast)|\s+(?:star|cast|creator)\b)",
        "farewell|goodbye|good-bye|adieu",
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?P<verb>\bending\b)(?=\s*(?:at|on)\s+{P}|\s*(?:after|following)\s+{N}|\s*$)",
        "ending",
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})(?P<aux>\s+(?:(?:will|is|was|to|set|also|officially|confirmed|announced"
        rf"|expected)\s+){{1,4}}(?:be\s+|serve\s+as\s+|mark\s+)?)(?:its|the|their)\s+(?:final|last"
        rf"|swan)(?:\s+(?:one|outing|chapter|song|run))?\s*(?:of|for)\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "final|last|swan",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})\s+of\s+{OBJECT}(?P<subject>{w.SUBJECT})(?P<aux>\s+(?:(?:will|is|was|to|set|also"
        rf"|officially|confirmed|announced|expected)\s+){{1,4}}(?:be\s+|serve\s+as\s+|mark\s+)?)(?:its|the"
        rf"|their)\s+(?:final|last|swan)\b",
        "final|last|swan",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT})['\u2019\"]?s?['\u2019]?\s+(?:(?:upcoming|forthcoming"
        rf"|current)\s+)?(?P<verb>{N})(?P<aux>\s+(?:(?:will|is|was|to|set|also|officially|confirmed|announced"
        rf"|expected)\s+){{1,4}}(?:be\s+|serve\s+as\s+|mark\s+)?)(?:(?:its|the|their"
        rf"|{S}(?:['\u2019]s)?)\s+)?(?:final|last|swan)\b",
        "final|last|swan",
        needs=(N,),
    ),
)
