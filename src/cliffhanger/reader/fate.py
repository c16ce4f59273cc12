"""Fate: renewed, cancelled, ending, ordered, rescued, in limbo, and how each is meant.

A rule finds a verb of fate with its show; what stands around it tells the
season, the platform, the reason and the modality. A rule whose show is not
said and cannot be told from the text gives nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import fate_alike, fate_answers, fate_finals, fate_lists, fate_rows, fate_shows, headlines
from cliffhanger.reader import fate_around as around
from cliffhanger.reader import fate_words as w
from cliffhanger.reader import modality as meant
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.fate_begun import begun
from cliffhanger.reader.fate_last import last_season, of_each
from cliffhanger.reader.fate_pieces import Hit
from cliffhanger.reader.fate_rules import RULES
from cliffhanger.reader.fate_seasons import count_of, run_of, season_to_come
from cliffhanger.reader.hinted import Hinted, plain
from cliffhanger.reader.marks import DATE, SEASON, SHOW, SPEECH
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import LATER, SeasonWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cliffhanger.reader.claims import Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.fate_pieces import Rule
    from cliffhanger.reader.sentences import Sentence

_EITHER = Hinted(
    r"\b(?:renewed|cancell?ed|ended|returning)\s*(?:,|or|/)\s*(?:or\s+)?(?:not\s+)?(?:renewed|cancell?ed|ended"
    r"|dead|axed|end)\b"
    r"|\bnot\s+yet\s+(?:renewed|cancell?ed)\s+(?:n?or)\b",
    re.IGNORECASE,
)
# "Hasn't been renewed or canceled so far".
_NEITHER = Hinted(
    r"(?:n[\u2019']t|\bnot)\s+(?:yet\s+)?(?:been\s+)?(?:renewed\s+or\s+cancell?ed|cancell?ed\s+or\s+renewed)\b",
    re.IGNORECASE,
)
_TOLD = Hinted(
    r"\b(?:sources?|insiders?|rumou?rs?|reports?|leaks?)\s+(?:say|claim|suggest|hint|indicate)s?\b"
    r"|\b(?:viral\s+)?(?:posts?|tweets?|memes?)\s+(?:say|claim|suggest)(?:s|ed|ing)?\b"
    r"|[,:(\u2013\u2014-]\s*(?:report|rumou?rs?)\b"
    r"|\breportedly\b(?!\s+(?:worth|valued|cost\w*|paid|earn\w*))|\ballegedly\b|\bper\s+(?:a\s+)?(?:reports?|rumou?rs?|insiders?)\b",
    re.IGNORECASE,
)
# "Reports that S has been cancelled are false".
_REPORTS_THAT = Hinted(
    r"\b(?:reports|claims|rumou?rs|stories|talk|speculation)\s+(?:[\w\ue003]+\s+){0,3}?(?:that|of)\b", re.IGNORECASE
)
_IS_DENIED = re.compile(
    rf"[^.;:?]{{0,60}}?\b(?:are|is|were|was|proved|(?:turn(?:ed)?|prov(?:ed|en))\s+(?:out\s+)?to\s+be)\s+(?:\w+\s+){{0,2}}?(?:false|untrue|wrong|inaccurate|incorrect|bogus|fake|premature"
    rf"|exaggerated|mis\w+|not\b|{SPEECH})",
    re.IGNORECASE,
)
# "Why hasn't P renewed S yet": the verb is split.
_HAS_NOT = re.compile(r"\bha(?:s|ve)n[\u2019']t\s+(?:the\s+)?$", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|says|told|confirmed|announced|revealed)\b", re.IGNORECASE)
_PASSIVE = frozenset(
    {"renewed", "cancelled", "canceled", "axed", "scrapped", "dropped", "shelved", "recommissioned", "extended",
     "saved", "rescued", "revived", "brought", "ordered", "greenlit", "commissioned", "tapped", "approved", "booked"}
)  # fmt: skip
_HAS = re.compile(r"\b(?:has|have|had)\s+(?:(?:already|also|just|now|officially|since|quietly|reportedly)\s+)*$")
_LET_GO = re.compile(r"\s*(?:(?:by|at|after|following|from|despite|amid|due)\b|,|$)")
_BEHIND_FATE = re.compile(
    r"\s*(?:(?:by|at|after|following|from|despite|amid|due|for|in|on|over|last|this|early|because|when|as|and|but|to|so|too"
    r"|before|through|\w+\s+(?:days?|weeks?|months?|years?)\s+(?:ago|later|after))\b|[^\w\s]|$)"
)
# "S, which it has renewed".
_WHICH_IT = re.compile(r"\b(?:which|that)\s+(?:it|they|the\s[\w\s]{1,30})\s+(?:ha[sd]|have)\b")
# "So far no streamer has picked it up".
_BY_NOBODY = re.compile(
    r"[^\w\ue000-\ue004]*(?:no|any|neither|nor|which|what)\s+(?:\w+\s+)?(?:network|streamer|broadcaster|channel|platform|studio|service)\b"
)
# What an aside tells of a show says nothing of how its fate is meant.
_DESCRIBED = re.compile(r",\s+(?:an?|its|which|whose|starring|led|created|based|from|about)\s[^,;]{1,110},")
_EACH_ITS_OWN = re.compile(rf"\brespectively\b|\btheir\s+{SEASON}", re.IGNORECASE)
_SWAPPED = {Predicate.RESCUED: Predicate.RENEWED, Predicate.RENEWED: Predicate.RESCUED}
_PAIR = 2
_ONCE = re.compile(rf"[^.;|{SHOW}]{{0,160}}")
# "Renewed S and gave a second season to T": of T.
_OF_NEXT = re.compile(rf",?\s+(?:and|but|while)\s[^,]{{0,60}}?{SEASON}\s+(?:to|of|for)\s+(?:[^\s,]+\s+){{0,5}}\W?$")
# "Was not picked up for a fourth until January": it was, then.
_NOT_UNTIL = re.compile(
    rf"(?:\s+again)?(?:\s+for\s+(?:an?\s+)?(?:{SEASON}|(?:{LATER})))?\s+(?P<until>until\s)?(?:the\s+)?(?P<date>{DATE})?",
    re.IGNORECASE,
)
# "The lowest figures since the programme was revived".
_SINCE = re.compile(r"\bsince\s+(?:it|the\s+\w+)\s+was\s+$", re.IGNORECASE)
_DAY_BEHIND = re.compile(rf"[^.;,{DATE}]{{0,25}}{DATE}")
_WAS_NOT = re.compile(r"\b(?:was|were)(?:n[\u2019']t|\s+not)\b", re.IGNORECASE)
_LOOSE = 0.8
_EXACT = 0.95


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield what a document says of the fates of shows, each fate once a sentence."""
    before: list[ArticleClaim] = []
    for sentence in document.sentences:
        last, before = before, []
        rules = RULES.through(sentence.marked)
        silent = not rules and SEASON not in sentence.marked and SHOW not in sentence.marked
        follows = fate_finals.may_follow(sentence) or fate_alike.may_follow(sentence)
        idle = silent and not document.in_title and not follows
        if idle or sentence.corrects or (_EITHER.search(sentence.marked) and not _NEITHER.search(sentence.marked)):
            continue
        claims: dict[tuple[object, ...], ArticleClaim] = {}
        _add_new(claims, (claim for hit in _hits(sentence, rules) for claim in _claims(document, hit)))
        _add_new(claims, fate_lists.find(document, sentence))
        _add_new(claims, fate_finals.find(document, sentence))
        if document.in_title:
            _add(claims, headlines.find(document, sentence))
        _add_new(claims, fate_alike.find(sentence, last, list(claims.values())))
        before = list(_settled(list(claims.values())))
        yield from before


