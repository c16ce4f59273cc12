"""Where a text names shows and platforms.

A show is *strong* where the text itself says that it is one: its name is
quoted, or has several words, or stands beside its season or its platform. A
name of one word without any of that ("You", "See", "Evil") is *weak*: only a
rule that leaves no other reading may take it for a show.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader import believing, naming_platforms
from cliffhanger.reader.claims import Subject
from cliffhanger.reader.fate_words import KINDS
from cliffhanger.reader.mention_words import CALENDAR, COINED, NEVER, OPENERS, ORDINARY, PLAIN
from cliffhanger.reader.mentions import PlatformMention, ShowMention
from cliffhanger.reader.names import meant
from cliffhanger.reader.quotes import SMALL
from cliffhanger.reader.seasons import SeasonWords
from cliffhanger.reader.words import WORD, in_sentence_case, key_of, keys_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cliffhanger.reader.mentions import Mention
    from cliffhanger.reader.names import Name, Names
    from cliffhanger.reader.quotes import Quoted

_BESIDE_SEASON = re.compile(
    r"[:,'\u2019\"]?s?['\u2019\"]?[\s(:,\u2013\u2014|-]*(?:\b(?:final|last|upcoming|new)\s+)?\b(?:season"
    r"|series\s+\d|S\d)",
    re.IGNORECASE,
)
_BESIDE_PLATFORM = re.compile(
    r"(?:(?:Netflix|Hulu|HBO|Max|TV\+?|Disney\+|Peacock|Paramount\+|Video|Amazon|Apple|Showtime|Starz|FXX?|AMC"
    r"|NBC|CBS|ABC|Fox|CW|BBC|ITV|4|Syfy|USA"
    r"|TNT|TBS|MGM\+|Bravo|Freeform|Roku)['\u2019]s|\b(?:series|drama|comedy|show|sitcom|thriller|dramedy"
    r"|anime|docuseries|spin-?off|prequel|sequel|revival|reboot|hit|miniseries))\s+$"
)
# What may not stand before the letter is told behind it, since a pattern that begins with a letter is found faster.
_RAISED = re.compile(
    r"[A-Z0-9\u0080-\U0010ffff](?<=[^\W_])(?<![^\W_].)(?<![^\W_]['\u2019].)[^\W_]*(?:['\u2019\u2018][^\W_]+)*"
)
_WORD_BEFORE = re.compile(r"(?<![\w.])([^\Wa-z_\d][\w\u2019'.-]*) $")
# What a full stop ends before a name without ending the sentence.
_ABBREVIATED = re.compile(
    r"[A-Z]\.|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Sgt|Lt|Col|Gen|Capt|Det|Rev|Prof|Sen|Gov|Jr|Sr)\."
)
# "The Chicago Fire are": a team or a firm, where the show's title has no article.
_BODY_BEFORE = re.compile(r"\b[Tt]he\s$")
_THE = re.compile(r"the\b", re.IGNORECASE)
_DOES = re.compile(r"\s+(?:are|is|was|were|has|have|had|will|would|won|lost|beat|said|plays?|[a-z]+ed)\b")
# "Wednesday is safe: it was renewed": no weekday is.
_DAY_LASTS = re.compile(
    r"\s+(?:is|was|has|will|gets?|got|returns?)\s+(?:(?:be|been|already|now|officially|also)\s+)*(?:safe|renewed|back\b|returning|coming\s+back|picked\s+up"
    r"|for\s+(?:an?|its)\s+\w+\s+season|an?\s+\w+\s+season)"
)
# "Its deal with Boots was cancelled".
_PARTNER_BEFORE = re.compile(
    r"\b(?:(?:deal|contract|agreement|partnership|sponsorship|lease)s?\s+with|sponsor(?:ed\s+by)?|shops?\s+at|works?\s+at|worked\s+at)\s+$",
    re.IGNORECASE,
)
# "Hunters, a new play": told to be something else.
_NO_SHOW_BEHIND = re.compile(
    r",\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}?(?:play|novel|book|film|movie|musical|opera|game|album|song|band|club|charity|firm|company|brand"
    r"|shop|team|newspaper|magazine)\b(?!\s+(?:adaptation|series|show|drama|comedy))"
)
# "Comic-Con", "R.J. Decker": half a word is no name, nor half a name.
_CUT_BEFORE = re.compile(
    r"\w[-\u2010\u2011]$|(?:^|[\s(\u2018\u201c\"'])(?!(?:U\.S|U\.K|L\.A|D\.C|N\.Y|P\.I)\.)(?:[A-Z]\.){1,2} $"
)
_HYPHEN_BEHIND = re.compile(r"[-\u2010\u2011][a-z]")
# "Netflix's Greek myth drama": an adjective.
_ONLY_DESCRIBES = re.compile(
    r"(?:\s+(?!(?:for|to|in|on|at|of|from|with|after|as|is|was|has|will|an?|the)\b)[a-z][\w-]*){1,3}?\s+(?:drama|comedy|series|show|thriller|sitcom|saga|epic|mystery)\b"
)
# "Will They Bring It Back": a verb with its object.
_OBJECT_AT_END = re.compile(r" (?:It|Them|Him|Her|Us|Me|You)$")
_PARTICLE_BEHIND = re.compile(r" (?:Back|Up|Out|Off|Down|Away|Home|Alive|back|up|out|off|down|away|home|alive)\b")
_POSSESSIVE = "'\u2019"
_MARKS = "!?.\u2026"
_GENITIVE = ("'s", "\u2019s")
_OWNED = re.compile(r"\b(?:your|his|her|my|their|our|an?|this|every)\s+$", re.IGNORECASE)
# Letters of the longest abbreviation that is not also written in small letters.
_SHORT = 3
_ADJECTIVE = (
    r"(?!(?:of|star|creator|day|night|same|who|in|on|to|for|from|man|woman|behind|head|director)\b)[\w\u2019'-]+"
)
# "Riches, about a family", "Heartbeat, the medical drama that": what is described so is a show.
_DESCRIBED = re.compile(
    rf",\s+(?:about\s+(?:an?|the|two|three|four)\b|(?:an?|the|its|his|her)\s+(?:{_ADJECTIVE}\s+){{0,4}}?{KINDS}\b(?!['\u2019])"
    r"|in\s+which\s+[A-Z]|starring\s+[A-Z]|which\s+(?:stars|starred|premiered|debuted|wrapp|ended|conclud|finish|clos|complet|began|start|open|return|launch|lasted|ran\s|airs|aired"
    r"|(?:was|has\s+been|is\s+being)\s+(?:[a-z]+\s+)?(?:renewed|cancell?ed|picked\s+up|revived)"
    r"|[A-Z][\w+&]*(?:\s[A-Z][\w+&]*)?\s+(?:has\s+|had\s+)?(?:renewed|cancell?ed|ordered|picked\s+up|axed|revived|saved))"
    r"|whose\s+(?:\w+\s+and\s+)?[a-z\d]+\s+season\b"
    r"|which\s+(?:has\s+|had\s+)?(?:got|landed|received|earned|scored|secured)\s+(?:(?:its|an?|early|own)\s+){0,3}(?:[Ss]eason\s+\d+\s+|[a-z]+-season\s+)?(?:renewal|pick-?up|[a-z]+\s+season\b)"
    r"|(?:(?:now|currently|still)\s+)?(?:in\s+(?:production|post-production)\s+on|in|on|filming|shooting|airing)\s+its\s+[a-z-]+\s+season\b)"
)
_SEASON_OF = re.compile(
    r"\b(?:season|series|episodes?|finale|premiere|cast|star|creator|showrunner)(?:\s+\w+)?\s+of\s+$", re.IGNORECASE
)
_LABEL_BEHIND = re.compile(r"[:!]|,\s+[A-Z]|\s*[(\u2013\u2014]")
_CAPITALS_BEHIND = re.compile(r"(?: [A-Z][\w\u2019'-]*){2,5} ([a-z]+)\b")
_LONGER_NAME = re.compile(r" (?!Seasons?\b|Series\b)[A-Z][a-z]+")
# Behind "the", "a" or "this" an everyday word with a capital is an office or a body: "the Foundation".
_IN_A_SENTENCE = re.compile(
    r"(?:^|[\s(])(?!(?:the|an?|this|these|those|its|his|her|their|our|your|my|every|any|no)[\s,])[a-z][a-z\u2019'-]*[,;]?\s$"
)
_LONGER = re.compile(r"[ -][A-Z0-9]|[&@/]|['\u2019]?s? (?:of|for|in) the [A-Z]|\.\w")
_DIGITS = re.compile(r"\s+(\d{1,2})$")
# "Stranger Things 5 ends": the number of a season, written as a film's is.
_NUMBER_BEHIND = re.compile(
    r" (\d{1,2})(?=\s+(?:will|ends?|premieres?|releases?|finale|trailer|is|gets|hits?|drops?|returns?|lands?"
    r"|arrives?|arrived|debuts?|debuted|was|renewed|to|has|had|would|cast|finish(?:es|ed)|wrap(?:s|ped)|start(?:s|ed)|begins|began|filming"
    r"|production|premiered|ended|landed|dropped|launch(?:es|ed)|c[ao]mes?|bows|bowed|on)\b|['\u2019:,]|$)"
)
# "#ForAllMankind has been renewed": a tag's words are told apart by their capitals.
_TAG = re.compile(r"#(?=\w*[a-z][A-Z])(\w+)")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DIGIT_INSIDE = re.compile(r"[a-z]\d[a-z]")
_TRAILING = " ,.;:"
_MOST_SEASONS = 30


def find(  # noqa: PLR0913 - what is known of the article comes by keyword
    text: str,
    names: Names,
    quoted: Sequence[Quoted],
    *,
    published: int | None = None,
    known: Collection[Subject] = (),
    headline: bool = False,
) -> list[Mention]:
    """Return the shows and platforms that a text names, in order.

    Args:
        text: the text.
        names: the catalogue's names.
        quoted: its quoted stretches.
        published: the year in which it was published, or None; a show that begins much later is not meant.
        known: the shows that the headline names; their bare names are believed.
        headline: whether the text is a headline: a well-known show's bare name that opens it before a verb is believed.
    """
    found: list[Mention] = []
    for q in quoted:
        found += _quoted(text, q, names, published)
    if "#" in text:
        found += _tags(text, names, published)
        found.sort(key=lambda m: m.start)
    taken = [(m.start, m.end) for m in found]
    titles = {m.subject for m in found if isinstance(m, ShowMention) and m.names}
    shows, platforms = names.beginnings, naming_platforms.tree().beginnings
    at = behind = 0
    prose = not headline or in_sentence_case(text)
    told = prose and believing.OF_A_SEASON.search(text) is not None
    for word in _RAISED.finditer(text):
        start = word.start()
        key = key_of(word.group())
        if start < behind or not (key in shows or key in platforms or key.endswith("s")):
            continue
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] <= start:
            continue
        mention = _at_word(text, names, word, (titles, told), published)
        if mention is not None and not (_goes_on(text, mention) if prose else _is_cut(text, mention)):
            found.append(mention)
            behind = mention.end
            numbered = (
                _NUMBER_BEHIND.match(text, behind) if isinstance(mention, ShowMention) and mention.strong else None
            )
            if numbered and 1 < int(numbered[1]) <= _MOST_SEASONS:
                found.append(SeasonWords(numbered.start(1), numbered.end(1), (int(numbered[1]),)))
                behind = numbered.end(1)
    found = believing.with_tails(text, names, found)
    found = believing.with_headings(text, names, found, published)
    found.sort(key=lambda m: m.start)
    if headline and believing.OF_A_SEASON.search(text):
        found = [believing.opening(text, m) for m in found]
    return believing.established(text, found, known)


def _at_word(
    text: str, names: Names, word: re.Match[str], around: tuple[set[Subject], bool], published: int | None
) -> ShowMention | PlatformMention | None:
    """Return the platform or the show that begins at a word.

    Args:
        text: the text.
        names: the catalogue's names.
        word: the word.
        around: the shows that the text names in quotation marks, and whether it is prose about seasons.
        published: the year in which it was published, or None.
    """
    platform = naming_platforms.tree().longest(text, word)
    show = names.longest(text, word)
    if platform and (show is None or platform[0] >= show[0]):
        name = naming_platforms.meant(text, word.start(), platform[0], platform[2])
        if name:
            return PlatformMention(word.start(), platform[0], name)
    if show is None or not _written_as_name(text, word.start(), show[0]):
        return None
    key = key_of(word.group())
    owned = key != "the" and _OWNED.search(text, max(0, word.start() - 8), word.start())
    if owned or (show[1] == 1 and key in NEVER):
        return None
    return _bare_show(text, word.start(), show, around, published)


def _goes_on(text: str, mention: ShowMention | PlatformMention) -> bool:
    """Whether words that little-known shows are called, too, are part of a longer name: "The West Indies board"."""
    if not isinstance(mention, ShowMention) or (mention.strong and mention.names[0].rank < believing.WELL_KNOWN):
        return False
    # Behind a mark at its end the next sentence begins: "Schmigadoon! Creator ...".
    return text[mention.end - 1] not in _MARKS and _LONGER_NAME.match(text, mention.end) is not None


def _is_cut(text: str, mention: ShowMention | PlatformMention) -> bool:
    """Whether a name is the start of a longer one: "The Great British Bake Off returns" is not about "The Great"."""
    if not isinstance(mention, ShowMention) or mention.quoted:
        return False
    longer = _CAPITALS_BEHIND.match(text, mention.end)
    return longer is not None and longer[1] not in SMALL


def _bare_show(
    text: str,
    start: int,
    found: tuple[int, int, tuple[Name, ...]],
    around: tuple[set[Subject], bool],
    published: int | None,
) -> ShowMention | None:
    """Return the show that a name without quotation marks means, strong where its surroundings say that it is one."""
    end, count, candidates = found
    # A mark at the end of the name belongs to it: "S.W.A.T.", "Documentary Now!".
    if text[end : end + 1] in {".", "!", "?", "\u2026"} and any(
        name.text.endswith((text[end], "...") if text[end] == "\u2026" else text[end]) for name in candidates
    ):
        end += 1
    if end - start <= _SHORT and not any(text[start:end] == name.text for name in candidates):
        # "US" is no show because one is called "Us".
        return None
    if _is_part(text, start, end, candidates[0], alone=count == 1):
        return None
    subject = meant(candidates, candidates[0].title, published)
    titles, prose = around
    said = _has_context(text, start, end) or (count == 1 and prose and not titles and _is_raised(text, start, end))
    if count == 1 and titles and subject not in titles and candidates[0].rank >= believing.WELL_KNOWN:
        # "Hands Out Season 3 Renewal to 'Severance'": where titles are quoted, a word beside a season is none.
        return None
    if count == 1 and not said and not _is_coined(text, start, end, candidates):
        # Where an article quotes a title, the bare word is a person; behind a first name it is a surname.
        person = (
            subject in titles and not believing.FATE_BEHIND.match(text, end) and not believing.behind_act(text, start)
        )
        if person or _follows_a_name(text, start) or key_of(text[start:end]) in CALENDAR:
            return None
        return ShowMention(start, end, subject, quoted=False, strong=False, names=candidates)
    # Where an article quotes its titles, other words in capitals are names of something else.
    ordinary = all(key in ORDINARY or key.isdecimal() for key in keys_of(text[start:end]))
    known = candidates[0].rank < believing.WELL_KNOWN and not (ordinary and titles and subject not in titles)
    strong = said or known or not (titles or ordinary)
    return ShowMention(start, end, subject, quoted=False, strong=strong, names=candidates)


def _is_part(text: str, start: int, end: int, name: Name, *, alone: bool) -> bool:
    """Whether words are part of another name, or no show: "Comic-Con", "Friday's" (no "Fridays")."""
    if alone and text[start:end].endswith(_GENITIVE) and not name.text.endswith(_GENITIVE):
        return True
    if alone and (_PARTNER_BEFORE.search(text, max(0, start - 30), start) or _NO_SHOW_BEHIND.match(text, end)):
        return True
    if alone and (_CUT_BEFORE.search(text, max(0, start - 8), start) or _HYPHEN_BEHIND.match(text, end)):
        return True
    if _PARTICLE_BEHIND.match(text, end) and _OBJECT_AT_END.search(text, start, end):
        return True
    body = _BODY_BEFORE.search(text, max(0, start - 5), start) and not _THE.match(name.text)
    return bool(body and _DOES.match(text, end))


def _quoted(text: str, quoted: Quoted, names: Names, published: int | None) -> list[Mention]:
    inner = text[quoted.inner_start : quoted.inner_end].strip(_TRAILING)
    candidates = names.exactly(inner)
    if len(inner) == 1 and not _has_context(text, quoted.start, quoted.end):
        return []
    if not quoted.titled and " " not in inner:
        candidates = tuple(name for name in candidates if name.text == inner)
    # A comma inside the marks belongs to the sentence: "NCIS," "Ghosts" and "Matlock".
    end = quoted.inner_end - 1 if text[quoted.inner_end - 1] == "," else quoted.end
    if candidates:
        subject = meant(candidates, candidates[0].title, published)
        return [ShowMention(quoted.start, end, subject, quoted=True, strong=True, names=candidates)]
    longer = _longer(text, quoted, names, published)
    if longer is not None:
        return [longer]
    if not quoted.titled:
        return []
    numbered = _DIGITS.search(inner)
    if numbered and 1 < int(numbered[1]) <= _MOST_SEASONS:
        candidates = names.exactly(inner[: numbered.start()])
        if candidates:
            end = quoted.inner_start + numbered.start()
            subject = meant(candidates, candidates[0].title, published)
            return [
                ShowMention(quoted.start, end, subject, quoted=True, strong=True, names=candidates),
                SeasonWords(end + 1, quoted.inner_start + numbered.end(), (int(numbered[1]),)),
            ]
    return [ShowMention(quoted.start, end, Subject(inner), quoted=True, strong=False)]


def _longer(text: str, quoted: Quoted, names: Names, published: int | None) -> ShowMention | None:
    """Return the show whose title goes on behind an apostrophe that was taken for its closing mark: 'Workin' Moms'."""
    word = WORD.match(text, quoted.inner_start)
    longest = names.longest(text, word) if word and text[quoted.inner_end] in _POSSESSIVE else None
    if longest is None or longest[0] <= quoted.end or text[longest[0] : longest[0] + 1] != text[quoted.inner_end]:
        return None
    subject = meant(longest[2], longest[2][0].title, published)
    return ShowMention(quoted.start, longest[0] + 1, subject, quoted=True, strong=True, names=longest[2])


