"""The words of fate: what English says of a series that goes on, stops, or waits.

Everything here is matched against marked sentences
(:mod:`cliffhanger.reader.document`), where S stands for a show, N for season
words, P for a platform and D for a date.
"""

from __future__ import annotations

import re

from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW

S, N, P, D = SHOW, SEASON, PLATFORM, DATE

KINDS = (
    r"(?:series|show|drama|comedy|sitcom|thriller|dramedy|anthology|spin-?off|prequel|sequel|reboot|revival|adaptation"
    r"|procedural|docuseries|anime|program(?:me)?|hit|mystery|western|saga|soap|opera|satire|telenovela|miniseries|epic"
    r"|original|offshoot|mockumentary|whodunit|adventure|vehicle|starrer|half-hour|sudser|skein|institution|phenomenon|(?<!the\s)(?<!this\s)(?<!their\s)romance|(?<=animated\s)veteran)"
)
"""Nouns that stand for a show."""

# Each begins with a letter, and looks back from it: a choice of letters is searched for faster than one of places.
_NOUNS = (
    rf"t(?<!\w.)hat\s+(?:{KINDS}|one)\b|t(?<!\w.)h(?:e|is)\s+(?:[\w\u2019'-]+\s+){{0,4}}?{KINDS}(?!\s+(?:{KINDS}\s+){{0,2}}(?:star|creator|boss|pilot|script|order|finale"
    rf"|premiere|[{SHOW}]))\b|i(?<!\w.)t\b|n(?<!\w.)either(?=\s+(?:was|is|has|will|got)\b)|b(?<!\w.)oth(?=\s+(?:was|were|are|have|had|will|got)\b)|t(?<!\w.)he\s+(?:pair|duo|trio|two)(?=\s+(?:was|were|are|have|had|will|got)\b)|t(?<!\w.)he\s+(?:former|latter)\b(?!['\u2019]|\s+(?:for|after)\b)|{PLATFORM}\s+(?:[\w\u2019'-]+\s+){{0,2}}?{KINDS}\b(?!\s+[{SHOW}])"
    # "Ada Example's oil drama has been extended".
    rf"|['\u2019](?<=[\w{PLATFORM}].)s?\s+(?!(?:other|another|new|newest|next|latest|last|first|second|own|only|upcoming|sister)\b)(?:[\w\u2019'-]+\s+){{0,4}}?{KINDS}(?=\s+(?:was|is|has|had|will|would|got|gets)\b)"
)
GENERIC = f"(?:{_NOUNS})"
"""What stands for a show named before."""

KIND_AFTER = rf"(?:\s+(?:the\s+)?(?:[\w\u2019'-]+\s+){{0,3}}?{KINDS}\b)?"
# What a row of shows does not run over: "renews S, cancels S".
_FATE_VERBS = (
    r"renew\w+|cancel\w*|ax(?:e|es|ed|ing)|scrap\w*|shelv\w+|kill(?:s|ed|ing)|end(?:s|ed|ing)?|order(?:s|ed|ing)|greenli\w+|picks|picked|saves|saved"
    r"|drop(?:s|ped|ping)|passes|pulls|sets|dates|moves|adds|brings"
)
LIST = (
    rf"{S}(?:['\u2019]?(?:\s*\([^()]{{1,30}}\))?(?:,\s+and|,|\s+and|\s+&"
    rf"|,\s+plus)\s+(?:(?!(?:an?\s+)?(?:\w+(?:nd|rd|th)|sophomore)\s+(?:to|of|for)\b|(?:from|of|by|like|than|with|starring|based|but|while|as|after|has|is|was|{_FATE_VERBS})\b)[\w\u2019'-]+\s+){{0,5}}?{S}(?!['\u2019]?s?\s+(?:spin-?off|prequel|sequel|offshoot|companion)\b))*"
    rf"(?:,?\s+(?:and|&|plus)\s+(?:\w+\s+){{0,2}}(?:more|others?)(?:\s+(?:{PLATFORM}\s+)?(?:shows|series|dramas|comedies))?\b)?"
)
"""One show or several in a row."""

SUBJECT = f"(?:{LIST}|{_NOUNS})"
"""Who something is said of."""