def _add_new(claims: dict[tuple[object, ...], ArticleClaim], told: Iterable[ArticleClaim]) -> None:
    """Add the claims that tell a fate which none has told yet."""
    for claim in told:
        claims.setdefault((claim.subject, claim.predicate, claim.season), claim)


def _add(claims: dict[tuple[object, ...], ArticleClaim], told: Iterator[tuple[ArticleClaim, bool]]) -> None:
    """Add what a headline tells of shows of which no rule has told anything, and the seasons that rules left open."""
    known = {claim.subject for claim in claims.values() if claim.predicate is not Predicate.ENDING}
    open_ = {key: claim for key, claim in claims.items() if claim.season is None}
    for claim, background in told:
        vague = (claim.subject, claim.predicate, None)
        if vague not in open_ and claim.predicate in _SWAPPED:
            # "Un-cancelled: gets a seventh season" is a renewal to a rule, where nobody else is named.
            vague = (claim.subject, _SWAPPED[claim.predicate], None)
        if claim.subject not in known or background:
            claims.setdefault((claim.subject, claim.predicate, claim.season), claim)
        elif vague in open_ and claim.season is not None:
            rule = open_[vague]
            claims.pop(vague, None)
            details = {**rule.details, **claim.details}
            claims[claim.subject, rule.predicate, claim.season] = replace(rule, season=claim.season, details=details)


