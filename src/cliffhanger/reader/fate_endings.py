"""How English says that a show ends by design, with a season that is its last: the exact rules first."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, LINK, OBJECT, OWNED, N, P, Rule, S, rule
from cliffhanger.reader.seasons import CARDINALS, LATER

# A show does this with its last season.
_ENDS = (
    r"(?:end(?:s|ed|ing)?(?:\s+its\s+(?:[\w-]+\s+)?(?:run|story))?|conclud(?:e|es|ed|ing)|finish(?:es|ed|ing)?(?:\s+up)?|wrap(?:s|ped|ping)?(?:\s+(?:up|things\s+up))?|clos(?:e|es|ed|ing)(?:\s+(?:out|up\s+shop|shop))?|bow(?:s|ed|ing)?\s+out"
    r"|sign(?:ed|ing)?\s+off|wind(?:s|ing)?\s+(?:up|down)|wound\s+(?:up|down)|go(?:es|ing)?\s+out|c[ao]m(?:e|es|ing)\s+to\s+(?:an\s+end|a\s+close|its\s+(?:end|close|conclusion))|call(?:s|ed|ing)?\s+it\s+(?:a\s+day|quits)|tak(?:e|es|ing)\s+its\s+(?:final\s+|last\s+)?bow"
    r"|mak(?:e|es|ing)\s+its\s+(?:final|last)\s+(?:bow|rounds|appearance|curtain\s+call)|sa(?:y|ys|ying)\s+(?:goodbye|farewell|good-bye)|bid(?:s|ding)?\s+(?:farewell|goodbye|adieu)|rid(?:e|es|ing)\s+off(?:\s+into\s+the\s+sunset)?|complet(?:e|es|ed|ing)\s+its\s+run|draw(?:s|ing)?\s+to\s+(?:a\s+close|an\s+end)|tak(?:e|es|ing)\s+its\s+leave|c[ao]m(?:e|es|ing)\s+to\s+the\s+end\s+of\s+its\s+(?:road|run|journey|story)|be\s+over|reach(?:es)?\s+its\s+(?:end|conclusion))"
)
# Somebody does this with a show.
_ENDS_IT = (
    r"(?:end(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|finish(?:es|ed|ing)?|wrap(?:s|ped|ping)?(?:\s+up)?|clos(?:e|es|ed|ing)\s+out|complet(?:e|es|ed|ing)|wind(?:s|ing)?\s+(?:up|down)|round(?:s|ing)?\s+(?:off|out)|bow(?:s|ing)?\s+out"
    r"|clos(?:e|es|ed|ing)\s+the\s+books?\s+on|let(?:s|ting)?\s+go\s+of|draw(?:s|ing)?\s+the\s+curtain\s+on|bring(?:s|ing)?\s+(?:down\s+)?the\s+curtain\s+(?:down\s+)?on|sa(?:y|ys|ying|id)\s+(?:goodbye|farewell|good-bye)\s+to|bid(?:s|ding)?\s+(?:farewell|goodbye|adieu)\s+to)"
)
_WILL = (
    r"(?P<aux>\s+(?:(?:will|would|is|are|was|has|have|had|to|set|also|now|both|been|[a-z]+ly|due|expected|slated"
    r"|planned|about)\s+){0,5})"
)
_WITH_SEASON = (
    rf"(?:on\s+tv\s+|(?:on|at)\s+{P}\s+|(?:in\s+|on\s+)?{w.D}(?:\s+too)?,?\s+|for\s+good\s+|next\s+year\s+|this\s+year\s+)?(?:with|after|following|at\s+the\s+(?:end|close|conclusion)\s+of|once|when)\s+"
    rf"(?:(?:its|the|their|an?)\s+)?(?:(?:just|only)\s+)?(?:[\w-]+,?\s+){{0,3}}?{N}(?!['\u2019]s)(?!\s+(?:finale|premiere|episode|cliffhanger|opener|renewal|order))"
)
_LAST = (
    rf"(?:(?:its|the|their|(?:the|this)\s+(?:[\w\u2019'-]+\s+){{0,2}}?{w.KINDS}['\u2019]s?)\s+)(?:very\s+)?(?:final|last)"
    r"(?=\s*(?:$|[.,;:!)]|\b(?:one|season|series|run|chapter|outing|stop|hurrah|bow|at|on|and|as|when|but|for)\b))"
)

ENDINGS: tuple[Rule, ...] = (
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S}|{w.GENERIC}){w.ASIDE}{_WILL}(?P<verb>{_ENDS})\s+{_WITH_SEASON}",
        "end|conclud|finish|wrap|clos|bow|sign|wind|wound|go out|goes out|going out|to an|to a close"
        "|it a day|it quits|rounds|curtain|goodbye|farewell|adieu|off|over|reach",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S}|{w.GENERIC}){w.ASIDE}{_WILL}(?P<verb>{_ENDS})\s+(?:{w.D}|{N}|next\s+year|this\s+year),\s+(?:its|the)\s+(?:(?P<after>{LATER})\b|{N})",
        ", its|, the",
    ),
    rule(
        Predicate.ENDING,
        rf"(?:{ACTOR}|\b(?:it|they|creators?|showrunners?|producers?))(?:,\s[^,;.{S}]{{1,60}},)?{_WILL}(?P<verb>{_ENDS_IT})\s+{OWNED}(?P<subject>{S}|{w.GENERIC})\s+(?=with\b){_WITH_SEASON}",
        "end|conclud|finish|wrap|clos|complet|wind|round|curtain|goodbye|farewell|adieu",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?:{ACTOR}|\b(?:it|they))\s+{w.AUX}(?P<verb>(?:designated|declared|described|billed|announced|named)\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{N})\s+(?:of\s+{OWNED}(?P<subject>{S}|{w.GENERIC})\s+)?(?:as\s+|to\s+be\s+)?{_LAST}",
        "designated|declared|described|billed|announced|named",
        needs=(N,),
    ),
    # "Season 12, starting Sept. 24, closes out S", "the fifth season completes the story".
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})(?:,\s[^;.{S}{N}]{{1,80}},)?(?P<aux>\s+(?:(?:will|would|is|to|set|also)\s+){{0,3}})(?:end|conclude|finish|wrap(?:\s+up)?|close(?:\s+out)?|complete|round\s+(?:off|out))s?\s+(?:out\s+)?"
        rf"(?P<subject>{S}|{w.GENERIC}|(?:the|its)\s+(?:[\w-]+\s+){{0,2}}?(?:story|saga|tale|run))(?=\s*(?:[.,;]|$|in\b|on\b|this\b|next\b|with\b|when\b|{w.D}))",
        "end|conclude|finish|wrap|close|complete|round",
        needs=(N,),
    ),
    # "Ordered an eighth season, which will bring the saga to its conclusion", "the eighth season, the drama's last".
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})(?:\s+of\s+{OWNED}(?P<subject>{S}|{w.GENERIC}))?['\u2019]?,?\s+(?:which|that)(?P<aux>\s+(?:(?:will|would|is|to)\s+){{1,2}})"
        rf"(?:bring\s+[^.;,]{{1,50}}?\s+to\s+(?:an\s+end|a\s+close|its\s+(?:end|close|conclusion|finish))|(?:end|conclude|finish|close(?:\s+out)?|wrap(?:\s+up)?|complete|round\s+off)\s+(?:the|its|{S})\s*(?:[\w-]+\s+){{0,2}}?(?:{w.KINDS}|story|saga|run)?)",
        "bring|end|conclude|finish|close|wrap|complete|round",
        needs=("which", "that"),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})(?:\s+of\s+{OWNED}(?P<subject>{S}|{w.GENERIC}))?['\u2019]?,\s+(?P<aux>){_LAST}(?=\s*[.,;])",
        "last|final",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})(?:,\s[^;.{S}{N}]{{1,80}},)?(?P<aux>\s+(?:(?:will|would|is|to|set|also)\s+){{0,3}})(?:bring|bringing|brings)\s+(?:(?P<subject>{S}|{w.GENERIC})|(?:the|its)\s+(?:[\w-]+\s+){{0,2}}?(?:story|saga|tale|run))\s+to\s+(?:an\s+end|a\s+close|its\s+(?:end|close|conclusion|finish))",
        "bring",
        needs=(N,),
    ),
    # "Granted a sixth season, with which it will finish", "an eighth-season pickup, its last".
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})(?:\s+(?:pick-?up|renewal|order))?(?:\s+of\s+\w+\s+episodes)?,\s+(?:with|after)\s+which\s+(?P<subject>{S}|{w.GENERIC})(?P<aux>\s+(?:(?:will|would|is|to)\s+){{1,2}}){_ENDS}\b",
        "which",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S})[^.;:{S}]{{1,60}}?\b(?P<verb>{N})\s+(?P<aux>)(?:pick-?up|renewal|order),\s+(?:its|the)\s+(?:final|last)\b(?!\s+(?:year|before|to)\b)",
        "pickup|pick-up|renewal|order",
        needs=(N,),
    ),
    # "The seventh season of the S prequel, premiering in D, will be its last".
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})(?:\s+of\s+{OWNED}(?P<subject>{w.SUBJECT}))?['\u2019]?(?:,\s+(?:the|its)\s+(?:(?P<after>{LATER})|{N}),|,\s[^;.{S}{N}]{{1,80}},)?(?P<aux>\s+(?:(?:will|would|is|was|to|set|also|has|have|been|officially|confirmed|announced|declared|planned|expected|conceived)\s+){{1,5}})(?:be\s+|as\s+|serve\s+as\s+|mark\s+)?"
        rf"(?:{_LAST}|(?:its|the)\s+(?:end|finish\s+line|farewell|swan\s+song|finale\s+run)\b|where\s+it\s+(?:stops|ends))(?!\s+(?:episode|hour|scene))",
        "last|final|end|farewell|swan|finale|where it",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"\b(?:the|an?)\s+(?:[\w-]+\s+(?:and|,)\s+(?:last|final)|final)\s+(?P<subject>{S})['\u2019]?\s+(?P<aux>)(?P<verb>season|series|run)\b(?!\s+(?:finale|premiere))",
        "last|final",
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S}|{w.GENERIC}){w.ASIDE}\s+(?P<aux>)(?P<verb>has\s+(?:just\s+|only\s+)?one\s+(?:more\s+)?season\s+(?:left|to\s+go|remaining))\b",
        "one season|one more",
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S}|{w.GENERIC}){w.ASIDE}{_WILL}(?P<verb>{_ENDS})\s+with\s+(?:the|its)\s+(?:(?:coming|next|upcoming|forthcoming|current|new)\s+)?(?:season|{N}),\s+(?:its|the)\s+(?P<after>{LATER})\b",
        "with the|with its",
    ),
    rule(
        Predicate.ENDING,
        rf"(?:\b(?:writers?|creators?|showrunners?|producers?|network|streamer|broadcaster)\b[^.;,{S}]{{0,40}}?|{P}|\bit)\s+(?:had\s+|has\s+|have\s+)?(?:decided|chose|chosen|opted)\s+(?P<verb>to\s+(?:stop|bow\s+out|call\s+it\s+a\s+day|end\s+(?:it|the\s+{w.KINDS})))(?P<subject>)\s+after\s+{N}(?!\s+(?:of|on|as|with)\b)",
        "decided|chose|opted",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S})['\u2019]?(?:,\s+which)?\s+(?P<aux>)(?P<verb>(?:end|conclud|finish|wrapp)(?:s|ed|es)(?:\s+up)?)\s+(?:its|an?)\s+{N}[\s-]run\b",
        "run",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?:\b[a-z][\w.\u2019'-]+\s+)(?P<aux>)(?P<verb>ended|concluded|is\s+ending|wrapped\s+up)\s+{OBJECT}(?P<subject>{S})['\u2019]?\s+(?:(?:in|on)\s+{w.D}\s+)?(?:with|after)\s+(?:its\s+|the\s+)?(?:[\w-]+\s+)?{N}",
        "ended|concluded|ending|wrapped",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S}){w.ASIDE}\s+{w.AUX}(?P<verb>end(?:s|ed|ing)|conclud(?:es|ed)|bow(?:s|ed)\s+out|c[ao]mes?\s+to\s+(?:an\s+end|a\s+close)|finish(?:es|ed)|wrapp?(?:s|ed)(?:\s+up)?)\s+after\s+(?:just\s+)?(?P<after>{'|'.join(CARDINALS)})(?=\s*(?:[.,;]|$|with\b|in\b|on\b))",
        "end|conclud|bow|finish|wrap|a close",
        needs=("after ",),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S})(?:,\s[^,;.:]{{1,110}})?,?\s+(?:which|that)\s+(?P<platform>{P})\s+{w.AUX}(?P<verb>brought\s+to\s+(?:an\s+end|a\s+close))\b",
        "brought to",
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?P<aux>(?:(?:will|is|are|to|set)\s+){{1,3}})(?P<verb>end|finish|conclude|close|wrap\s+up)\s+with\s+(?:its|an?)\s+(?:[\w-]+\s+)?(?P<after>{LATER})(?=\s*(?:[.,;]|$|and\b))",
        "with a|with its",
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S})['\u2019]?(?:\s+\({P}\))?\s+(?P<aux>(?:(?:will|is|to)\s+){{0,2}})(?P<verb>end(?:s|ing)?\s+for\s+good|sign(?:s|ing)?\s+off\s+for\s+good)\b",
        "for good",
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S}(?:\s+{w.KINDS})?)['\u2019]?\s+(?P<aux>(?:(?:will|to|is|also|officially)\s+){{0,3}})(?P<verb>gets?|getting|returns?|returning|back|scores?|lands?|sets?|have)\s+(?:(?:for|with)\s+)?(?:one\s+)(?:more\s+)?(?:and\s+)?{N}",
        " one ",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT})\s+(?P<aux>(?:(?:will|to|set|is)\s+){{1,3}})(?P<verb>end|conclude|finish)\s+with\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,3}}?(?:film|movie|special|finale|episode)\b",
        "end with|conclude with|finish with",
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{S})['\u2019]?\s+(?P<aux>)(?P<verb>air(?:s|ed)\s+(?:its\s+)?(?:series\s+finale|(?:final|last)\s+episode))(?=[^.;]{{0,50}}\bafter\s+{N})",
        "finale|episode",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?P<aux>(?:(?:has|will|also|then)\s+){{0,3}})(?P<verb>t(?:akes?|ook)\s+its\s+final\s+bow|concluded|bowed\s+out|ended|wrapped(?:\s+up)?|finished)\s+"
        rf"(?:in\s+{w.D}\s+|on\s+{w.D}\s+)?(?=(?:with|after)\s+(?:(?:its|the)\s+(?:{LATER})\s*(?:$|[.,;]|that\b|in\b|on\b|last\b)|{N}))",
        "final bow|concluded|bowed|ended|wrapped|finished",
        needs=("with ", "after "),
    ),
    rule(
        Predicate.ENDING,
        rf"{P}\s+(?P<aux>(?:to|will|is\s+(?:set\s+)?to)\s+)(?P<verb>end|conclude|wrap(?:\s+up)?|sunset)\s+{OBJECT}(?P<subject>{S})(?=\s*(?:$|[.,;]|{w.D}|in\b|this\b|next\b|on\b))",
        "end|conclude|wrap|sunset",
    ),
    rule(
        Predicate.ENDING,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>(?:end|clos|conclud|wrap|finish|sunset)(?:s|es|e|ing|ed|ping|ped)?(?:\s+up)?)\s+{OBJECT}(?P<subject>{S})['\u2019]?\s+with\s+(?:its\s+|the\s+|an?\s+)?(?:[\w-]+\s+)?{N}",
        "end|clos|conclud|wrap|finish|sunset",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT})(?:{LINK}"
        rf"|(?:[^.;:?{S}]|(?<=as\s){S}){{1,70}}?,?\s+and\s+(?:then\s+)?){w.AUX}(?P<verb>(?:end(?:s|ing|ed)?|conclud(?:e|es|ing"
        rf"|ed)|wrap(?:s|ping|ped)?(?:\s+up)?|clos(?:e|es|ed|ing)|bow(?:s|ing|ed)?\s+out|sign(?:s|ing|ed)?\s+off"
        rf"|c[ao]m(?:e|es|ing)\s+to\s+(?:an\s+end|a\s+close)|t(?:akes?|ook)\s+its\s+(?:final\s+)?bow|(?:said|bade|bid)\s+(?:goodbye|farewell)|went\s+off\s+the\s+air|went\s+out(?:\s+on\s+(?:top|a\s+high))?|closed\s+its\s+\w+|finish(?:es|ing|ed)?|call(?:s|ing|ed)?\s+it\s+quits|say(?:s"
        rf"|ing)?\s+goodbye))\s+(?:(?:its|the|their)\s+run\s+)?(?:for\s+good\s+)?(?:there\s+)?(?:(?:(?:in|on|at)\s+)?(?:{P}|{w.D}),?\s+)?(?:with"
        rf"|after|following|in|at\s+the\s+end\s+of)\s+(?:its|the|their|a|an|just)?\s*(?:short\s+|current\s+|upcoming\s+|forthcoming\s+"
        rf"|previously\s+announced\s+|\w+-episode\s+)?{N}(?!['\u2019]s)(?!\s+(?:finale|premiere|episode"
        rf"|cliffhanger|opener))",
        " end|conclud|wrap|clos|bow|sign|finish|quits|goodbye|farewell|went out|the air",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<subject>{w.SUBJECT}){LINK}(?P<aux>(?:(?:will|to|is|was|[a-z]+ly|set|now"
        rf"|also)\s+){{1,4}})(?P<verb>end(?:ing)?(?:\s+(?:its|their)\s+run)?|com(?:e|ing)\s+to\s+an\s+end|conclude)\b(?=\s*(?:at\s+{P}"
        rf"|on\s+{P}|{w.D}|after|this|next|in\s|for\s+good|for\s+a\s+(?:second|third)\s+time|[.,;!:()\u2014\u2013-]|$))(?!\s+on\s+(?:a\s+)?(?:high"
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
        rf"|swan|end(?=(?:\s+of\s+the\s+(?:road|line))?\s+for\b))(?:\s+(?:one|outing|chapter|song|run|of\s+the\s+(?:road|line)))?\s*(?:of|for)\s+{OBJECT}(?P<subject>{w.SUBJECT})",
        "final|last|swan|end",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"{ACTOR}\s+{w.AUX}(?P<verb>(?:bring(?:s|ing)?|brought))\s+{OBJECT}(?P<subject>{S}|{w.GENERIC})\s+to\s+(?:an\s+end|a\s+close|its\s+(?:end|close|conclusion))\s+(?:with|after)\s+(?:its\s+|the\s+)?(?:[\w-]+\s+)?{N}",
        "bring|brought",
        needs=(N,),
    ),
    rule(
        Predicate.ENDING,
        rf"(?P<verb>{N})\s+of\s+{OBJECT}(?P<subject>{w.SUBJECT})(?P<aux>\s+(?:(?:will|is|was|to|set|also"
        rf"|officially|confirmed|announced|expected)\s+){{1,4}}(?:be\s+|serve\s+as\s+|mark\s+)?)(?:its|the"
        rf"|their)\s+(?:(?:show|series|drama|comedy)['\u2019]s\s+)?(?:final|last|swan)\b",
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
