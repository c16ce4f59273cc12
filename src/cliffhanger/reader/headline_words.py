"""The words by which headlines tell a fate, matched against marked headlines in lower case.

What a platform does to a show is told with any verb that a headline writer can
think of; so here the verbs are named that tell something else, and every other
one counts.
"""

from __future__ import annotations

import re

from cliffhanger.reader.fate_words import KINDS, LIST
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW, SPEECH

S, N, P, D = SHOW, SEASON, PLATFORM, DATE

_WORD = r"[\w\u2019'&-]+"
_SHOWN = r"['\u2019]?(?:\s*\([^()]{0,40}\))?"

ELSEWHERE = Hinted(
    r"\b(?:trailers?|teasers?|recaps?|reviews?|explained|podcasts?|tours?|concerts?|contracts?|carriage|lease|vows?"
    r"|passports?|licen[cs]es?|licensing|subscriptions?|memberships?|culture|flights?|festivals?|gigs?|tickets?(?!\s+to\s+[\ue001])|movies?"
    r"|films?(?!ing|\s+(?:and|&)\s)|reunion|soundtrack|tapings?|recast\w*|polls?|ranking|ranked|predictions?|odds|theor(?:y|ies)|quiz"
    r"|video\s+games?|playoffs?|league|coach|drivers?|insurance|exclusive\s+clip|sneak\s+peek|first\s+look|cast\s+for|spoilers?"
    r"|why|how|what|where|when|which|should|deserves?)\b"
)
"""Such a headline tells of something else than a fate."""

NEGATED = re.compile(
    r"\b(?:not|never|no(?!\s+more\b)|yet\s+to|without|nor|neither|short\s+of|instead\s+of|rather\s+than|against|pass(?:es|ed)\s+on\s+\w+ing)\b"
    r"|n[\u2019']t\b"
)
NEWS_OF_ANOTHER = re.compile(
    r"\b(?:before|ahead\s+of|after|since|prior\s+to|until|following|weeks?|months?|days?|than|despite|during|as|while"
    r"|from|when|eve\s+of(?:\s+its)?|halfway\s+through|half\s+of)\s+(?:[\w\u2019'-]+\s+){0,2}$"
)
"""Before a season: it only dates the news."""

PART = re.compile(
    r"['\u2019]?s?\s+(?:premiere|finale|trailer|teaser|debut|launch|opener|episodes?|cast|star|date|poster|review|recap"
    r"|(?:will|to)\s+(?:start|begin|premiere|air|return|arrive|launch|debut|land|drop|stream)|release|return|set|begins|starts|bows|has|is\s+(?:even\s+)?(?:out|here|over)|filming|production|kicks)\b"
)
"""Behind a season: something of it is spoken of."""

ORDERED = re.compile(
    r"\brenew(?:s|ed|al|ing)?\b|\bre-?ups?\b|\bre-?upped\b|\bgreen-?li(?:t|ghts?|ghted)\b|\bgreen\s?lights?\b"
    r"|\bgo-?ahead\b|\border(?:s|ed)?\b|\bpick(?:s|ed)?(?:\s+it)?\s+up\b|\bpick-?ups?\b|\b(?:re)?commission(?:s|ed)\b"
    r"|\bconfirm(?:s|ed)\b(?!\s+as)|\bmakes?\s+it\s+official\b|\bcommits?\s+to\b|\bsigns?\s+(?:up\s+for|off\s+on)\b|\badding\b"
)
_TELLS_ELSE = (
    r"(?:releas|drop|set|dat|unveil|teas|preview|push|delay|mov|film|wrap|cast|shoot|debut|premier|air|launch(?!\w*\s+[\ue000])"
    r"|stream|start|begin|end|cancel|ax|scrap|recap|reveal|show|shar|post|promot|trail|say|said|den|hint|weigh|consider|ey|want"
    r"|mull|near|plan|schedul|slat|plot|prep|tr(?:y|ies)|hop|discuss|explain|talk|kill|halt|paus|shelv|drag|bin|los|clos|split)\w*"
)
BUYS = re.compile(
    rf"{P}['\u2019]?\s+(?:(?:also|officially|just|now|quickly|already|has|have)\s+){{0,2}}(?!{_TELLS_ELSE}\b)"
    rf"(?:{_WORD}(?:s|ed|t|ve)|gave|brought|won|made|dug|kept)\b(?:\s+{_WORD}){{0,4}}?\s+(?:an?\s+|its\s+|the\s+)?"
    rf"(?:{_WORD}\s+){{0,3}}?{N}(?:\s+(?:renewal|order|pick-?up))?\s+(?:of|for|to)\s+(?:{_WORD}\s+){{0,5}}?{S}"
    rf"|{P}['\u2019]?\s+(?:(?:also|officially|just|now|quickly|already|has|have)\s+){{0,2}}(?!{_TELLS_ELSE}\b)"
    rf"(?:{_WORD}(?:s|ed|t|ve)|gave|brought|won|kept)\b(?:\s+{_WORD}){{0,5}}?\s+{S}{_SHOWN}(?:,)?\s+(?:{_WORD}\s+){{0,4}}?"
    rf"(?:for|to|into|with|through|adding|giving|an?)?\s*(?:an?\s+|its\s+)?{N}"
)
"""A platform does something with a season of a show that is none of the other things."""