def _hits(sentence: Sentence, rules: Sequence[Rule]) -> Iterator[Hit]:
    marked = sentence.marked
    lowered = plain(marked)
    taken: list[tuple[int, int]] = []
    for rule in rules:
        for match in rule.pattern.compiled.finditer(lowered):
            verb = match.span("verb")
            if any(verb[0] < end and start < verb[1] for start, end in taken):
                continue
            taken.append(verb)
            lead_start = meant.clause_start(marked, match.start())
            yield Hit(sentence, rule, match, _rest(marked, match.end()), marked[lead_start : verb[1]])


def _rest(marked: str, end: int) -> str:
    """Return what follows in the clause, up to what is told of the next show."""
    rest = _ONCE.match(marked, end)
    if rest is None:
        return ""
    next_one = _OF_NEXT.search(rest.group()) if marked.startswith(SHOW, rest.end()) else None
    return rest.group()[: next_one.start()] if next_one else rest.group()


def _claims(document: Document, hit: Hit) -> Iterator[ArticleClaim]:
    shows = fate_shows.find(document, hit)
    if not shows:
        return
    answer = fate_answers.answer(document, hit.sentence) if meant.is_question(hit.sentence.marked) else None
    if answer is None and meant.is_question(hit.sentence.marked):
        return
    how = _modality(hit) if answer is None and not hit.match.group().startswith("whether") else Modality.EVENT
    predicate, how = (hit.rule.predicate, how) if _is_later(hit) else _turned(hit, how)
    if answer == fate_answers.NOT_YET:
        predicate = Predicate.IN_LIMBO if predicate is Predicate.RENEWED else None
    predicate = begun(hit, predicate, *shows[0]) if predicate is not None and not _is_no_fate(hit) else None
    if predicate is None:
        return
    for at, (show, named) in enumerate(shows):
        pair = of_each(hit.sentence, hit.match, hit.rest, predicate) if len(shows) == _PAIR else []
        told: list[tuple[int | None, dict[str, Value]]] = [(season, {}) for season in pair] or list(
            _seasons(hit, predicate, show)
        )
        if len(told) == len(shows) > 1 and _is_each_its_own(hit, [season or 0 for season, _ in told]):
            told = told[at : at + 1]
        for season, details in told:
            meant_show = show if named else fate_shows.possible(document, hit.sentence, show, season)
            if meant_show is None:
                continue
            yield ArticleClaim(
                subject=meant_show.subject,
                # A second season that is ordered renews.
                predicate=Predicate.RENEWED if predicate is Predicate.ORDERED and (season or 1) > 1 else predicate,
                season=season,
                span=hit.sentence.span(hit.match.start(), around.span_end(hit)),
                modality=how,
                platform=around.platform(hit),
                reason=around.reason(hit) if predicate is Predicate.CANCELLED else "",
                when=around.day(document, hit),
                details=details,
                confidence=(_EXACT if named else _LOOSE) - (0.0 if show.subject.id else 0.05),
                in_title=document.in_title,
            )
    if how is Modality.EVENT:
        yield from fate_rows.find(document, hit, predicate, [show for show, _ in shows])


def _is_no_fate(hit: Hit) -> bool:
    """Whether the words only look like a fate: a lease renewed, an order of many seasons, a turn back, a trailer."""
    if _is_active(hit) or _BY_NOBODY.match(hit.match.group()):
        return True
    if hit.rule.predicate is Predicate.RENEWED and _only_counted(hit):
        return True
    if hit.rule.predicate is Predicate.RESCUED and _SINCE.search(hit.sentence.marked, 0, hit.match.start("verb")):
        return True
    if hit.rule.predicate is Predicate.CANCELLED and meant.is_negated(hit.match["verb"]) and _is_until(hit):
        return True
    if hit.rule.reverses and w.UNCANCELLED.search(plain(hit.sentence.marked)):
        return True
    dropped = hit.match["verb"].startswith("drop")
    return dropped and w.NEWS_ITEM.search(hit.match.groupdict().get("object") or "") is not None