ASIDE = r"(?:\s*\([^()]{0,80}\)|,\s(?:[^,;.:]|\.(?=\d)){1,110},)?"
_ADVERBS = (
    r"(?:just|nevertheless|however|now|officially|also|already|reportedly|allegedly|likely|unlikely|finally|quietly|abruptly"
    r"|formally|recently"
    r"|currently|still|probably|definitely|apparently|swiftly|promptly|suddenly|surprisingly|sadly|effectively"
    r"|previously"
    r"|initially|originally|subsequently|once|again|both|all|each|earlier|itself|themselves|later|since|eventually|ultimately|long|then|soon|ever|never|not|yet|being|expected|set|due|"
    r"likely|about|close|sure|poised|hoping|rumou?red|confirmed|said|believed|thought|scheduled|slated|unexpectedly|likewise|similarly|duly|unanimously|unsurprisingly|hastily|easily)"
)
AUX = (
    rf"(?P<aux>(?:(?:(?:on\s+|in\s+)?{D},?|(?:decided|opted|chosen|chose|elected|agreed|voted|moved)\s+to|today|yesterday|tonight|this\s+week|has|have|had|was|were|is|are|be"
    rf"|been|gets?|got|getting|will|would|could|may|might|can|cannot|should"
    r"|must|to|did|does|do|n[o\u2019']t|yet"
    rf"|(?:has|have|had|is|was|were|are|do|does|did|wo|ca|could|would|should)n[\u2019']t|{_ADVERBS})\s+){{0,7}})"
)
"""Auxiliaries and adverbs before a verb; their words decide how it is meant."""

BY = r"(?:by|at|on|from|over at|via)"
RENEWED = (
    r"(?:renewed|re-?upped|picked\s+up(?!\s+(?:by\s+(?:viewers|fans|audiences|critics|police)|where|from|steam|speed|on\s+the|an?\s+award))|extended"
    r"|re-?ordered|recommissioned|asked\s+back)"
)
# Pulled from a schedule a show may come back to it.
CANCELLED = (
    r"(?:cancell?ed|axed|scrapped|shelved|un-?renewed|dropped|canned|nixed|cut\s+loose"
    rf"|called\s+off(?!\s+air)(?=[^.;:{SHOW}]{{0,40}}?\s+after\s+(?:(?:its|just|only|an?)\s+)*(?:[\w-]+\s+)?{SEASON})"
    rf"|pulled(?=\s+(?:by|after|from\s+{PLATFORM}\s*(?:$|[.,;:]|after\b))))"
)
RESCUED = (
    r"(?:saved|rescued|revived|resurrected|un-?cancell?ed"
    rf"|brought\s+back(?!(?:\s+(?:by|at|on)\s+(?:the\s+)?{P})?\s+for\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?{N}(?![^.;]{{0,80}}\b(?:cancel|ax(?:e|ing)\b|drop|scrap)))"
    r")"
)
ORDERED = r"(?:greenlit|green-?lighted|ordered(?:\s+to\s+series)?|commissioned)"