HAS = re.compile(
    rf"(?:\b(?:(?:will|to)\s+(?:have|get)|gets?|bags?|lands?|scores?|nabs?|books?|earns?|wins?|snags?|secures?|grabs?|lines\s+up|adds?|notches|sets\s+up"
    rf"|keeps\s[^.;]{{1,40}}?\bwith|(?:hands?|gives?|grants?)(?:\s+[\w\u2019'{S}-]+){{1,3}}|is\s+(?:a\s+go|good)\s+for"
    rf")|\b(?:sticks?|sticking|stays?|staying)\s+(?:around|put)\s+for|{S}{_SHOWN}\s+(?:(?:is|will|be|to|set|officially|now|comes?|coming)\s+){{0,4}}(?:back|returns?|returning|in|on)\s+for)\s+"
    rf"(?:an?\s+|its\s+|the\s+)?(?:[\w-]+\s+)?$"
)
"""Right before a season: the show has it now."""

GOES_INTO = re.compile(
    rf"{S}['\u2019]?\s+(?!(?:head|look|gear|lead|build|count|point|jump|turn|peek|tease|get|move\s+from)\w*\b)(?:\w+s)\s+"
    rf"(?:(?:its|her|his|their|the)\s+\w+\s+|back\s+|on\s+|right\s+|straight\s+|deeper\s+)?(?:in)?to\s+$"
)
"""Right before a season: the show itself goes there."""

# Verbs of which a season may be the object, and is not ordered by them.
_NOT_BOUGHT = (
    r"(?:promis|skip|reject|refus|declin|defend|add|upload|remov|pull|bring|miss|rush|rat|review|need|ditch|abandon|block|doubt"
    r"|question|rul|remak|re-?edit|rewrit|expand|extend|answer|address|clarif|hold|save|licens|acquir|deliver|complet|finish)\w*"
)
_WITH_RENEWAL = rf"\bwith\s+{N}\s+(?:renewal|pick-?up)\b"
WITH_RENEWAL = re.compile(_WITH_RENEWAL)
FIGURES = re.compile(
    rf"{P}['\u2019]?\s+(?:(?:also|officially|just|now|quickly|already)\s+){{0,2}}(?!(?:{_TELLS_ELSE}|{_NOT_BOUGHT})\b){_WORD}s\s+"
    rf"(?:(?:up|in|on|back|out|down)\s+)?(?:(?:for|to|into)\s+)?(?:an?\s+|its\s+)?{N}\s*$"
    rf"|{S}{_SHOWN}\s+(?!(?:gear|line|prep|ramp|load|brush|catch|look|head|count|star|pick)\w*\b){_WORD}s\s+(?:in|up|on|back)\s+for\s+"
    rf"(?:an?\s+|its\s+|the\s+)?(?:[\w-]+\s+)?{N}"
    rf"|{S}{_SHOWN}\s+says\s+[\"'\u2018\u201c]?(?!(?:no|not|never|bye|goodbye|farewell|adieu)\b)[\w{SPEECH}]+[\"'\u2019\u201d]?\s+to\s+{N}"
    rf"|{S}{_SHOWN}\s+(?!(?:{_TELLS_ELSE}|{_NOT_BOUGHT}|head|look|gear|lead|build|count|point|jump|turn|peek|get|star|guest|fan)\w*\b){_WORD}s\s+(?:up\s+)?{N}\s+at\s+{P}"
    rf"|{S}{_SHOWN}\s+(?:is|will\s+be)\s+back\s+for\s+more\b[^?]*{N}\s*$|{_WITH_RENEWAL}"
)
"""A season is bought, or a show goes on to it, in whatever words; nothing else may stand behind it."""

