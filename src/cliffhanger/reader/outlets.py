"""To whom something was said: the paper, site or programme that words of telling name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader import persons
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import PLATFORM, SHOW

if TYPE_CHECKING:
    from cliffhanger.reader.sentences import Sentence

_KNOWN = re.split(
    r"\|",
    "The Hollywood Reporter|Hollywood Reporter|THR|Variety|Deadline|Deadline Hollywood|TVLine|TV Line|Collider|"
    "Entertainment Weekly|EW|Vulture|Vanity Fair|IndieWire|TheWrap|The Wrap|Rolling Stone|People|PEOPLE|Us Weekly|"
    "Screen Rant|ScreenRant|Radio Times|RadioTimes.com|Digital Spy|The Guardian|The New York Times|New York Times|"
    "Los Angeles Times|The Times|The Washington Post|USA Today|Forbes|Esquire|GQ|Elle|Cosmopolitan|TV Insider|"
    "TV Guide|TVGuide.com|Parade|Decider|Den of Geek|Empire|SFX|Total Film|GamesRadar+|The Independent|Newsweek|"
    "CinemaBlend|ComicBook.com|Bustle|Refinery29|The Playlist|TODAY|Today|E! News|Entertainment Tonight|ET|"
    "Access Hollywood|Extra|Good Morning America|The Associated Press|AP|Reuters|Bloomberg|The Daily Beast|Time|TIME|"
    "The Ringer|Polygon|IGN|Gold Derby|GoldDerby|Backstage|Tudum|Inverse|The Los Angeles Times|The Telegraph|"
    "The Sun|Metro|HELLO!|Hello!|OK!|Glamour|Vogue|Harper\u2019s Bazaar|Harper's Bazaar|Marie Claire|InStyle|Interview|"
    "The New Yorker|The Atlantic|Mashable|Nerdist|SYFY WIRE|Town & Country|Page Six|The Post|New York Post",
)
_NAME = (
    r"(?:" + "|".join(re.escape(name) for name in sorted(_KNOWN, key=len, reverse=True)) + r")(?![\w])"
    rf"|(?:the )?(?:[{SHOW}{PLATFORM}](?: (?:News|Radio|Breakfast|Sport))?"
    r"|(?:The )?[A-Z][\w&+.!-]*(?:['\u2019](?!s\b)[\w]+)?"
    rf"(?: (?:of |and |& |the )?[A-Z{PLATFORM}][\w&+!-]*){{0,4}})"
)
_GOVERNS = Hinted(
    r"\b(?i:told|tells|telling|to tell|interview(?:s|ed)? (?:with|for|by|to)|(?:speaking|spoke|speaks|talking"
    r"|talked|talks|chatting|chatted|spoken) (?:exclusively )?(?:to|with)"
    r"|(?:sat|sitting|sit) down (?:exclusively )?with|sit-down with|(?:chat|conversation|q&a|catch-?up"
    r"|profile|discussion|feature|essay|podcast) (?:with|for|in)|catching up with"
    r"|(?:said|explained|revealed|shared|confirmed|admitted|added|teased|opened up"
    r"|opens up)(?: exclusively)? to|statement (?:to|given to|shared with|provided to|obtained by)"
    r"|shared with|according to|via|per|reported by|first reported by) "
    rf"(?P<outlet>{_NAME})"
)
_POSSESSIVE = Hinted(
    rf"\b(?i:on|to|with|in) (?P<outlet>{_NAME})['\u2019]s? (?:[\w-]+ ){{0,2}}(?:podcast|show|interview|panel"
    r"|magazine)"
)
_NOT_OUTLETS = re.compile(r"(?:[Tt]he )?(?:[Nn]etwork|[Ss]treamer|He|She|They|It|I|We)$")
_TRIGGER = re.compile(
    r"\b(?:t[eo]ll|told|interview|spe?ak|spoke|talk|chat|sat|sit|conversation|statement|shared|to|according|via"
    r"|per|reported|podcast|with)"
)
# Words of telling behind which a platform acts and is not told something.
_SOURCE_ONLY = re.compile(r"\b(?:according to|via|per|(?:first )?reported by) $")


def outlet_in(sentence: Sentence, start: int, end: int) -> str:
    """Return the outlet that words between two places of a sentence say something was told to, or nothing.

    Args:
        sentence: the sentence.
        start: place of the first character in ``marked``.
        end: place behind the last.
    """
    words = sentence.marked
    found = ""
    for rule in (_GOVERNS, _POSSESSIVE):
        for m in rule.finditer(words, start, end):
            if not _TRIGGER.search(words, start, end):
                return ""
            name = sentence.words(*m.span("outlet"))
            bare = name.strip("\"'\u201c\u201d\u2018\u2019,. ").removeprefix("the ")
            known = bare in _KNOWN or bare.removeprefix("The ") in _KNOWN
            if _SOURCE_ONLY.search(words, start, m.start("outlet")) and not known:
                continue
            if not known and (_is_person(bare) or _NOT_OUTLETS.match(bare) or (SHOW in m["outlet"])):
                continue
            found = found or bare
        if found:
            break
    return found


def _is_person(name: str) -> bool:
    return any(person.name == name for person in persons.find(name))
