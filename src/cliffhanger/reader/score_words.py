"""The words in which scores are told: figures, what may stand between them and their system, what makes them none."""

from __future__ import annotations

import re

from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.seasons import FIRST_TO_TENTH, number

# "Season 76" is no score, "gave the debut season 76%" is.
NUMBERED = re.compile(r"\b(?:season|episode|series|part|chapter|volume|no\.?|number)\s+$", re.IGNORECASE)
SYSTEMS = Hinted(
    r"\b(?P<system>Rotten\s+Tomatoes|Tomatometer|Popcorn\s?-?meter|audience\s+meter|Metascore|Metacritic|"
    r"IMDb(?!\s+TV)|Internet\s+Movie\s+Database|CinemaScore|Letterboxd|AniList|MyAnimeList|TV\s+Time|TMDB|Trakt|Douban|Serializd)\b",
    re.IGNORECASE,
)
_TENS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?"
)
VALUE = re.compile(
    r"(?<![\w.,$\u20ac\u00a3/\u2013+-])(?:(?P<percent>\d{1,3})\s?(?:%|percent\b|per\s+cent\b)"
    rf"|(?P<worded>{_TENS})\s+(?:percent|per\s+cent)\b"
    r"|(?P<part>\d{1,3}(?:\.\d{1,2})?)(?:\s?/\s?|\s+out\s+of\s+(?:a\s+possible\s+)?)(?P<scale>100|10|5|ten|"
    r"five)(?![\d.]*\d|\s+(?:critics|reviews|episodes))"
    r"|(?P<bare>\d{1,3}(?:\.\d)?)(?![\d%]|[.,:/-]\d|\+|-\w|(?:st|nd|rd|th)\b|s\b|\s+(?:million|billion|out\b|critics\b|reviews\b|"
    r"ratings\b|votes\b|users\b|seasons\b|"
    r"episodes\b|years?\b|weeks?\b|days?\b|critic\s+reviews|professional|verified|countries\b|stars?\b)))",
    re.IGNORECASE,
)
SCALES = {"ten": 10, "five": 5}
_OF_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
# Words that may stand between a figure and its system.
TRADE = (
    "a an the and or on at from by with of for to its it's it is in as via per over among according review "
    "reviews aggregator aggregate aggregated site website platform critics critic critics' critic's critical "
    "audience audiences user users viewer viewers fan fans score scores rating ratings rated approval fresh "
    "freshness certified overall average weighted perfect solid strong impressive stellar near-perfect rare "
    "current currently now still also just only respectable mixed decent high highest-ever whopping consensus "
    "freshly positive glowing enviable percentage mark based professional verified both while alongside along "
    "plus well coveted top season series show drama cumulative combined tomatometer popcornmeter meter popcorn voters "
    "write-ups notices readers public general there"
)
FORMER = Hinted(
    r"\b(?:from|previous(?:ly)?|originally|initial(?:ly)?|once|formerly|was|compared\s+(?:to|with)|than|versus|"
    r"vs\.?|by|another|until)"
    rf"\s+(?:(?:an?|its|the|{S}['\u2019]s?|{N}['\u2019]s?|perfect|impressive|at|earlier|initial)\s+){{0,3}}$",
    re.IGNORECASE,
)
BOUND = Hinted(
    r"\b(?:over|above|below|under|less\s+than|more\s+than|nearly|almost|at\s+least|about|around|roughly|"
    r"approximately|shy\s+of|close\s+to|north\s+of|"
    r"south\s+of|not|exceed\w*|hundred|top|past)\s+(?:an?\s+|(?P<the>the)\s+)?$",
    re.IGNORECASE,
)
_OF_CRITICS = (
    r"(?:(?:the|its|all|top|those|professional|surveyed|published)\s+){0,3}(?:\d{1,3}\s+)?(?:critics|reviews|reviewers|write-ups|"
    r"notices|those|them|(?:audiences?|viewers|users|fans|people)(?=\W*$|[.,;)]|\s+(?:approv|lik|lov|recommend|rat|gave|enjoy|agree|on\b|there|and\b))|their\s+own)\b"
)
SOMETHING_ELSE = re.compile(
    r"\s+(?:increase|decrease|jump|drop|decline|rise|boost|more|fewer|higher|lower|share|discount|off|year|surge|bump|gain|growth|ahead|"
    rf"up|down)\b|\s+of\s+(?!{_OF_CRITICS}|[\"'\u2018\u201c]?{S})|\s?/\s?\d",
    re.IGNORECASE,
)
# What parts a figure from the one before of the same system.
TOLD_APART = re.compile(
    rf"[{S}{N}]|\b(?:{FIRST_TO_TENTH}|its|the\s+(?:show|series|new|old|original))\b|\bto\s+(?:an?\s+)?$|\bat\s+$",
    re.IGNORECASE,
)
REVIEWS = re.compile(
    r"[^.;%]{0,60}?\b(?:based\s+(?:up)?on|from|with|across|among|out\s+of|of|after)\s+(?:(?:just|only|a\s+total\s+"
    r"of|the|its|first)\s+){0,2}(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6}|"
    r"[a-z]+(?:-[a-z]+)?)\s+(?:(?:critics?|critics\u2019|critics'|professional|verified|published|user|audience|"
    r"early|online)\s+){0,2}(?:critics|reviews|reviewers|ratings|votes|users)\b",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:holds?|holding|held|sits?|sitting|has|had|stands?|standing|boasts?|boasting|earn(?:s|ed)|scored?|scores|at|to|"
    r"with|is|carries|received|"
    r"debuted|landed|hit|reached)\s+(?:(?:an?|its|the|now|currently|solid|perfect|impressive|certified|fresh|at|"
    r"just|only|still|strong|mere)\s+){0,4}$",
    re.IGNORECASE,
)
CERTIFIED = re.compile(r"certified\s+fresh\W{0,3}(?:(?:with|at)\s+)?(?:an?\s+)?$", re.IGNORECASE)
AUDIENCE_SCORE = re.compile(
    r"\s+(?:audience|viewer)\s+(?:score|rating|approval)\b|\s+(?:from|with|among)\s+(?:audiences|viewers)\b",
    re.IGNORECASE,
)
APPROVAL = re.compile(
    r"\s+(?:critics?['\u2019]?s?\s+|critical\s+)?(?:approval|fresh|certified\s+fresh|tomato)\s+(?:rating|score)\b|"
    r"\s+(?:critics?['\u2019]?s?)\s+(?:score|rating)\b",
    re.IGNORECASE,
)
# A sentence that begins with the score speaks of what the article is about.
OPENS = re.compile(
    r"\W*(?:(?:on|at|over\s+on)\s+(?:the\s+)?(?:review\s+(?:site|aggregator)\s+)?[A-Z]|(?:the|its)\s+(?:[a-z]+\s+)?(?:[a-z]+\s+)?"
    r"(?:scores?|ratings?|Metascore|Tomatometer|Popcornmeter)\b|(?:critics|audiences|viewers|users|reviewers)\b)",
    re.IGNORECASE,
)