OFFICIAL = re.compile(
    rf"{N}['\u2019]?\s+(?:is\s+|has\s+been\s+|was\s+)?(?:now\s+)?(?:officially\s+)?(?:official(?!ly)|confirmed|greenlit|ordered|officially\s+announced|announced(?=\s*(?:$|[.,;:!]|right\b|after\b|as\b))|a\s+go"
    rf"|happening|on\s+the\s+way)\b(?!\s+(?:as|release|premiere|date|trailer|for\s+[\w]+\s+(?:premiere|release)))"
)
RENEWAL = re.compile(
    rf"{S}{_SHOWN}\s+(?!(?:{_TELLS_ELSE}|{_NOT_BOUGHT}|await|seek|deserv|chas|fight|lobb|cheer|celebrat|get|face|star)\w*\b){_WORD}s\s+(?:(?:up|in)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{N}\s+)?renewal\b"
)
"""A show does something to a renewal that it has."""

BROUGHT_BACK = re.compile(
    rf"{P}\s+(?:bring(?:s|ing)|brought)\s+back\s+(?:{_WORD}\s+){{0,3}}?{LIST}\s+for\s+(?:\d{{4}}[-\u2013]\d{{2}}|the\s+\d{{4}}|next\s+(?:season|year)"
    rf"|another\s+(?:season|year|round))"
    r"|\brevers(?:es|ed|ing)\s+(?:its\s+|the\s+)?(?:cancell?ation|decision\s+to\s+cancel)"
)

STOPPED = re.compile(
    r"\bcancel(?:s|led|ed|ling|ing|lation)?\b|\baxe[sd]?\b|\bthe\s+axe\b|\bscrap(?:s|ped)\b"
    r"|\bpull(?:s|ed|ing)?\s+(?:the\s+)?plug\b|\bkill(?:s|ed)(?:\s+off)?\b|\bcanned\b|\bnix(?:es|ed)\b|\bshelve[sd]\b"
    r"|\bgives?\s+up\s+on\b|\bdump(?:s|ed)\b|\bbin(?:s|ned)\b|\bpart(?:s|ed)\s+ways\b|\bsays?\s+no\s+to\b|\bpass(?:es|ed)\s+on\b"
    r"|\bfold(?:s|ed)\s+on\b|\bend(?:s|ed)\b|\bdrop(?:s|ped)\b|\bbring(?:s)?\s+down\s+the\s+curtain\b|\bswitch(?:es|ed)\s+off\b"
    r"|\bcall(?:s|ed)\s+time\b|\bshow(?:s|n)\s+the\s+door\b|\b(?:is|are)\s+(?:over|done|dead|finished|out|no\s+more)\b"
    r"|\bgame\s+over\b|\blights\s+out\b|\b(?:shows|shown)\s+[^.;:]{1,30}?\s+the\s+door\b"
    r"|\bbites?\s+the\s+dust\b|\bgets?\s+the\s+(?:axe?|boot|chop|hook)\b|\bget\s+the\s+chop\b|\bsunk\b|\bsinks\b|\bmeets?\s+its\s+end\b"
    r"|\bcloses\s+the\s+(?:case|book|door)\b"
)
BY_PLATFORM = re.compile(
    rf"{P}['\u2019]?\s+(?!(?:renew|return|reviv|reunit|rescu|sav|order|pick|bring|resurrect|air|show|stream|releas|acquir|licens|land|add|get)\w*\b)"
    rf"{_WORD}(?:s|ed|t)\b[^.;:]{{0,60}}?{S}[^.;:]{{0,30}}?\bafter\b"
    rf"|{S}['\u2019]?\s+(?!(?:renew|return|reviv|rescu|sav|order|pick|resurrect|air|stream|releas|acquir|licens|land|add|extend)\w*\b)"
    rf"{_WORD}ed\s+(?:by|at)\s+{P}[^.;:]{{0,20}}?\bafter\b"
)
"""A platform does something to a show "after three seasons"."""

