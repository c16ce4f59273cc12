"""How English says that a platform will not go on with a show: it refuses a season, or is done with the show.

Each rule is a construction; the words of one meaning stand in one place and serve
in every voice and tense.
"""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.fate_pieces import ACTOR, LINK, MORE, OF_IT, OF_SHOW, OPENS, OWNED, A, N, P, Rule, S, rule

# Who acts is a platform, and no actor who "read the script and passed on a third season".
_WHO = rf"(?:{ACTOR}(?:,\s+which)?|\b(?:it|they)|{P}[^.;:{S}]{{1,80}}?\b(?:and|but))"
# "Decided not to", "would not", "is not": behind these stands what is not done.
_NOT_TO = (
    r"(?P<refused>(?:decid\w+|opt\w*|cho(?:se|sen|os\w+)|elect\w*)\s+(?:not\s+to|against)|declin\w+\s+to|refus\w+\s+to"
    r"|(?:will|would|did|does|do|is|are|was|were)\s+(?:also\s+|likewise\s+)?(?:not|no\s+longer)(?!\s+yet)|(?:wo|would|did|does|do|is|are|was|were)n[\u2019']t(?!\s+yet)|no\s+longer)"
)
_MAKE = (
    r"(?:renew|pick(?:ing)?\s+up|bring(?:ing)?\s+back|order|mak(?:e|ing)|produc(?:e|ing)|commission|re-?commission|green\s?light|giv(?:e|ing)|grant"
    r"|(?:mov(?:e|ing)|proceed|go|press|push|continu(?:e|ing))(?:ing)?(?:\s+(?:forward|ahead|on))?(?:\s+with)?)(?:ing)?"
)
# "Passed on a third season of S", "scrapped plans for a third".
_PASSES = (
    r"(?:pass(?:es|ed|ing)?\s+on|sa(?:ys|id|ying)\s+no\s+to|turn(?:s|ed|ing)\s+down|reject(?:s|ed|ing)?|nix(?:es|ed|ing)?|(?:scrap(?:s|ped|ping)?|shelv(?:es?|ed|ing)|drop(?:s|ped|ping)?"
    r"|abandon(?:s|ed|ing)?|scuttl(?:es?|ed|ing)|cancel(?:s|l?ed|l?ing)?|ax(?:es?|ed|ing))(?:\s+(?:(?:its|the|all|any)\s+)?plans\s+(?:for|to\s+(?:make|continue|shoot|produce)))?|rul(?:es|ed|ing)\s+out)"
)
# What is done to a show that stops, beside what fate_words.CANCELLED has.
_DONE_AWAY = (
    r"(?:dump(?:ed)?|ditch(?:ed)?|jettison(?:ed)?|discontinu(?:ed)?|terminat(?:ed)?|abandon(?:ed)?|discard(?:ed)?)"
)
_DOES_AWAY = (
    r"(?:dump(?:s|ed)|ditch(?:es|ed)|jettison(?:s|ed)|discontinue[sd]|terminate[sd]|abandon(?:s|ed)|discard(?:s|ed)|cut(?:s)?\s+(?:ties|bait)\s+(?:with|on)|lop(?:s|ped|ping)\s+off"
    r"|clos(?:es|ed)\s+the\s+(?:books?|doors?|curtain|chapter|case)\s+(?:on|of)|shut(?:s)?\s+the\s+door\s+on|call(?:s|ed)\s+it\s+quits\s+on|stop(?:s|ped)?\s+making"
    r"|(?:hand|giv|issu)(?:s|es|ed|ing)\s+(?:a\s+)?pink\s+slips?\s+to|gave\s+(?:a\s+)?pink\s+slips?\s+to|put(?:s)?\s+away|scuttle[sd]\s+plans\s+to\s+continue|put(?:s)?\s+an\s+end\s+to|dispens(?:es|ed)\s+with)"
)
_TO_END = (
    r"(?:(?:decid\w+|opt\w*|cho(?:se|sen|os\w+)|elect\w*|mov(?:es|ed)|ma(?:de|kes)\s+(?:the|a)\s+decision)\s+to\s+)(?:cancel|axe?|scrap|drop|(?:end|conclude|wrap\s+up|finish)(?=[^.;]{0,90}\bafter\b)|shelve|dump|ditch|let\s+go\s+of|part\s+ways\s+with|pull\s+the\s+plug\s+on"
    r"|call\s+time\s+on|stop\s+making|cut\s+ties\s+with|bring\s+down\s+the\s+curtain\s+on)"
)
# "Denied a second season", "failed to win a renewal".
_NOT_GIVEN = (
    rf"(?:(?:denied|refused)\s+(?:{A}{N}(?:\s+renewal)?|a\s+renewal)|failed\s+to\s+(?:win|earn|get|score|secure|land|receive|nab|snag)\s+(?:{A}{N}(?:\s+(?:renewal|pick-?up|order))?|(?:a\s+|its\s+)?(?:renewal|pick-?up))"
    rf"|(?:failed\s+to|did\s+not|didn[\u2019']t)\s+make\s+the\s+(?:cut|grade)|miss(?:es|ed)\s+(?:the\s+cut|out\s+on\s+{A}(?:{N}|renewal))|(?:did\s+not|didn[\u2019']t|will\s+not|won[\u2019']t|does\s+not)\s+(?:get|see|have|receive|earn|win|score)\s+(?:{A}{N}(?!\s+(?:premiere|finale|opener|trailer|episode|date|release))|an?\s+(?:renewal|pick-?up)))"
)
# "Out on P" is shown there, and "out after two years" has been made for so long.
_OVER = (
    rf"(?:over|done|finished|dead|gone|no\s+more|history|through|kaput|toast|out(?=\s+after\s+(?:just\s+|only\s+)?{N})"
    rf"|one[\s-]and[\s-]done)"
)
_AFTER_N = (
    rf"(?:after|following|with)\s+(?:just\s+|only\s+)?(?:[\w-]+\s+episodes\s+and\s+)?(?:an?\s+)?(?:{N}|(?:one|single"
    rf"|lone|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s+(?:hours?|minutes?|nights?|days?|weeks?|months?|episodes?)\b))"
)