def _tags(text: str, names: Names, published: int | None) -> Iterator[ShowMention]:
    """Yield the shows whose names are written as tags."""
    for tag in _TAG.finditer(text):
        candidates = names.exactly(_CAPITAL_INSIDE.sub(" ", tag[1]))
        if candidates:
            subject = meant(candidates, candidates[0].title, published)
            yield ShowMention(tag.start(), tag.end(), subject, quoted=False, strong=True, names=candidates)


def _written_as_name(text: str, start: int, end: int) -> bool:
    """Whether the words have the capitals of a title: all but the small ones."""
    words = WORD.findall(text, start, end)
    if any(word[0].islower() and word not in SMALL for word in words):
        return False
    return len(words) > 1 or not (words[0].isdecimal() or len(words[0]) == 1)


def _has_context(text: str, start: int, end: int) -> bool:
    return bool(
        _BESIDE_SEASON.match(text, end)
        or (
            _DESCRIBED.match(text, end) and key_of(text[start:end]) not in CALENDAR and not _follows_a_name(text, start)
        )
        or (key_of(text[start:end]) in CALENDAR and _DAY_LASTS.match(text, end))
        or _SEASON_OF.search(text, max(0, start - 24), start)
        or (_BESIDE_PLATFORM.search(text, max(0, start - 16), start) and not _ONLY_DESCRIBES.match(text, end))
    )