ONE_AND_DONE = re.compile(r"\bone[\s-]and[\s-]done\b|\bone-season\s+wonder\b")
REFUSED = re.compile(
    rf"\b(?:won[\u2019']t|will\s+not|isn[\u2019']t|not)\s+(?:be\s+)?(?:mak(?:e|ing)|get(?:ting)?|return(?:ing)?\s+for"
    rf"|com(?:e|ing)\s+back\s+for|back\s+for|order(?:ing)?|mov(?:e|ing)\s+(?:ahead|forward)\s+with|go(?:ing)?\s+(?:ahead|forward)\s+with"
    rf"|renew(?:ing)?\s+[^.;]{{0,40}}?for)\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}"
    rf"|\b(?:loses?|lost)\s+(?:its|the)\s+(?:[\w-]+\s+){{0,2}}{N}|\bno\s+(?:[\w-]+\s+)?{N}\s+for\s+[^.;?]{{0,20}}?{S}"
    rf"|\b(?:won[\u2019']t|will\s+not)\s+\w+\s+(?:in)?to\s+(?:an?\s+)?{N}"
    rf"|\b(?:won[\u2019']t|will\s+not|not)\s+(?:be\s+)?(?:back|coming\s+back|returning)\s+for\s+(?:an?\s+)?(?:[\w-]+\s+)?{N}"
)
TAKEN_BACK = re.compile(
    r"\b(?:tak(?:es?|ing)\s+back|undoes(?=[^.;]{0,40}\brenewal)|revers(?:es|ed|ing)|rescinds?|goes\s+back\s+on|un-?renew(?:s|ed)?|scraps?\s+renewals?)\b"
    rf"|\bdespite\s+(?:(?:[\w\u2019'-]+|{N})\s+){{0,3}}(?:renewal|pick-?up|order)\b|\bafter\s+(?:renewing|(?:being\s+)?renewed)\b"
)
AFTER_ONE = re.compile(
    r"\bafter\s+(?:just\s+|only\s+|its\s+)?(?:a\s+)?(?:single|lone|one|sole|(?<=its\s)first)\s+(?:[\w-]+\s+)?(?:season|series)\b"
)
AFTER = re.compile(r"\bafter\s+(?:its\s+|the\s+)?$")
AFTER_YEARS = re.compile(r"\bafter\s+(?:\w+\s+)?(?:\d{1,2}|ten|twenty|thirty)\s+years\b")
AFTER_CANCELLED = re.compile(
    rf"\b(?:after|since|following)\s+(?:being\s+)?(?:(?P<who>{P})['\u2019]?s?\s+)?(?:its\s+)?(?:cancel\w+|ax(?:e|ed|ing)\b"
    rf"|swung\s+the\s+axe|dropp\w+|pulled\s+the\s+plug|scrapp\w+)|,\s+(?:dropped|cancell?ed|axed|scrapped)\s+by\s+(?P<by>{P})"
)

_LEAVES = (
    r"(?!(?:return|be\s+back|premiere|debut|come\s+back|begin|start|launch|continue|film|air|stream|get|have|feature|run|last"
    r"|star|join|play|appear|land|drop|arrive|explore|follow|introduce|answer|reveal|pick\s+up|move|expand|grow)\b)"
)
ORDERED_BEHIND = re.compile(r"\s+(?:renewal|pick-?up|order)\b")
"""Behind a season: it is ordered, and ends nothing."""

ENDS = re.compile(
    rf"(?:{S}{_SHOWN}\s+(?:(?:{KINDS}|{P})\s+)?(?:(?:is|are|officially|now)\s+)?(?:set\s+)?(?:to|will)\s+{_LEAVES}{_WORD}(?:\s+{_WORD}){{0,6}}?"
    rf"|\b(?:to|will)\s+(?:end|close\s+the\s+(?:door|book)s?\s+on|wrap\s+up|say\s+goodbye\s+to|bid\s+farewell\s+to)\s+{S}{_SHOWN}"
    rf"|\b(?:(?:to|will)\s+(?:end|conclude|wrap|close|finish|bow|sign|say|hang|go|come|take)|end(?:s|ing)|conclud(?:es|ing)|wrapping|wraps|closing"
    rf"|closes|bowing|bows\s+out|signing\s+off|signs\s+off|going\s+dark|coming\s+to\s+an\s+end|hanging\s+up|saying\s+goodbye"
    rf"|says\s+goodbye|calls?\s+it\s+quits|finish(?:es|ing)|dies|done)\b[^.;{S}{N}{D}]{{0,50}}?)\s(?:with|after|in|following)\s+"
    rf"(?:its\s+|the\s+|their\s+)?(?:[\w-]+\s+)?$"
    rf"|{P}\s+(?:to|will)\s+{_LEAVES}(?!(?:releas|order|renew|mak|produc|develop|bring|replac|pair|split|doubl|follow|rest)\w*\b)"
    rf"{_WORD}\s+(?:the\s+)?(?:{_WORD}\s+){{0,2}}?(?:{KINDS}|{S}{_SHOWN})\s+after\s+(?:its\s+|the\s+)?(?:[\w-]+\s+)?$"
)
"""Right before a season: with it the show ends, by plan."""

