"""Who says a quotation, and to whom.

For each stretch of speech the words behind it are tried first ("…," she
said), then those before it (Jane Doe said, "…"), then what the paragraph has
carried so far: a quotation that stands alone goes on with the speaker before.
"He", "she", "they" and "the actress" are the paragraph's last speaker or
subject. Where nothing tells, the speaker stays empty: none is guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cliffhanger.reader import attribution_words as w
from cliffhanger.reader import persons
from cliffhanger.reader.marks import PLATFORM, SHOW, SPEECH
from cliffhanger.reader.outlets import outlet_in
from cliffhanger.reader.roles import Roles, of_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.persons import Person
    from cliffhanger.reader.sentences import Sentence

_PRONOUN = re.compile(rf"(?:\b[Hh]e|\b[Ss]he|\b[Tt]hey|\b[Tt]he (?:[A-Za-z-]+ ){{0,3}}?(?P<noun>{w.NOUN}))$")
_BEFORE = re.compile(
    rf"(?P<start>(?:{w.AUX} ){{0,3}})\b(?P<verb>{w.SAID}|went on to {w.TELLING}|{w.TOLD_ON}"
    rf"|(?<=to ){w.TELLING})\b(?P<rest>[^{SPEECH}]{{0,160}})$"
)
_STOPS = re.compile(r"[.;?!](?:\s|$)")
_CHAINED = re.compile(
    rf"(?:\b(?:and|but|then|before|while|after) ?|, ?)(?:{w.AUX} )?(?:{w.SAID}|{w.TOLD_ON})$|{w.TOLD_ON}$"
)
_CLAUSE_PRONOUN = re.compile(r"(?:[^,]{0,80}, )?(?P<who>[Hh]e|[Ss]he|[Tt]hey)\b")
_VERB = re.compile(rf"\b(?:{w.SAID}|{w.TOLD_ON}|{w.TELLING})\b")
_TRAILING_AUX = re.compile(rf"(?: {w.AUX})+$")
_FOR_PLATFORM = re.compile(r"\b(?:for|at|from|of|on|to|by) \S{1,2}$")
_DASH = re.compile("(?<= )[\u2014\u2013-](?= )|(?<=\\w)\u2014(?=\\w)|\u2014$")
_OF_SHOW = re.compile(rf" (?:of|at|from|behind) (?:the )?[{SHOW}{PLATFORM}]\+?(?: fame)?[\"'\u2019\u201d]? ?$")
_RELATIVE = re.compile(r"\s*(?:who|whose|which)\b")
_JOB_BEFORE = re.compile(
    rf"\s*(?:the |and )?(?:(?:{SHOW}|{PLATFORM}\+?)(?:['\u2019]s?)? )?(?:[a-z-]+ ){{0,3}}?"
    rf"(?:{w.NOUN}|{PLATFORM}\+?['\u2019]s?|boss|chief|head|president)(?: (?:and )?{w.NOUN})? "
)
_NOUN_ALONE = re.compile(rf"\s*the (?:[A-Za-z-]+ ){{0,3}}{w.NOUN}\s*")
_FIRST_PRONOUN = re.compile(rf"(?:he|she|they)\b|the (?:[A-Za-z-]+ ){{0,3}}?{w.NOUN}\b")
_FIRST_MONONYM = re.compile(r"(?P<name>[A-Z\u00c0-\u00de][\w'\u2019-]+)(?=[\s,.;:]|$)")
# A title's closing mark may stand behind its comma.
_MARKS = " \"'\u2019\u201d"
_LONGEST_REACH = 600
_LONGEST_LEAD = 160
_LONGEST_NEAR = 60
_MOST_APPOSITIONS = 6
_APPOSITION = re.compile(
    r"^\s*(?:\d{1,3}|who|whose|whom|which|where|the|a|an|one of|as|with|co-|head|president|chief|vice|senior"
    r"|executive|starring|playing"
    rf"|alongside|also|known|creator of|best|{PLATFORM}\+?['\u2019]|{w.NOUN}|showrunner|[a-z]+ing\b|Jr)\b"
    rf"|^\s*{PLATFORM}|^\s*{SHOW}['\u2019]",
)
_ADVERBIAL = re.compile(
    r"^\s*(?:in|on|during|via|through|at|speaking|while|when|after|following|of|by|to|for|ahead|later|recently"
    r"|however|too)\b",
    re.IGNORECASE,
)
_BEHIND_VERB = re.compile(
    rf"^[,\s\u2014\u2013-]*(?:as )?(?:{w.SAID})(?: (?:to|of"
    rf"|on) [A-Z{PLATFORM}{SHOW}][\w.' \u2019]{{0,30}})? (?P<noun>[^{SPEECH}]+)"
)
_BEHIND_SUBJECT = re.compile(
    rf"^[,\s\u2014\u2013-]*(?P<noun>[^{SPEECH}]{{1,200}}?)\s(?:{w.AUX} ){{0,3}}(?:{w.SAID}"
    rf"|went on to {w.TELLING})(?![\w-])"
)
_BEFORE_NAME = re.compile(
    r"^(?:(?:the|a|an|and|actress|actor|star|co-star|series|lead|show|former|longtime|executive|head|new"
    r"|veteran|fellow|[a-z-]+"
    rf"|{SHOW}|{PLATFORM}\+?)(?:['\u2019]s?)?,? ){{0,8}}(?:(?:[A-Z][A-Za-z-]+) ){{0,3}}$"
)
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s|[Pp]er|[Ff]rom)\b (?P<noun>[^{SPEECH}]{{1,80}}?)(?: (?:put"
    r"|puts|said|says) it)?[,:]?\s*$"
)
_ACCORDING_BEHIND = re.compile(r"^,? (?:according to|per) (?P<noun>[^.;]{1,80})")
_OBJECT = re.compile(
    r"\b(?:of|with|from|by|(?<!ccording )to|as|for|opposite|alongside|like|plays?|played|portrays?|portraying|about|on"
    r"|at|between|featuring|including|starring)(?: [a-z]+(?:-[a-z]+)*){0,3} (?:[A-Z][a-z]+ )?$",
    re.IGNORECASE,
)
# "S's Jane Doe", and not "there's Jane Doe".
_OWNED = re.compile(
    r"(?<=[^\W\d_])(?<!\b[Tt]here)(?<!\b[Hh]ere)(?<!\b[Ii]t)(?<!\b[Tt]hat)['\u2019]s"
    r"(?: [a-z]+(?:-[a-z]+)*){0,3} (?:[A-Z][a-z]+ )?$"
)
_PAIRED = re.compile(r"(?:, (?:[^,]{1,60}, )?)?(?: ?(?:and|&)) (?:[a-z-]+ ){0,4}$")
_AND = re.compile(r" (?:and|&) $")
_MONONYM = re.compile(r"(?<![^\W_])(?P<name>[A-Z\u00c0-\u00de][\w'\u2019-]+)$")
# Between two pieces of what one person says: "…," said Jane Doe, "…"; "…" and that "…".
_GOES_ON = re.compile(r"(?:[,:\u2014]|[\s,](?:and|but|and that|but that)) $")
_ALONE = re.compile(rf"^[{SPEECH}\s.,\u2026]+$")
_LEADS_ON = ("!", "?", "\u2026", "...", ",", "\u2014", "\u2013", "-")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something.

    Attributes:
        name: the full name where the document has it, or as the sentence gives it; empty where nothing tells.
        outlet: to whom it was said, or empty.
        platform: the platform for which it is said, or empty.
        near: whether the words of saying stand directly beside the speech.
        confidence: of the attribution, 0 to 1.
    """

    name: str = ""
    outlet: str = ""
    platform: str = ""
    near: bool = False
    confidence: float = 0.9