ACTIVE_RENEW = (
    r"(?:renew(?:s|ed|ing)?|re-?up(?:s|ped|ping)?|re-?order(?:s|ed|ing)?|pick(?:s|ed|ing)?\s+up|pick(?:s|ed)(?=\s+it\s+up)|extend(?:s|ed)"
    r"|recommission(?:s|ed))"
)
ACTIVE_CANCEL = (
    r"(?:cancel(?:s|led|ed|ling|ing)?|axe[sd]?|axing|scrap(?:s|ped|ping)?|un-?renew(?:s|ed)|drop(?:s|ped)|nix(?:es|ed)"
    r"|can(?:s|ned)|shelve[sd]"
    r"|pull(?:s|ed|ing)?\s+(?:the\s+)?plug\s+on|part(?:s|ed)\s+ways\s+with|(?:has\s+)?call(?:s|ed)\s+time\s+on"
    r"|bring(?:s|ing)?\s+(?:down\s+)?the\s+(?:curtain|axe)\s+(?:down\s+)?on|swing(?:s)?\s+the\s+axe\s+on|(?:gave|gives|given)\s+the\s+(?:boot|axe?|chop|heave-ho)\s+to"
    r"|end(?:s|ed)(?=\s+[\ue000])|fold(?:s|ed)\s+on|bail(?:s|ed)\s+on|giv(?:es|ing)\s+up\s+on|gave\s+up\s+on|walk(?:s|ed)\s+away\s+from|power(?:s|ed)\s+(?:off|down)"
    r"|pass(?:es|ed)\s+on|(?:not|(?:is|are)n[\u2019']t)\s+mov(?:e|ing)\s+(?:forward|ahead)\s+with|not\s+(?:proceed(?:ing)?|go(?:ing)?\s+(?:ahead|forward))\s+with(?!\s+(?:[\w\u2019'-]+\s+){1,4}?(?:for|of|between)\s)|kill(?:s"
    r"|ed)\s+off)"
)
ACTIVE_RESCUE = (
    r"(?:(?:step|swoop)(?:s|ped|ed)?\s+in\s+(?:to\s+pick\s+up|and\s+picked\s+up)|(?:(?:step|swoop)(?:s|ped|ed)?\s+in\s+to\s+)?save[sd]?|rescue[sd]?|revive[sd]?|resurrect(?:s|ed)?"
    r"|un-?cancel(?:s|led|ed))"
)
ACTIVE_ORDER = (
    r"(?:order(?:s|ed|ing)?|greenli(?:ghts?|t|ghted)|green-?light(?:s|ed)?|commission(?:s|ed)?|announce[sd]?"
    r"|confirm(?:s|ed)?|set[s]?)"
)

GET = (
    r"(?:gets?|getting|got(?:ten)?|adds?|added|scores?d?|lands?|landed|nabs?|nabbed|earns?|earned|bags?|bagged|secures?d?"
    r"|snags?|snagged|wins?|won|receives?d?|given|granted|handed|awarded|clinch(?:es|ed)|pick(?:s|ed)\s+up(?=\s+(?:an?|its)\s))"
)
GIVE = (
    r"(?:gives?|gave|given|hands?(?:\s+out)?|handed(?:\s+out)?|grants?|granted|awards?|awarded|issue[sd]?"
    r"|d(?:oles|oled|ishes|ished)\s+out)"
)
PICKUP = r"(?:renewals?|pick-?ups?|order|commitment|extension|go-?ahead|green\s?light|nod)"