ONLY_FORMER = re.compile(r"\b(?:from|was)\b", re.IGNORECASE)
TO_NOW = re.compile(r"[^.;]{0,40}?\b(?:to|now)\b[^.;]{0,25}?\d", re.IGNORECASE)
# "Debuted with 100% before settling at 92%".
UNTIL_NOW = re.compile(
    r"[^.;,\d]{0,40}?,?\s+(?:before|but\s+(?:has\s+)?since)\s+(?:settl|dropp|fall|slipp|dipp|declin|ris|climb|slid)\w+\s+(?:back\s+|down\s+|up\s+)?(?:to|at)\s[^.;,]{0,12}?\d",
    re.IGNORECASE,
)
# A figure that is followed by a season of its own is that season's, and not what the score was before.
OWN_SEASON = re.compile(
    rf"(?P<other>,?\s+and\s+(?:an?\s+)?\d{{1,3}}(?:\.\d)?\s?(?:%|percent|per\s+cent)?)?(?:\s+(?:score|rating))?\s+(?:(?:for|of|in|with)\s+(?:its\s+|the\s+|{S}['\u2019]s?\s+)?|(?:that|which)\s+(?:[a-z]+\s+){{0,2}})"
    rf"(?:{N}|(?:{FIRST_TO_TENTH}|predecessor|previous|one\s+before)\b)",
    re.IGNORECASE,
)
# "Season 1's 88%, just like season 2".
SAME = re.compile(
    rf"(?:\s+(?:[a-z]+\s+){{0,2}}?(?:score|rating|mark))?(?:\s+(?:on|from|with)\s+[^,;.]{{1,50}}?)?,?\s+(?:(?:just|exactly|much)\s+)?(?:like|the\s+same\s+as|as\s+did|matching|equal+ing|level\s+with)"
    rf"\s+(?:the\s+)?(?:(?P<season>{N})|(?P<ordinal>{FIRST_TO_TENTH})\b(?!\s+[a-z]))",
    re.IGNORECASE,
)
AND_ONLY = re.compile(r"\s+(?:and|/)\s+(?:an?\s+)?", re.IGNORECASE)
# "A 12 on IMDb" is IMDb's, or nothing.
OF_IT = re.compile(r"\s+(?:on|at|from)\s", re.IGNORECASE)
# "The Tomatometer gives it 88%, the Popcornmeter 48".
LISTED = re.compile(r"\W*[,;]")
AND_ON = re.compile(r"(?:,\s+(?:and|while|but)|;)\s+(?:on\s+|at\s+)?$", re.IGNORECASE)
# A share behind one of these is how much something has changed.
CHANGES = re.compile(
    r"\b(?:up|down|rose|risen|rises?|rising|f[ae]ll(?:en|s|ing)?|gr[eo]w(?:n|s|ing)?|jump\w*|increas\w*|decreas\w*|declin\w*|dropp?\w*|surg\w*|"
    r"gain\w*|lost|los(?:es|ing)|shed\w*|climb\w*|dipp?\w*|slid\w*|slipp?\w*|cut|by|another|nearly|almost|over|under)\s+(?:an?\s+|by\s+|some\s+|about\s+)?$",
    re.IGNORECASE,
)
# A bare number behind one of these is a score, if its system is near: "a lukewarm 59", "puts it at 72".
LEADS = re.compile(
    rf"(?:\b(?:an?|the|its)\s+(?:(?:[a-z]+ly\s+)?[a-z]+(?:-[a-z]+)?\s+)?|\b(?:of|at|to|is|are|was|has|have|had|it|them|with|rating|score|scores|scored|scoring|from|average|averages|averaging|averaged|reads|"
    rf"reading|Metascore|Metacritic|Tomatoes|Tomatometer|Popcornmeter|IMDb|earned|earns|got|gets|holds|received|give|gives|gave|and|stands|currently|now|just|only|still)\s+|[:(]\s*|\b(?:gives?|gave|rates?|rated|ha[sd]|puts?|scores|shows|lists|awards|awarded|assigns|assigned)\s+(?:(?:{S}|{N})\s+)?(?:an?\s+|at\s+)?|{S}\s+|{N}['\u2019]?\s+|,\s+)$",
    re.IGNORECASE,
)
FOLLOWS = re.compile(
    r"\W*$|[.,;:!?)\]\u2014\u2013\u201d\u2019\"']|\s*[(\u2014\u2013\u201c\"]"
    r"|\s+(?:on|at|from|with|by|for|in|and|or|but|yet|while|as|to|after|before|across|among|via|per|according|over|based|so|though|although|"
    r"compared|against|versus|vs|next|thanks|out|when|since|than|that|which|is|was|there|here|now|today|overall|currently|"
    r"scores?|ratings?|approval|fresh|certified|critic\w*|critical|audience\w*|viewer\w*|user\w*|fans?|positive|Rotten|Tomat\w*|"
    r"Popcorn\w*|Metac\w*|Metas\w*|IMDb|rated|average|mark|consensus|reviews?|freshness|last|this|again|three|two|of|puts?|places?|ranks?|makes?|remains?|comes?)\b",
    re.IGNORECASE,
)
_PUBLIC = r"(?:(?:audience|viewer|user|fan|ticket-holder)s?(?:['\u2019]s?)?|public(?:['\u2019]s)?|popcorn\s?-?meter)"
_CRITICS = r"(?:critics?(?:['\u2019]s?)?|critical|reviewers?(?:['\u2019]s?)?|tomatometer|certified|notices|write-ups)"
WHOSE = re.compile(
    rf"(?<![\w-])(?:(?P<public>{_PUBLIC})|(?P<critics>{_CRITICS}))(?![\w-]|\s+and\s+\w+\s+alike|\s+\w+ing\b)",
    re.IGNORECASE,
)
# Those who score, as the subject of a clause or behind a preposition: "viewers were kinder at 81%".
WHOSE_BEFORE = re.compile(
    r"(?:^\W*|[,;:(\u2014]\s*|\b(?:and|but|while|though|although|the|its|general|among|with|from|by|site['\u2019]s|IMDb|"
    rf"Metacritic(?:['\u2019]s)?|Tomatoes['\u2019]?|overall|own|where|professional|an?|for|{N}['\u2019]s?|{S}['\u2019]s?)\s+)"
    r"(?<!critics and )(?<!critics and the )(?<!audiences and )(?<!viewers and )(?<!fans and )"
    rf"(?:(?P<public>{_PUBLIC})|(?P<critics>{_CRITICS}))"
    r"(?![\w-]|\s+of\s+(?!the\s+(?:site|aggregator)|IMDb|Metacritic|Rotten)"
    r"|\s+and\s+(?:the\s+)?(?:audience|critic|viewer|fan|user|reviewer)s)",
    re.IGNORECASE,
)
# Behind these somebody or something else is spoken of.
ANOTHER = re.compile(
    r"\b(?:which|whose|that|who|because|if|(?:it|they|the\s+(?:show|series|season|drama|comedy|thriller))\s+(?:has|had|have|holds?|sits?|stands?|boasts?|scored|earned|carries|is|was))\b",
    re.IGNORECASE,
)
# "Audiences gave season 2 86%, while the first is at 96%": the other season's is theirs too.
SEASON_TOO = re.compile(
    rf"^(?:the\s+)?(?:{N}|(?:{FIRST_TO_TENTH})(?:\s+one)?)\s+(?:is|was|sits|stands|has|had|got|holds|held|earned)\s+"
    r"(?:(?:at|on|an?)\s+)?$",
    re.IGNORECASE,
)
# Where a clause ends, and whose a score is may change.
CLAUSE = re.compile(
    r"[;\u2014]|,?\s+(?:but|while|though|although|whereas|yet|against|versus)\s|,\s+(?:and|or)\s", re.IGNORECASE
)
# The words of a figure: up to the next clause or the next thing of a list.
PHRASE = re.compile(
    r"(?:(?!\s(?:and|while|but|although|though|as|when|after|since|which|that|who|where|against|versus|than|compared|next|before)\s)[^.;,:)(\u2014]){0,80}",
    re.IGNORECASE,
)


def in_figures(worded: str) -> int:
    """Return the number that words between twenty and ninety-nine name.

    Example:
        >>> in_figures("Eighty-eight")
        88
    """
    tens, _, unit = worded.casefold().replace("-", " ").partition(" ")
    return _OF_TENS[tens] + number(unit.strip())