def _is_coined(text: str, start: int, end: int, candidates: Sequence[Name]) -> bool:
    """Whether a word is written as only a title is: "Sense8", "WandaVision", or in capitals alone among others."""
    word = text[start:end]
    if key_of(word.rstrip(_MARKS)) in COINED:
        return not _follows_a_name(text, start)
    if len(word) <= _SHORT or not any(name.text == word or word.isupper() for name in candidates):
        return False
    if _CAPITAL_INSIDE.search(word) or _DIGIT_INSIDE.search(word) or (word[-1].isdigit() and word[:_SHORT].isalpha()):
        return True
    # "BREAKING: ", "NASHVILLE, Tenn. (Wire) \u2014".
    labels = _LABEL_BEHIND.match(text, end) and (not start or text[start - 1] == "\n")
    known = any(name.text == word for name in candidates)
    shouted = word.isupper() and (known or len(word) > _SHORT + 1)
    return shouted and not text.isupper() and key_of(word) not in ORDINARY and not labels


def _is_raised(text: str, start: int, end: int) -> bool:
    """Whether an everyday word has a capital in the middle of a sentence, and none has the word behind it."""
    if key_of(text[start:end]) not in PLAIN or not _IN_A_SENTENCE.search(text, max(0, start - 24), start):
        return False
    return not _LONGER.match(text, end)


def _follows_a_name(text: str, start: int) -> bool:
    """Whether the word before is a first name: "Harry Bosch" is no show."""
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if before is None or before[1][-1] in _POSSESSIVE or before[1].endswith(_GENITIVE):
        return False
    if before[1].endswith(".") and not _ABBREVIATED.fullmatch(before[1]):
        return False
    key = key_of(before[1])
    return key not in ORDINARY and key not in OPENERS and not believing.ACTS.match(before[1])