AGAIN = (
    r"(?:(?:another|one\s+more|an?\s+(?:new|fresh|further|additional))\s+(?:\w+\s+)?(?:season|year|round|run|batch|helping|go-?round|outing|chapter|term|serving|tour|lap|spin|go|assignment)"
    r"(?:\s+of\s+episodes)?\b|(?:\w+\s+)?(?:more|further|additional|new)\s+(?:seasons|years|instal+ments|chapters|rounds|runs|editions)\b|one\s+more(?=\s*(?:[.,;]|$)))"
)
"""A season to come that has no number: "another year", "two more instalments"."""
ORDERS_SEASON = (
    r"(?:order(?:s|ed|ing)?|greenli(?:ghts?|t|ghted|ghting)|green-?li(?:ghts?|t|ghted|ghting)|(?:re)?commission(?:s|ed|ing)?|approv(?:es?|ed|ing)"
    r"|confirm(?:s|ed|ing)?|announc(?:es?|ed|ing)|pick(?:s|ed|ing)?\s+up|commit(?:s|ted|ting)?\s+to|sign(?:s|ed|ing)?\s+(?:up\s+for|off\s+on|on\s+for)|ask(?:s|ed)?\s+for|sets?(?!\s[^.;]{0,80}\sfor\s+(?:\w+\s+)?\ue003)"
    r"|(?:mov(?:es?|ed|ing)|press(?:es|ed|ing)?|push(?:es|ed|ing)?|go(?:es|ing|ne)?|went|forg(?:es|ed|ing))\s+(?:ahead|forward|on)\s+with|(?:proceed|continu)(?:e?s|ed|ing)?\s+with)"
)
"""What a platform does with a further season, and with hardly anything else of a show."""
ORDERS_SEASON_HINTS = (
    "order|greenl|green-l|commission|approv|confirm|announc|pick|commit|sign|ask|sets |set |ahead|forward"
    "|on with|proceed|continu"
)
BUYS_SEASON = (
    r"(?:add(?:s|ed|ing)?|lin(?:es|ed|ing)\s+up|book(?:s|ed|ing)?|buy(?:s|ing)?|bought|fund(?:s|ed|ing)?|financ(?:es?|ed|ing)|secur(?:es?|ed|ing)|lock(?:s|ed|ing)?\s+(?:in|down|up)|call(?:s|ed|ing)?\s+up|promis(?:es?|ed|ing)"
    r"|agree[sd]?\s+to(?:\s+(?:make|do|produce|order|fund|back|air))?|opt(?:s|ed)\s+for|spr[iau]ngs?\s+for|clos(?:es?|ed|ing)\s+(?:an?|the|its)\s+deals?\s+(?:for|on)|ma(?:de|kes?|king)\s+an?\s+commitment\s+to|(?:str(?:uck|ikes?)|inks?|inked)\s+(?:an?|the|its)\s+deals?\s+for"
    rf"|lift(?:s|ed|ing)?\s+the\s+(?:curtain|lid|veil)\s+on|(?:put|plac)(?:s|es?|ed|ting|ing)?\s+(?:in\s+)?an?\s+(?:[\w-]+\s+)?order\s+for|mak(?:e|es|ing)|produc(?:e|es|ing)|air(?=[^.;,]{{1,50}}\sof\s)(?![^.;,]{{0,80}}{D})"
    r"|(?:g[ai]v(?:es?|en|ing))\s+(?:(?:the|its|an?|their)\s+)?(?:[\w-]+\s+)?(?:green\s?light|go-?ahead|nod|thumbs-?up|blessing)\s+(?:to|for))"
)
"""What it does with a further season, and with other things: it takes "a" season, or more of them, to be an order."""
BUYS_SEASON_HINTS = (
    "add|lines up|lined up|lining up|book|buy|bought|fund|financ|secur|lock|call|promis|agree|opt|spring|sprang"
    "|deal|curtain|lid|veil|order"
    "|mak|made|produc|air |giv|gave"
)
SEASON_IS_ORDERED = (
    r"(?:(?:officially\s+|already\s+|also\s+)?(?:confirmed|(?:re)?ordered|green-?lit|green-?lighted|(?:re)?commissioned|announced|approved|renewed|booked|promised|picked\s+up|locked\s+in"
    r"|secured|guaranteed|assured|set(?=\s+(?:at|by)\s)|given\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?(?:green\s?light|go-?ahead|nod|thumbs-?up)|a\s+go|official(?=\s*(?:$|[.,;!]))|happening|on\s+(?:the|its)\s+way|coming|in\s+(?:hand|the\s+(?:bag|works|can|pipeline))|(?<=\sbe\s)(?:made|produced)))"
)
SEASON_IS_ORDERED_HINTS = (
    "confirmed|ordered|greenlit|green-l|lighted|commissioned|announced|approved|renewed|booked|promised"
    "|picked up|locked in|secured|guaranteed|assured|set at|set by|given|a go|official|happening|way|coming"
    "|in hand|in the|made|produced"
)
KEPT_FOR = (
    rf"(?:tapped|signed(?:\s+up)?|approved|cleared|confirmed|booked|(?:brought|invited|welcomed|called|asked)\s+back|ordered|green-?lit|green-?lighted|commissioned|locked\s+in|set(?![^.;]{{0,60}}{D})"
    r"|(?:given|handed|granted|got(?:ten)?|received|earned|won)\s+(?:(?:the|an?|its)\s+)?(?:official\s+)?(?:green\s?light|go-?ahead|nod|thumbs-?up)|retained|kept(?:\s+on)?)"
)
"""What happens to a show that goes on for another season, where that season is named."""
KEPT_FOR_HINTS = (
    "tapped|signed|approved|cleared|confirmed|booked| back|ordered|greenlit|green-l|lighted|commissioned"
    "|locked in|set |green|go-ahead|goahead|nod|thumbs|retained|kept"
)
KEEPS_FOR = (
    r"(?:tap(?:s|ped|ping)?|(?P<brings>bring(?:s|ing)?|brought)(?:\s+back)?|lock(?:s|ed|ing)?\s+in|sign(?:s|ed|ing)?(?:\s+up)?|order(?:s|ed|ing)?|green-?li(?:ghts?|t|ghted|ghting)|commission(?:s|ed|ing)?|confirm(?:s|ed|ing)?"
    r"|keep(?:s|ing)?|kept|(?:call|invit|welcom)(?:s|es|ed|ing)?\s+back|h[oe]ld(?:s|ing)?\s+on\s+to|stick(?:s|ing)?\s+with|stuck\s+with|(?:continu|go)(?:es?|ed|ing)?\s+(?:on\s+)?with|approv(?:es?|ed|ing)|clear(?:s|ed|ing)?|book(?:s|ed|ing)?)"
)
KEEPS_FOR_HINTS = (
    "tap|bring|brought|lock|sign|order|greenl|green-l|commission|confirm|keep|kept| back|hold|held|stick|stuck"
    "|continu|go with|going with|goes with|on with|approv|clear|book"
)
UNCANCELLED = Hinted(
    r"\bun-?cancel|\brevers\w+\s+(?:its\s+|the\s+)?(?:cancell?ation|decision\s+to\s+cancel)"
    r"|\brevers\w+\s+(?:itself|course),?\s+(?:and\s+|by\s+|to\s+)?(?:renew|order|pick|sav|giv|gave|grant|hand|bring|keep|reviv)"
    r"|\brevers\w+\s+course\b[^.;:]{0,40}?,\s+(?:renew|order|pick|sav|giv|hand|grant|keep|reviv)ing\b"
)
"""What is taken back is the end of a show, not its renewal."""