IS_LAST = re.compile(
    rf"{N},\s+(?:and|which)\s[^.;]{{0,30}}?\b(?:is|will\s+be)\s+(?:the|its)\s+(?:last|final)\b|{N}['\u2019]?(?:,\s[^,;:]{{1,40}},)?\s+(?:is(?:\s+(?:declared|named))?|will\s+be|to\s+be|(?:is\s+)?confirmed\s+as|set\s+as|as|marks|:)\s+(?:the\s+|its\s+)?(?:very\s+)?(?:end|last|final|finish)\b"
    rf"(?!\s+(?:frontier|fantasy|episode))"
)
FOR_GOOD = Hinted(
    rf"\b{KINDS}\s+(?:(?:is|set)\s+)*(?:to|will)\s+(?:end|finish|conclude|come\s+to\s+an\s+end)\b|"
    r"\b(?:ends|ending|signs?\s+off|bows?\s+out|goes?\s+off\s+the\s+air|says?\s+goodbye|wraps?(?:\s+up)?|leaves)\s+for\s+good\b"
    rf"|\bseries\s+finale\b(?!\s+(?:recap|review|explained|reaction|fans))|\bfinal\s+{S}\s+season\b|\bon\s+final\s+{S}|\blast(?:[\s-]ever)?\s+episode\s+(?:airs|ever|of\s+all|goes)"
    rf"|{S}{_SHOWN}\s+says?\s+(?:farewell|goodbye)\b|\bclosing\s+(?:episodes|chapter)\b|{S}{_SHOWN}\s+rides\s+into\s+the\s+sunset\b"
)
LATTER = re.compile(
    r"\b(?:the\s+latter|the\s+last|the\s+final\s+one)\b[^.;]{0,30}?\b(?:clos|end|conclud|finish|wrap|final|last)\w*\b"
    r"|\bthe\s+latter\s+its\s+last\b"
)
"""Of seasons that are ordered together the last one ends the show."""

NO_SEASON = re.compile(rf"\bno\s+{N}")
OF_KIND = re.compile(
    rf"\b{KINDS}\s+(?:(?:is|has\s+been|officially)\s+){{0,2}}(?P<done>renewed|cancell?ed|axed|scrapped)\b"
    rf"|{P}\s+(?:(?:has|officially|quietly)\s+){{0,2}}(?P<does>renews|re-?ups|recommissions|cancels|axes|scraps|drops)\s+(?:the\s+|its\s+)?"
    rf"(?:{_WORD}\s+){{0,6}}?{KINDS}\b(?=\s*(?:$|[,;.:!]|after\b|at\b))"
    rf"|\b{KINDS}\s+(?:is\s+)?(?P<is>done|over|finished|dead|out)(?=\s+after\s+(?:just\s+|only\s+)?(?:{N}|one|a\s+single))"
    rf"|{P}\s+has\s+(?P<has>renewed|cancell?ed|axed|scrapped)\s+(?:the\s+)?{KINDS}\b(?=\s*(?:$|[,;.:!]|after\b))"
    rf"|,\s+(?P<doing>renewing|cancell?ing|axing|scrapping)\s+(?:the\s+|its\s+)?(?:{_WORD}\s+){{0,6}}?{KINDS}\b(?=\s*(?:$|[,;.:!]|after\b|at\b|on\b|before\b|ahead\b))"
)
"""What is told of "the drama" or "the comedy" is told of the one show that the headline names."""