def _is_until(hit: Hit) -> bool:
    """Whether a day follows until which something was not: "did not get a second season until May"."""
    behind = _DAY_BEHIND.match(hit.rest)
    date = hit.sentence.date(hit.match.end() + behind.end() - 1).date if behind else None
    return date is not None and date.wording.casefold().startswith("until")


def _is_each_its_own(hit: Hit, numbers: Sequence[int]) -> bool:
    """Whether as many seasons as shows are told one each: "S and S for their fifth and second seasons"."""
    return (
        numbers != sorted(numbers)
        or "the former" in hit.rest
        or _EACH_ITS_OWN.search(hit.sentence.marked, hit.match.start()) is not None
    )


def _is_active(hit: Hit) -> bool:
    """Whether it is the show, or who is called "it", that renews or drops something: "has renewed its lease"."""
    behind = hit.match.start("subject") >= hit.match.start("verb") or _WHICH_IT.search(hit.match.group()) is not None
    if hit.match.groupdict().get("platform") is not None or behind or not hit.match["subject"]:
        return False
    aux = (hit.match.groupdict().get("aux") or "").casefold()
    verb = hit.match["verb"].split()[0].casefold()
    if verb in _PASSIVE and _HAS.search(aux):
        return True
    if aux.strip():
        return False
    if verb == "dropped":
        return not _LET_GO.match(hit.rest)
    if hit.sentence.document.in_title:
        return False
    # "S picked up a nomination", "the Titans cancelled practice": in prose nothing is cancelled without "was".
    return (verb in _PASSIVE or hit.match["verb"] == "picked up") and not _BEHIND_FATE.match(
        hit.sentence.marked, hit.match.end("verb")
    )


def _only_counted(hit: Hit) -> bool:
    """Whether seasons are ordered by their number from the start: "an order for two seasons" renews nothing."""
    inside = [w for at, w in hit.sentence.all_of(SeasonWords) if hit.match.start("verb") <= at < hit.match.end()]
    told = hit.match.group()
    counted = bool(inside) and all(w.count and not w.more for w in inside)
    return counted and ("order" in told or ("which" in told and "renew" not in told and "pick" not in told))


def _modality(hit: Hit) -> Modality:
    # "Has been denied a second season" denies no report, "scrapped plans for a third" is no plan, and that something is
    # undecided is a fact.
    verb = hit.match["verb"]
    told = verb.startswith("denied") or " plans " in verb or hit.rule.predicate is Predicate.IN_LIMBO
    told = told or (" would not be " in verb and _SAID.search(hit.sentence.marked) is not None)
    lead = hit.lead[: len(hit.lead) - len(hit.match["verb"])] if told else hit.lead
    how = meant.modality(_DESCRIBED.sub(",", lead), hit.sentence.marked)
    if how is Modality.EVENT and _REPORTS_THAT.search(hit.lead):
        return Modality.DENIAL if _IS_DENIED.match(hit.rest) else Modality.RUMOUR
    if how is Modality.EVENT and (_TOLD.search(hit.rest) or _TOLD.search(hit.lead)):
        return Modality.RUMOUR
    if how is Modality.EVENT and hit.rest.lstrip().startswith("?"):
        return Modality.HYPOTHETICAL
    return how


def _turned(hit: Hit, how: Modality) -> tuple[Predicate | None, Modality]:
    """Return what is said once a denial is counted in: "not renewed" is limbo or the end, "not cancelled" a denial."""
    predicate = hit.rule.predicate
    if (
        predicate is Predicate.RESCUED
        and "cancel" in hit.match["verb"]
        and not around.BY_PLATFORM.match(hit.rest.lstrip())
    ):
        predicate = Predicate.RENEWED
    aux = hit.match.groupdict().get("aux") or ""
    actor = hit.match.start("platform") if hit.match.groupdict().get("platform") else 0
    asked = _HAS_NOT.search(hit.sentence.marked, 0, actor)
    aux = f"{asked.group()} {aux}" if asked else aux
    refused = hit.match.groupdict().get("refused")
    negated = meant.is_negated(aux) or "yet to" in aux.casefold() or hit.match["subject"] == "neither"
    if predicate is Predicate.RENEWED and (negated or refused):
        if how is Modality.HYPOTHETICAL:
            return Predicate.RENEWED, how
        if refused or (not meant.is_open(aux) and not re.search(r"\b(?:has|have)\b|ha(?:s|ve)n", aux, re.IGNORECASE)):
            return Predicate.CANCELLED, how
        return (Predicate.IN_LIMBO, how) if how is Modality.EVENT else (None, how)
    if predicate in {Predicate.CANCELLED, Predicate.ENDING} and negated:
        # Who begs for a show not to be cancelled does not hope for its end.
        denied = Modality.DENIAL if how in {Modality.EVENT, Modality.DENIAL} else how
        return (None if how is Modality.HOPE else predicate), denied
    if negated and predicate is not Predicate.IN_LIMBO:
        return (None, how)
    return predicate, how