NOBODY = Speaker(confidence=0.8)


class Attribution:
    """Finds the speakers of a document's speech, in its order.

    Attributes:
        roll: the persons that the document names.
        roles: their parts.
    """

    def __init__(self, document: Document) -> None:
        """Read a document's persons and their parts."""
        self._cast = persons.of_document(document)
        self.roll = self._cast.roll
        self.roles: Roles = of_document(document, self._cast)
        self._document = document
        self._paragraph = -1
        self._subject = ""
        self._last = NOBODY
        self._outlet: tuple[str, str] = ("", "")

    def read(self) -> Iterator[tuple[Sentence, int, Speaker]]:
        """Yield each stretch of speech: its sentence, its place in it, and who says it."""
        speaking = {s.paragraph for s in self._document.sentences if SPEECH in s.marked}
        for sentence in self._document.sentences:
            if sentence.paragraph not in speaking and sentence.paragraph + 1 not in speaking:
                continue
            if sentence.paragraph != self._paragraph:
                self._turn(sentence)
            named = self._cast.of(sentence)
            outlet = outlet_in(sentence, 0, len(sentence.marked))
            subject = _subject(sentence, named)
            if outlet:
                self._outlet = (subject or self._subject, outlet)
            if SPEECH in sentence.marked:
                for place, mark in enumerate(sentence.marked):
                    if mark == SPEECH:
                        speaker = self._carried(sentence, self._speaker(sentence, place, named))
                        self._last = speaker
                        yield sentence, place, speaker
            if subject is not None:
                self._subject = subject

    def _turn(self, sentence: Sentence) -> None:
        """Begin a paragraph: only one that is nothing but speech goes on with the speaker before."""
        follows = sentence.paragraph == self._paragraph + 1
        goes_on = follows and _ALONE.match(sentence.marked)
        self._paragraph = sentence.paragraph
        if not follows:
            self._subject = ""
        if not goes_on:
            self._outlet = ("", "")
            self._last = NOBODY

    def _carried(self, sentence: Sentence, speaker: Speaker) -> Speaker:
        """Fill in what the paragraph has told before."""
        if not speaker.name and not speaker.platform and _ALONE.match(sentence.marked):
            leading = self._led(sentence)
            source = leading if leading.name else self._last if self._last.name else self._spoken_of(sentence)
            if source.name or source.platform:
                speaker = replace(source, near=True, confidence=0.75)
        if speaker.name and not speaker.outlet:
            if self._last.name == speaker.name and self._last.outlet:
                return replace(speaker, outlet=self._last.outlet)
            who, outlet = self._outlet
            if outlet and who in {"", speaker.name}:
                return replace(speaker, outlet=outlet)
        return speaker

    def _spoken_of(self, sentence: Sentence) -> Speaker:
        """Return the person of whom the sentence before speaks, and nobody where it speaks of two or of none."""
        if not sentence.index or not self._subject:
            return NOBODY
        before = self._document.sentences[sentence.index - 1]
        if SPEECH in before.marked or _subject(before, self._cast.of(before)) != self._subject:
            return NOBODY
        return Speaker(self._subject)

    def _led(self, sentence: Sentence) -> Speaker:
        """Return who is named by a sentence before that ends with a colon."""
        if not sentence.index:
            return NOBODY
        before = self._document.sentences[sentence.index - 1]
        if not before.marked.endswith(":") or before.paragraph < sentence.paragraph - 1:
            return NOBODY
        return self._before(before, before.marked[:-1], 0, self._cast.of(before))

    def _speaker(self, sentence: Sentence, place: int, named: list[Person]) -> Speaker:
        words = sentence.marked
        end = words.find(SPEECH, place + 1)
        behind = words[place + 1 : end if end >= 0 else len(words)][:_LONGEST_REACH]
        start = max(words.rfind(SPEECH, 0, place) + 1, place - _LONGEST_REACH)
        named = named[bisect_left(named, (start,)) : bisect_left(named, (place + len(behind) + 1,))]
        found = self._behind(sentence, behind, place + 1, named)
        if not found.name and not found.platform:
            found = self._before(sentence, words[start:place].rstrip(), start, named)
            if not found.name and not found.platform and start and _GOES_ON.search(words, start, place):
                return self._last
        if found.name or found.platform or behind.strip(" ."):
            return found
        inner = sentence.speech(place).quoted
        said = self._document.text[inner.inner_start : inner.inner_end].rstrip()
        following = self._document.sentences[sentence.index + 1 : sentence.index + 2]
        # "I loved it!" Doe said.: the mark of exclamation has cut the sentence in two.
        if said.endswith(_LEADS_ON) and following and following[0].paragraph == sentence.paragraph:
            other = following[0]
            rest = other.marked.partition(SPEECH)[0]
            return self._behind(other, rest, 0, self._cast.of(other))
        return found

    def _behind(self, sentence: Sentence, words: str, at: int, named: list[Person]) -> Speaker:
        """Read the words behind speech, which begin at a place of the sentence."""
        if not words.strip(" .,"):
            return NOBODY
        according = _ACCORDING_BEHIND.match(words)
        verb = _BEHIND_VERB.match(words)
        subject = None if verb or according else _BEHIND_SUBJECT.match(words)
        found = verb or according or subject
        if found is None:
            return NOBODY
        start, end = found.span("noun")
        name, platform = self._at_end(words[:end], at, named) if subject else self._at_start(words, start, at, named)
        if platform == PLATFORM:
            platform = self._platform(sentence, at, at + len(words))
        outlet = outlet_in(sentence, at, at + len(words))
        return Speaker(name, outlet, platform, near=True) if name or platform else NOBODY

    def _before(self, sentence: Sentence, words: str, at: int, named: list[Person]) -> Speaker:
        """Read the words before speech, which begin at a place of the sentence."""
        for verb in reversed(list(_VERB.finditer(words))):
            rest = words[verb.end() :]
            if _STOPS.search(rest.rstrip(" .,:")) or len(rest) > _LONGEST_LEAD:
                break
            told = _BEFORE.search(words[: verb.end()])
            if told is None or told.end("verb") != verb.end():
                continue
            name, platform = self._at_end(words[: told.start()], at, named)
            if not (name or platform) and _CHAINED.search(words[: told.start()] + told["verb"]):
                name = self._chained(sentence, words[: told.start()], at, named)
            if name or platform:
                if platform == PLATFORM:
                    platform = self._platform(sentence, at, at + told.start())
                near = not rest or (len(rest) < _LONGEST_NEAR and rest.rstrip()[-1:] in ",:") or rest.strip() == "that"
                return Speaker(name, outlet_in(sentence, at, at + len(words)), platform, near=near)
        name = self._introduced(words, at, named)
        return Speaker(name, outlet_in(sentence, at, at + len(words)), near=True) if name else NOBODY

    def _introduced(self, words: str, at: int, named: list[Person]) -> str:
        """Return who leads on to speech without a verb: "Jane Doe:", "according to Jane Doe"."""
        name = ""
        if words.rstrip().endswith(":"):
            name, _ = self._at_end(words.rstrip(" :"), at, named)
        according = None if name else _ACCORDING.search(words)
        if according:
            name, _ = self._at_start(words, according.start("noun"), at, named)
        return name

    def _chained(self, sentence: Sentence, words: str, at: int, named: list[Person]) -> str:
        """Return the subject of a second verb: "Jane Doe laughed and said"."""
        subject = _subject(sentence, [p for p in named if p.end <= at + len(words)])
        if subject is not None:
            return subject
        pronoun = _CLAUSE_PRONOUN.match(words)
        return self._meant(pronoun["who"]) if pronoun else ""

    def _at_start(self, words: str, start: int, at: int, named: list[Person]) -> tuple[str, str]:
        """Return the person that a stretch of words begins with, and the platform for which they speak."""
        for index, person in enumerate(named):
            if person.start - at >= start and _BEFORE_NAME.match(words[start : person.start - at]):
                other = named[index + 1] if index + 1 < len(named) else None
                if other is not None and _AND.fullmatch(words[person.end - at : other.start - at]):
                    return f"{person.name} and {other.name}", ""
                return person.name, ""
        first = _FIRST_PRONOUN.match(words, start)
        if first:
            return self._meant(first.group()), ""
        if words[start : start + 1] == PLATFORM and not words[start + 1 : start + 3].startswith(("'", "\u2019")):
            return "", PLATFORM
        alone = _FIRST_MONONYM.match(words, start)
        return (alone["name"], "") if alone and self._may_speak(alone["name"]) else ("", "")

    def _at_end(self, words: str, at: int, named: list[Person]) -> tuple[str, str]:
        """Return the subject of a verb that follows words, and the platform for which it speaks.

        An apposition between the two is stepped over: "Jane Doe, who plays Mara Quill, said".
        """
        rest = _OF_SHOW.sub("", _DASH.sub(",", words)).rstrip()
        for _ in range(_MOST_APPOSITIONS):
            before, comma, chunk = rest.rpartition(",")
            name, platform = self._ends_with(_TRAILING_AUX.sub("", rest), at, named)
            apposed = bool(comma and _APPOSITION.match(chunk))
            apposed = apposed and not self._names_its_job(chunk, at + len(before) + 1, named)
            if (name or platform) and not apposed:
                return name, platform
            if not comma or not (apposed or not chunk.strip(_MARKS) or _ADVERBIAL.match(chunk)):
                break
            rest = before.rstrip()
        return "", ""

    def _names_its_job(self, chunk: str, at: int, named: list[Person]) -> bool:
        """Whether words behind a comma are a subject with its job: "showrunner Jane Doe", "the actress"."""
        if _RELATIVE.match(chunk):
            return False
        job = _JOB_BEFORE.match(chunk)
        if job is not None and any(person.start == at + job.end() for person in named):
            return True
        return bool(_NOUN_ALONE.fullmatch(chunk)) and not named

    def _ends_with(self, words: str, at: int, named: list[Person]) -> tuple[str, str]:
        end = at + len(words.removesuffix("."))
        for index, person in enumerate(named):
            if person.end == end:
                before = words[: max(0, person.start - at)]
                if index and _AND.search(before) and named[index - 1].end == at + len(_AND.sub("", before)):
                    return f"{named[index - 1].name} and {person.name}", ""
                return ("", "") if _OBJECT.search(before) else (person.name, "")
        pronoun = _PRONOUN.search(words)
        if pronoun:
            return self._meant(pronoun.group()), ""
        if words.endswith((PLATFORM, PLATFORM + "+")) and not _FOR_PLATFORM.search(words):
            return "", PLATFORM
        alone = _MONONYM.search(words)
        if alone and self._may_speak(alone["name"]) and not _OBJECT.search(words[: alone.start()]):
            return alone["name"], ""
        return "", ""

    def _meant(self, words: str) -> str:
        """Return whom a pronoun or "the showrunner" means, or nothing."""
        noun = words.rpartition(" ")[2].casefold()
        holders = self.roles.holders(noun) if " " in words else []
        if len(holders) == 1:
            return holders[0]
        return self._last.name or self._subject

    def _may_speak(self, name: str) -> bool:
        return persons.may_be_name(name) and not self.roll.ambiguous(name)

    def _platform(self, sentence: Sentence, start: int, end: int) -> str:
        place = sentence.marked.find(PLATFORM, start, end)
        return sentence.platform(place).name if place >= 0 else ""


def _subject(sentence: Sentence, named: list[Person]) -> str | None:
    """Return the person of whom a sentence speaks; empty where it speaks of two, None where of nobody."""
    for index, person in enumerate(named):
        before = sentence.marked[max(0, person.start - 60) : person.start]
        if _OBJECT.search(before) or _OWNED.search(before):
            continue
        following = named[index + 1] if index + 1 < len(named) else None
        if following is not None and _PAIRED.fullmatch(sentence.marked, person.end, following.start):
            return ""
        return person.name
    return None