RESCUED = Hinted(
    rf"(?P<saver>{P})\s+(?:rescues|saves|revives)\b(?!\s+(?:the\s+)?(?:day|date|money|best)\b)"
    rf"|\b(?:dropped|dumped|cancell?ed|axed)\s+by\s+{P},\s+[^.;]{{0,15}}?{S}[^.;]{{0,40}}?\b(?:at|on|to|with)\s+(?P<new>{P})|"
    rf"\b(?:finds?|found)\s+(?:[\w\u2019'-]+\s+){{0,2}}?(?:harbou?r|home|life)\s+(?:at|on|with)\s+(?P<to>{P})"
    rf"|\b(?:finds?|found)\s+a\s+new\s+home:?\s+(?P<home>{P})"
    rf"|(?P<buyer>{P})\s+(?:picks\s+up|picked\s+up|saves|rescues|revives|swoops\s+in\s+for|to\s+the\s+rescue)\b"
    rf"(?=.*\b(?:dropped|dumped|cancel\w+|axed?|scrapped|ditched)\b)|\bun-?cancel(?:s|led|ed)\b|\bsaved\s+by\s+(?P<by>{P})|\bswoops\s+in\b"
    rf"|{S}['\u2019]?\s+(?:jumps|moves|hops|leaps|flies\s+on|lives\s+on|flies|goes|shifts|heads|beams|relocates)\s+(?:over\s+)?(?:from\s+{P}\s+)?(?:to|at)\s+(?P<jumps>{P})(?=.*(?:{N}|\b(?:cancel\w+|ax(?:e|ed|ing)?|plug|dropped|dumped)\b))"
    rf"|{S}['\u2019]?\s+lands\s+at\s+(?P<lands>{P})(?=.*\b(?:cancel\w+|ax(?:e|ed|ing)|plug|dropped))"
    rf"|(?P<maker>{P})\s+to\s+make\s+{N}\s+of\s+[^.;]{{0,20}}?{S}[^.;]{{0,20}}?\bafter\b[^.;]{{0,30}}?\b(?:cancel\w+|axing|axe|plug)\b"
)
LIMBO = Hinted(
    rf"{N}\s+(?:(?:is|remains|still)\s+)*(?:up\s+in\s+the\s+air|in\s+limbo|undecided|in\s+doubt|uncertain)\b|{P}\s+(?:(?:is|still)\s+)*undecided\s+(?:on|about)\b|"
    rf"{P}\s+hits\s+pause\s+on\s+{S}|{S}[^.;]{{0,10}}?\s(?:will\s+not|won[\u2019']t)\s+return\s+for\s+(?:the\s+)?foreseeable\b|"
    r"\byet\s+to\s+(?:decide|renew|order|announce|commit|say)\b|\b(?:future|fate)\b[^.;]{0,40}?\b(?:up\s+in\s+the\s+air|in\s+limbo"
    r"|in\s+doubt|unclear|uncertain|unknown|hangs|undecided|in\s+the\s+balance)\b|\bputs\s+off\s+(?:verdict|decision)\b"
    r"|\bstill\s+(?:no\s+(?:word|decision|news)|(?:has|have)(?:n[\u2019']t|\s+not)\s+(?:decided|said|renewed))\b"
    r"|\bnothing\s+(?:is|has\s+been)\s+(?:yet\s+)?decided\b|\b(?:is|remains)\s+(?:still\s+)?(?:a\s+mystery|undecided|up\s+in\s+the\s+air)\b"
    r"|\bno\s+(?:word|decision)\s+(?:yet|so\s+far)\b|\bin\s+limbo\b|\bstill\s+waiting\s+(?:on|for)\s+(?:word|a\s+decision|news)\b"
    rf"|{P}\s+(?:isn[\u2019']t\s+saying|keeps\s+(?:quiet|mum|silent)|stays\s+(?:quiet|mum|silent)|won[\u2019']t\s+say|hasn[\u2019']t\s+said)\b"
)
_JOKE = rf"[^{S}{N}{P}:;!?|\u2013\u2014]"
JOKE = re.compile(rf"^{_JOKE}{{1,80}}[:!?\u2013\u2014]\s+")
"""What a headline opens with before it comes to its show: "No mercy, one last time: ..."."""

PLAIN = Hinted(r"\b(?:set\s+to|fans?\s+\w+|hopes?\s+up|wants\s+more|odds)\b")
"""These make a plan or a hope of a sentence, and nothing of a headline."""
