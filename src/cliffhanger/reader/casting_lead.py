"""What stands between a verb of playing and a character's name, and tells what the character is."""

from __future__ import annotations

from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.veil import AND, NAME, PERSON, RANK

NO_DETAIL = (
    r"(?:of|to|opposite|with|for|in|and|or|who|whose|from|against|alongside|that|which|on|at|as|by|into|between|near|"
    r"under|like|than|is|was|role|roles|part|director|producer|showrunner|creator|writer|network|president|host|"
    r"executive|actor|actress|star|late|film|movie|game|key)"
)
"""A rule's piece for words that do not tell what a character is."""

_CAPITALS = r"(?:[A-Z][\w.\u2019-]*\s+)"
_WORD = rf"(?:(?!{NO_DETAIL}\b)[a-z][\w\u2019'-]*\s+)"
# Words that may stand before a name without an article and do not tell what its bearer is.
_NOT_BARE = (
    r"(?:other|another|rather|later|never|ever|over|under|after|further|former|either|whether|earlier|together|nor|"
    r"their|his|her|its|the|an?|per|moment|recent|different|current|apparent|prior|author|editor|critic|presenter|co-[a-z]+|"
    r"[a-z]*starrer|fewer|longer|better|older|younger|bigger|greater|major|minor|senior|junior|independent|more|before|"
    r"did|does|do|has|have|had|said|says|tells?|told|will|well|soon|once|both|usual|always|when|while|if|much|fellow|"
    r"reports?|[a-z]+(?:ed|ing|ly))"
)
_BEHIND_ONE = r"(?=[,.;:)]|\s*$|\s(?:and|in|who|on|for|is|was)\b)"
# "Harbour inspector Ruth Adair", "Coast Guard pilot Otto".
_BARE = (
    rf"(?:{_CAPITALS}{{0,2}}(?:{_WORD}){{0,3}}(?!{NO_DETAIL}\b|{_NOT_BARE}\b)[a-z][a-z-]+\s+"
    rf"(?=(?:{RANK})?(?:{PERSON}|[A-Z][\w\u2019-]+{_BEHIND_ONE})))"
)
_OWNER = rf"(?:{PERSON}|[A-Z][\w-]+|{S})(?:['\u2019]s|(?<=s)['\u2019])\s+"
_WHOSE = rf"(?:(?:the|his|her|their|its|one\s+of\s+(?:the|his|her|their))\s+|{_OWNER})"
_ANY = r"(?!(?:who|whose|which|that|is|was|were|and|or|but|as|opposite|alongside|named|called)\b)[a-z][\w\u2019'-]*"
# What ends a name that stands in commas behind words for its bearer, and is not the next actor of a list.
_END = (
    rf"(?=(?:{RANK})?{NAME}(?:[.;:)]|\s*$|\s(?:in|on|who|at|is|was)\b|{AND}(?!{PERSON}(?!\s(?:plays?|is|was|as|portrays|"
    rf"co-stars|stars|appears|returns|voices)\b))|,(?!\s(?:and\s)?{PERSON})))"
)
_IN_COMMAS = rf"{_WHOSE}(?:{_ANY}\s+){{0,6}}{_ANY},\s+{_END}"
_NAMING = (
    r"(?:(?:simply\s+|only\s+)?(?:named|called|nicknamed|dubbed|codenamed)|known(?:\s+(?:to\s+\w+|only|simply|better|also))*\s+as|by\s+"
    r"the\s+name\s+of|who\s+(?:turns\s+out\s+to\s+be|is\s+(?:really|actually|secretly|also\s+known\s+as|known\s+as)|goes\s+by(?:\s+the\s+"
    r"name)?)|aka|a\.k\.a\.|alias)"
)
_NAMED = rf"(?:(?:an?\s+)|{_WHOSE})(?:(?:{_ANY}|[A-Z]\w+),?\s+){{0,9}}?{_NAMING}\s+"
_PLAIN = (
    rf"(?:(?:the|an?|his|her|their|its)\s+(?:{_WORD}|{_CAPITALS}(?=[a-z])){{1,6}}(?:and\s+(?:{_WORD}){{1,3}})?|"
    rf"{_OWNER}(?:{_WORD}){{1,4}})"
)
LEAD = (
    r"(?:(?:(?:the|a)\s+(?:[a-z-]+\s+){0,2}?)?(?:role|part|voice)s?\s+of\s+)?"
    rf"(?:{_NAMED}|{_IN_COMMAS}|{_PLAIN}|{_BARE})?"
)
"""A rule's piece for those words: "the harbour master", "her boss, ", "a medic called", "the part of"."""