def _is_later(hit: Hit) -> bool:
    """Whether a renewal that did not come at once came on a day that is told: "was not picked up until January"."""
    told = _NOT_UNTIL.match(hit.rest) if hit.rule.predicate is Predicate.RENEWED else None
    parts = hit.match.groupdict()
    did_not = _WAS_NOT.search(parts.get("aux") or "") or (parts.get("refused") or "").startswith("did")
    if told is None or not did_not or not (told["until"] or told["date"]):
        return False
    if told["until"]:
        return True
    when = hit.sentence.date(hit.match.end() + told.start("date")).date
    return when.wording.casefold().startswith("until")


def _seasons(hit: Hit, predicate: Predicate, show: ShowMention) -> Iterator[tuple[int | None, dict[str, Value]]]:
    """Yield the seasons that are meant, each with what else the words say."""
    sentence, match = hit.sentence, hit.match
    own = _own_seasons(hit, show)
    if predicate is Predicate.CANCELLED and hit.rule.predicate is Predicate.RENEWED:
        # "A third season of S will not be made".
        refused = season_to_come(sentence, match, hit.rest, own, hit.rule.predicate)
        if refused:
            yield refused[0] - 1 or None, {}
            return
    if predicate in {Predicate.CANCELLED, Predicate.ENDING}:
        season, reversed_ = last_season(sentence, match, hit.rest, own, ending=predicate is Predicate.ENDING)
        if season is None and fate_answers.LABEL.match(match.group()):
            season = fate_answers.counted_behind(sentence)
        season = count_of(sentence, show) or season or run_of(sentence, show) or None
        yield season, {"unrenewed": True} if reversed_ or hit.rule.reverses else {}
        return
    if hit.rule.numbered:
        season = fate_answers.asked_about(sentence) or (
            show is hit.sentence.document.main and hit.sentence.document.known_season
        )
        yield from ((number, {}) for number in (season,) if number and number > 1)
        return
    numbers = season_to_come(sentence, match, hit.rest, own, predicate)
    if not numbers and predicate in {Predicate.RENEWED, Predicate.IN_LIMBO} and run_of(sentence, show):
        numbers = (run_of(sentence, show) + 1,)
    for to_come in numbers or (
        fate_answers.asked_about(sentence) if predicate in {Predicate.RENEWED, Predicate.IN_LIMBO} else None,
    ):
        yield to_come, {}


def _own_seasons(hit: Hit, show: ShowMention) -> SeasonWords | None:
    """Return the season words that stand right behind a show's name: "S N canceled"."""
    sentence = hit.sentence
    for at, mention in sentence.all_of(ShowMention):
        if mention is show:
            behind = re.match(rf"['\u2019\"\u201d]?s?['\u2019]?[\s(:,-]{{1,3}}{SEASON}", sentence.marked[at + 1 :])
            if behind:
                return sentence.season(at + behind.end())
    return None


def _settled(claims: list[ArticleClaim]) -> Iterator[ArticleClaim]:
    """Leave out what a fuller claim of the same sentence says: a renewal without its season beside one with it."""
    for claim in claims:
        fuller = [
            c
            for c in claims
            if c is not claim
            and c.subject == claim.subject
            and c.predicate is claim.predicate
            and claim.season is None
            and c.season is not None
        ]
        overtaken = claim.predicate is Predicate.RENEWED and any(
            c.subject == claim.subject
            and c.predicate in {Predicate.CANCELLED, Predicate.RESCUED, Predicate.IN_LIMBO}
            and (c.details.get("unrenewed") or c.predicate is not Predicate.CANCELLED)
            for c in claims
        )
        if not fuller and not overtaken:
            yield replace(claim)