REASON = re.compile(
    r"\b(?:due\s+to|because\s+of|owing\s+to|as\s+a\s+result\s+of|thanks\s+to|citing|blamed\s+on|blaming"
    r"|on\s+account\s+of|amid)\s+"
    r"(?P<reason>[^,;.:!?|\u2013\u2014]{3,90}?)(?=\s*(?:[,;.:!?|\u2013\u2014]|$|\s+but\b|\s+and\s+(?:will|is"
    r"|was|has)\b|\s+after\b|\s+according\b))",
    re.IGNORECASE,
)

MAKERS = (
    "star|actor|actress|cast|creator|co-creator|showrunner|boss|writer|director|producer|alum(?:na|nus)?|author|veteran"
    "|architect|mastermind|maker"
)
"""A choice of what people are of a show."""

NOT_THE_SHOW = Hinted(
    rf"(?:['\u2019]s)?\s+(?:(?!(?:had|has|have|is|are|was|were|will|would|got|gets|airs|aired|drew|ends|ended)\b)[\w\u2019'-]+\s+){{0,2}}?(?:{MAKERS}|duo|tour|concert"
    r"|event|screening|panel|party|convention|exhibit(?:ion)?|ride|deal|contract|pact|merch|podcast|movie|film|musical"
    r"|game|episode|finale|premiere|marathon|reruns|fans?|universe|franchise|books?|novels?|author|soundtrack"
    r"|reunion|subscription|spin-?off|offshoot|prequel|sequel|remake)s?\b",
    re.IGNORECASE,
)
"""Behind a show's name: it is not the show that is meant, but somebody or something of it."""

OTHER_WORK = re.compile(r"\b(?:podcast|film|movie|musical|game|novel|play|opera|album)\s+$", re.IGNORECASE)
"""Right before a name: it is another work that is called so."""

A_FILM = Hinted(r"\b(?:movie|film)\b(?!\s+(?:and|&)\s)")
"""Of a title that the catalogue does not know it tells that it is no show's."""

NEWS_ITEM = re.compile(
    r"\b(?:first|looks?|trailers?|teasers?|clips?|posters?|images?|photos?|dates?|episodes?|new|all|details?|hints?|news)\b",
    re.IGNORECASE,
)
"""What a platform "drops" without ending anything."""