REFUSALS: tuple[Rule, ...] = (
    rule(
        Predicate.RENEWED,
        rf"(?:{_WHO}|{P}[^.;:{S}]{{1,80}}?\bthat\s+(?:he|she))(?P<aux>\s+(?:[\w\u2019']+\s+){{0,4}}?){_NOT_TO}\s+(?:be\s+)?(?P<verb>{_MAKE})\s+(?!(?:the|its)\s){MORE}{OF_SHOW}(?!\s+(?:available|public|until)\b)",
        "not |against|declin|refus|n't |n\u2019t |no longer",
        needs=(N, "more", "further", "additional"),
    ),
    rule(
        Predicate.RENEWED,
        rf"{_WHO}(?P<aux>\s+(?:[\w\u2019']+\s+){{0,4}}?){_NOT_TO}\s+(?:be\s+)?(?P<verb>bring(?:ing)?|renew(?:ing)?)\s+{OWNED}(?P<subject>{w.LIST}|{w.GENERIC})",
        "not |against|declin|refus|n't |n\u2019t |no longer",
        needs=("bring", "renew"),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{_WHO}\s+{w.AUX}(?P<verb>{_PASSES}\s+(?:(?:mak|order|produc)ing\s+)?{MORE}){OF_SHOW}",
        "pass|no to|down|reject|nix|scrap|shelv|drop|abandon|scuttl|cancel|ax|out",
        needs=(N, "more", "further", "additional"),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{_WHO}\s+{w.AUX}(?P<verb>{_DOES_AWAY}|{_TO_END})\s+{OWNED}(?P<subject>{w.LIST}|{w.GENERIC})(?!\s+(?:tour|event|deal|onto|into|to\s|on\s+\w+days\b|(?:on\s+)?{w.D}\s+nights?\b))",
        "dump|ditch|jettison|discontinu|terminat|abandon|discard|cut|lop|clos|shut|quits|making|slip"
        "|away|scuttl|an end to|dispens|let|decid|opt|chos|elect|move",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}\s+{w.AUX}(?P<verb>sent|sends|sending|show(?:s|ed|n)?)\s+(?P<subject>{w.LIST}|{w.GENERIC})\s+(?:packing|the\s+door)\b",
        "packing|the door",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}{w.AUX}(?P<verb>{_NOT_GIVEN})",
        "denied|refused|fail|miss|not |n't |n\u2019t ",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}(?P<aux>(?:(?:is|are|was|were|has|have|been|being|also|likewise|both|all|now|just|officially|quietly)\s+){{1,4}})(?P<verb>{_DONE_AWAY}|(?:not\s+(?:retained|kept|saved|spared|asked\s+back|brought\s+back)|left\s+off\s+(?:the|its)\s+\w+|sent\s+packing|shown\s+the\s+door|put\s+out\s+to\s+pasture|put\s+to\s+rest|laid\s+to\s+rest"
        rf"|let\s+go(?=\s+(?:following|by|in|at|after|last|this)\b)|handed\s+(?:(?:its|their)\s+walking\s+papers|(?:a\s+)?pink\s+slips?)|given\s+(?:the\s+(?:boot|hook|axe?|chop|heave-ho)|(?:its|their)\s+walking\s+papers|(?:a\s+)?pink\s+slips?)))\b",
        "dump|ditch|jettison|discontinu|terminat|abandon|discard|retained|kept|saved"
        "|spared|back|left off|packing|door|pasture|rest|let go|papers"
        "|slip|given the",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}\s*(?P<aux>(?:(?:is|are|was|were|now|also|officially|both|all)\s+){{1,3}})(?P<verb>{_OVER})(?=\s+(?:(?:over\s+)?at\s+{P}|{_AFTER_N}))(?!\s+(?:over\s+)?at\s+{P}[^.;]{{0,80}}\b(?:final|last)\b)",
        "over|done|finished|dead|gone|no more|history|through|kaput|toast| out",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S})['\u2019]?\s+(?P<aux>)(?P<verb>(?:gone|over|done|finished|out(?=\s+after\s+(?:just\s+|only\s+)?{N})|dead|axed|cancell?ed))\s+(?={_AFTER_N})",
        "gone after|over after|done after|finished after|out after|dead after|axed after|canceled after"
        "|cancelled after",
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}(?P<verb>(?:will\s+not|won[\u2019']t)\s+be\s+(?:part\s+of|(?:back\s+)?on)\s+(?:{P}(?:['\u2019]s?)?|the\s+network['\u2019]s)\s+(?:(?:(?:\d{{4}}-\d{{2}}|next|primetime)\s+)?(?:line-?up|schedule|slate)|next\s+(?:season|year|fall)))",
        "part of|be on|back on",
    ),
    rule(
        Predicate.CANCELLED,
        rf"\b(?:after|following|since|despite)\s+(?:having\s+been|being)\s+(?P<aux>)(?P<verb>{w.CANCELLED}|let\s+go|cut\s+loose|dumped)\b(?:\s+(?:by|at)\s+(?P<platform>{P}))?[^.;,{S}]{{0,60}},\s+(?:[\w\u2019'-]+\s+){{0,5}}?(?P<subject>{S})",
        "being|having been",
        needs=("cancel", "axed", "scrapped", "dropped", "let go", "loose", "dumped"),
    ),
    # "Was sad not to be commissioning a third series".
    rule(
        Predicate.RENEWED,
        rf"\b(?P<aux>)(?P<refused>not)\s+to\s+be\s+(?P<verb>commissioning|ordering|making|renewing|producing)\s+{MORE}{OF_SHOW}",
        "not to be",
        needs=(N, "more", "further"),
    ),
    # "A fifth season of the drama would not be made".
    rule(
        Predicate.CANCELLED,
        rf"(?:\b(?:an?|the)\s+)?(?:[\w-]+\s+)?(?P<verb>{N}(?:\s+of\s+{OWNED}(?P<subject>{S}|{w.GENERIC}))?(?:['\u2019]?,\s[^.;{S}]{{1,60}},)?\s+(?:(?:will|would)\s+not\s+be|(?:wo|would)n[\u2019']t\s+be|(?:is|was)\s+not|(?:is|was)n[\u2019']t)\s+(?:made|ordered|produced|commissioned|happening|going\s+(?:ahead|forward)|moving\s+forward|coming|in\s+the\s+cards))\b(?!\s+yet)",
        "not |n't |n\u2019t ",
        needs=(N,),
    ),
    # "Also gone from P's lineup: S and T", "not going forward are S and T".
    rule(
        Predicate.CANCELLED,
        rf"(?:^|[.;:]\s+){OPENS}(?:(?:also|likewise|meanwhile)\s+)?(?P<aux>)(?P<verb>not\s+(?:going|moving)\s+(?:forward|ahead)|not\s+(?:returning|coming\s+back|renewed|making\s+the\s+cut)|failing\s+to\s+make\s+the\s+cut|gone|axed|cancell?ed|dropped|out|done)\b"
        rf"(?:\s+(?:from|at|on)\s+{P}(?:['\u2019]s?)?(?:\s+(?:line-?up|schedule|slate))?)?(?:\s+(?:is|are|was|were)|:)\s+{OWNED}(?P<subject>{w.LIST})",
        "not going|not moving|not returning|not coming|not renewed"
        "|the cut|gone|axed|canceled|cancelled|dropped|out|done",
        needs=(S,),
    ),
    # "Is parting ways with five shows: comedies S and T, and dramas U and V".
    rule(
        Predicate.CANCELLED,
        rf"{_WHO}\s+{w.AUX}(?P<verb>{w.ACTIVE_CANCEL}|{_DOES_AWAY}|parting\s+ways\s+with|letting\s+go\s+of|saying\s+goodbye\s+to)\s+(?:[\w-]+\s+){{0,4}}?(?:shows|series|dramas|comedies|programs|sitcoms|titles|originals)(?:\s+[^.;:{S}]{{1,60}})?:\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?(?P<subject>{w.LIST})(?=['\u2019]?\s*(?:$|[.;]))",
        ":",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{_WHO}\s+{w.AUX}(?P<verb>cut(?:s|ting)?|turn(?:s|ed)?|let(?:s)?|put(?:s)?)\s+{OWNED}(?P<subject>{w.LIST}|{w.GENERIC})\s+(?:loose|out\s+to\s+pasture|to\s+rest)\b",
        "loose|pasture|to rest",
    ),
    rule(
        Predicate.RENEWED,
        rf"{_WHO}(?P<aux>\s+(?:[\w\u2019']+\s+){{0,3}}?){_NOT_TO}\s+(?P<verb>tak(?:e|ing)|carry|continu(?:e|ing)|extend(?:ing)?|keep(?:ing)?)\s+{OWNED}(?P<subject>{S}|{w.GENERIC})\s+(?:going\s+)?(?:into|to|for|beyond|past)\s+{A}{N}",
        "not |against|declin|refus|n't |n\u2019t |no longer",
        needs=(N,),
    ),
    # "Has put away S, ending the series after three seasons".
    rule(
        Predicate.CANCELLED,
        rf",\s+(?:effectively\s+|thus\s+|thereby\s+)?(?P<aux>)(?P<verb>ending)\s+{OWNED}(?P<subject>{S}|{w.GENERIC})\s+{_AFTER_N}",
        "ending",
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}[^.;{S}]{{1,70}},\s+(?P<aux>)(?P<verb>dumping|ditching|jettisoning|discontinuing|abandoning|lopping\s+off|letting\s+go\s+of|parting\s+ways\s+with|cutting\s+ties\s+with)\s+{OWNED}(?P<subject>{w.LIST})",
        "dumping|ditching|jettisoning|discontinuing|abandoning|lopping|letting|parting|cutting",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{P}(?:,\s+which)?\s+{w.AUX}(?P<verb>{w.ACTIVE_CANCEL}|{_DOES_AWAY})\s+(?P<subject>{S})(?=['\u2019]?\s+(?:for\s+good|(?:in|on|last|this|earlier)\b|{w.D}))",
        ", which",
        needs=(S,),
    ),
    # "Had its second-season order rescinded".
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{S}|{w.GENERIC}){LINK}\s*(?P<aux>)(?P<verb>ha[ds]\s+(?:had\s+)?its\s+(?:[\w-]+\s+)?(?:{N}\s+)?(?:order|renewal|pick-?up)\s+(?:rescinded|revoked|reversed|withdrawn|pulled|taken\s+back))\b",
        "rescinded|revoked|reversed|withdrawn|pulled|taken back",
        reverses=True,
    ),
    rule(
        Predicate.CANCELLED,
        rf"{_WHO}\s+{w.AUX}(?P<verb>(?:back(?:s|ed)\s+out\s+of|undo(?:es)?|undone|undid|renege[sd]\s+on|walk(?:s|ed)\s+back|withdr(?:ew|awn))\s+(?:its|the)\s+(?:[\w-]+\s+){{0,3}}?{N})(?P<subject>)(?!\s+of\b)",
        "backed out|backs out|undo|undid|renege|walk|withdr",
        needs=(N,),
        reverses=True,
    ),
    # "S, T and U are all over", "was one of five series cut by the network".
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.LIST})(?:\s*\([^()]{{1,30}}\))?\s+(?P<aux>are\s+(?:all|both)\s+)(?P<verb>over|done|finished|gone|dead|out|history)\b(?=\s*(?:[.,;]|$|and\b))",
        "all|both",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.SUBJECT}){OF_IT}{LINK}\s*(?P<aux>(?:(?:is|are|was|were|also)\s+){{1,2}})(?P<verb>(?:one\s+of|among)\s+(?:the\s+|those\s+)?(?:[\w-]+\s+){{0,3}}?(?:shows|series|dramas|comedies|sitcoms|programs|titles)\s+(?:that\s+)?(?:(?:{P}|the\s+network|the\s+streamer)\s+)?(?:cut|cancell?ed|axed|dropped|scrapped|let\s+go))\b",
        "cut|canceled|cancelled|axed|dropped|scrapped|let go",
        needs=("one of", "among"),
    ),
    rule(
        Predicate.CANCELLED,
        rf"\b(?:it|they)\s+(?P<aux>(?:is|are|was|were)\s+)(?P<verb>cancel(?:l)?ing|axing|scrapping|dropping|shelving|pulling\s+the\s+plug\s+on|ending(?=[^.;]{{0,60}}\bafter\b))\s+{OWNED}(?P<subject>{w.LIST})(?!\s+(?:tour|event|deal))",
        "canceling|cancelling|axing|scrapping|dropping|shelving|plug on|ending",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"{_WHO}\s+{w.AUX}(?P<verb>(?:opt(?:s|ed)\s+out\s+of|pass(?:es|ed)\s+on|sa(?:ys|id)\s+no\s+to|decid\w+\s+against|declin\w+)\s+more)\s+(?P<subject>{S})",
        " more",
        needs=(S,),
    ),
    rule(
        Predicate.CANCELLED,
        rf"(?P<subject>{w.LIST})['\u2019]?\s+(?P<aux>(?:have|has|also|all|both)?\s*)(?P<verb>(?:got|gets?|received)\s+(?:(?:a|their|its)\s+)?pink\s+slips?)\b",
        "pink slip",
    ),
)
