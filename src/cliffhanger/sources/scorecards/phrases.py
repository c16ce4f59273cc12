"""The phrases that a scorecard's status is made of, and what each one means.

A status such as "Renewed 1/31; S15 announced as final season 3/22" is a chain
of phrases. Every phrase has to be known here: those that decide nothing are
listed too, so that a new wording is heard at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cliffhanger.domain.vocabulary import Kind, Predicate
from cliffhanger.sources.scorecards.words import KINDS, NATIONS, Nation

_DAY = r"(?:(?:on|in) )?(?P<day>[\dt]{1,2}/\d{1,2}(?:/\d{2,4})?)s?(?!/)"
_ORDINAL = r"(?:(?P<n>\d+) ?(?:st|nd|rd|th)|(?P<spelled>second|third))"
_NUMBER = r"(?:s|season )(?P<n>\d+)"
_FINAL = r"(?:[ /]\(?(?:and )?(?P<final>final)\)?)?"
_RENEWED = r"(?:(?P<early>already|previously) )?(?:renewed|renewd|renwed)"
_SHORT = r"(?:short(?:er)? )?(?:\d+-(?:ep|part|episode)\.? )?"
_UK = r"(?: \(?in the uk\)?)?"
_CANCELLED = r"(?:cancell?ed|axed|dropped|killed)"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase says.

    Attributes:
        predicate: the decision, or None where it decides nothing.
        rumour: whether it is only presumed.
        early: whether the decision is older than the TV season of the card.
        unaired: whether it says that the season itself was never shown.
        rescue: whether it is a rescue, whatever else it may be, where the same status has told of a cancellation.
        kind: what it says the series is meant to be, or None.
        nation: where it says the series comes from, or None.
    """

    predicate: Predicate | None = None
    rumour: bool = False
    early: bool = False
    unaired: bool = False
    rescue: bool = False
    kind: Kind | None = None
    nation: Nation | None = None


_ORDER = Meaning(Predicate.RENEWED)
_EARLY_ORDER = Meaning(Predicate.RENEWED, early=True)
_SEVERAL = Meaning(Predicate.ORDERED, early=True)
_CANCEL = Meaning(Predicate.CANCELLED)
_PRESUMED = Meaning(Predicate.CANCELLED, rumour=True)
_NEVER_SHOWN = Meaning(Predicate.CANCELLED, unaired=True)
_END = Meaning(Predicate.ENDING)
_SAVED = Meaning(Predicate.RESCUED)
_PICKED_UP = Meaning(Predicate.RENEWED, rescue=True)
_MOVE = Meaning(rescue=True)
_UNAIRED = Meaning(unaired=True)
_NOTHING = Meaning()

# In patterns: <D> a day, <O> an ordinal ("6th"), <S> a season by its number ("S6"), <R> "renewed", <C> "canceled",
# <F> "and final", <H> "short", <U> "in the UK", <W> a rough time.
_DECIDING: tuple[tuple[Meaning, tuple[str, ...]], ...] = (
    (
        _ORDER,
        (
            r"<R>(?: <D>)?",
            r"<R> <D> for <S>",
            r"<R> <D> for (?:an? )?<O><F> season",
            r"<R> for ?(?:an? ?)?<H><O><F> (?:sea)?\(?season(?:son)?\)?<U>(?: <D>)?",
            r"<R> for ?(?:an? ?)?<H><O> \((?P<final>final) season\)(?: <D>)?",
            r"<R> for an? <O> cycle <D>",
            # These two count editions of their own, not the seasons of the series.
            r"<R> for an? \d+th celebrity edition <D>",
            r"<R> for a \d+rd hbo season <D>",
            r"<R> for (?:an? )?(?:\(?(?P<final>final)\)? )?<H><S>(?: <D>)?",
            r"<R> for a (?P<final>final) (?:\d+-episode )?season(?: <D>)?",
            r"<R> (?:through|thru) (?:a (?P<final>final) )?<S><U>(?: <D>)?",
            r"(?:as of <D>, )?<R> through \d{4}(?:-\d{2})?(?: season)?",
            r"<R> through \d{4}(?:-\d{2})?(?: season)? <D>",
            r"<R> for (?P<more>two|\d+) (?:more |additional |add'l )?(?:\(?(?P<final>final)\)? )?seasons<U>(?: <D>)?",
            r"<R> for seasons \d+ and (?P<n>\d+) <D>",
            r"<R><U>",
            r"(?:extended )?(?:to|through|thru) <S> <D>",
            r"(?:a )?<S> <D>",
            r"<S> renewal <D>",
            r"s\d+/<S> renewal <D>",
            r"<O> season renewal <D>",
            r"<O> season <D>",
            r"<O> season picked up for u\.s\. <D>",
            r"<O> season announced <D>",
            r"<S> (?:announced|confirmed) <D>",
            r"will return for a <O><F> season",
            r"\d+-episode renewal <D>",
        ),
    ),
    (
        _EARLY_ORDER,
        (
            r"<O> season already (?:ordered|in production)",
            r"previously picked up for a <O> season",
        ),
    ),
    (
        _SEVERAL,
        (
            r"(?:(?:initial|original) )?order is for (?P<n>\d+) seasons",
            r"(?P<n>\d+) seasons ordered",
            r"two seasons \(s\d+ & <S>\) ordered by netflix",
        ),
    ),
    (Meaning(Predicate.ORDERED), (r"(?P<more>two) seasons ordered <D>",)),
    (
        _CANCEL,
        (
            r"(?:officially |confirmed as |reconfirmed as |cofirmed as )?<C>(?: <D>)?",
            r"<C> \(by marvel\)",
            r"<C> and pulled from sched(?:ule)? <D>",
            r"cancellation confirmed <D>",
            r"will not return for a <O> season",
            r"officially not progressing as a series <D>",
        ),
    ),
    (
        _PRESUMED,
        (
            r"(?:unofficially|presumed|considered) <C>(?: <D>)?",
            r"omitted from \d{4}-\d{2} (?:plans|sched\.?|schedule)",
            r"not (?:included )?(?:in|on) (?:fox's )?\d{4}-\d{2} (?:plans|sched|schedule)",
            r"presumed done",
        ),
    ),
    (
        _NEVER_SHOWN,
        (
            r"<C> by nbc <D>",
            r"(?:project|reboot|season|series) <C>(?: <D>)?",
            r"project <C> in pre-production <D>",
            r"series order rescinded <D>",
        ),
    ),
    (Meaning(Predicate.CANCELLED, rumour=True, unaired=True), (r"not on schedule; likely will never air",)),
    (
        _END,
        (
            r"ending (?:\(again\) )?(?:with|after) (?:this|a) (?:<H>|delayed )(?:<O> )?season",
            r"ending (?:with this last batch of|after these last \d+) episodes",
            r"(?:will end|ends) after (?:(?:this )?<O> season|that)",
            r"(?:will|to) end with <S>",
            r"<S> will be (?:the show's last|final season)",
            r"<S> announced as final season <D>",
            r"(?:short )?final season(?: exclusive to netflix)?",
            r"final (?:\d+-ep\. )?<O> season in summer \d{4}",
            r"\d+ eps to air in \d{4}, final \d+ in spring \d{4}",
            r"\d+-part final season wraps summer \d{4}",
            r"(?:voluntarily|confirmed as) ended <D>",
        ),
    ),
    (Meaning(Predicate.ENDING, rumour=True), (r"likely to end with movie or short <S>",)),
    (
        _SAVED,
        (
            r"revived by (?P<platform>vh1) <D>",
            r"uncanceled <D>",
            r"uncanceled and renewed <D>",
            r"uncanceled <D> and renewed for <S>",
        ),
    ),
    (Meaning(Predicate.RESCUED, unaired=True), (r"revived <D> for \d{4}-\d{2}",)),
    (
        _PICKED_UP,
        (
            r"(?:<S> )?picked up by (?P<platform>nbc|amazon|netflix|ovation) <D>",
            r"picked up for a <O> season by (?P<platform>yahoo)",
            r"moves to (?P<platform>tbs) in \d{4}-\d{2}",
        ),
    ),
    (_MOVE, (r"(?:will move|moved) to (?P<platform>hulu|netflix|bet|the cw)(?: for <S>| next season)?",)),
    (
        _UNAIRED,
        (
            r"before any ep(?:isode)?s aired",
            r"before (?:filming any of s\d+|filming|the season started)",
            r"(?:due to legal issues)",
            r"prior to (?:airing|broadcast|(?:the )?(?:start of )?(?:filming|production)(?: start)?)",
            r"(?:(?:s\d+|\d+nd season|\d+ eps) )?will (?:not|never) air",
            r"unfilmed",
            r"after 1 episode filmed",
        ),
    ),
)

_WHEN = r"(?:(?:the )?(?:next |fall |early )?(?:season|fall|summer|\d{4}(?:-\d{2,4})?)(?: season| \d{4})?)"

_SAYING_NOTHING: tuple[str, ...] = (
    # Of a delay, a move or a gap in the schedule.
    r"(?:likely )?(?:delayed|moved|postponed)(?: and delayed)?(?: (?:to|until) <W>)?(?: but will air)?",
    r"(?:likely (?:fall|winter) \d{4}|(?:and )?from (?:january|june|august|fall)|starts <D>|for creative reasons)",
    r"moved? (?:and moved )?to (?:a&e|hbo|saturdays <D>|itunes after seeso went under)|which started <D>",
    r"moved (?:from (?:[a-z]+)(?: after s\d+| for s\d+)?|to yahoo from nbc)",
    r"(?:was )?mov(?:ing|es) (?:to [a-z ]+ )?from (?:[a-z0-9&]+(?: america)?)(?: to bet)?",
    r"moving to (?:fxx|usa|nat geo for s\d+)",
    r"s\d+ to air on wgn",
    r"(?:(?:likely )?won't air until|may not air until|will (?:likely )?air in|s\d+ won't air until|to air) <W>",
    r"will (?:likely )?air in the fall",
    r"s(?:eason )?\d+ to air in (?:\d{4}|august)",
    r"s\d+ \(katrina\) will now start in \d{4}-\d{2}",
    r"s\d+ will now cover aretha franklin|will not be \"katrina\"|new topic tbd",
    r"summer debut for s\d+",
    r"returns (?:after (?:a )?\d+-year absence|<D>|later in '\d+)",
    r"sneak preview aired in march",
    r"rescheduled from original spring start|indefinitely|in the fall|due to star's injury",
    r"(?:banished to saturdays effective|off sched\. after|production suspended|resumed) <D>",
    r"pulled(?: from schedule)?(?: <D>)?",
    r"production halted (?:at \d+ eps|as of june \d{4})",
    r"delayed or canceled \(status (?:uncertain|unclear)\)",
    r"fate uncertain|possibly still alive|project delayed|project in jeopardy due to ed westwick scandal",
    r"no decision made yet \(renewal still possible\)",
    r"in negotiations to return for \d{4}-\d{2}",
    r"no plans to revive the show again as of <D>",
    r"won't be back in \d{4}, but could return in \d{4}",
    r"could return for a \d+nd season|a potential \d+nd season is in development",
    r"network defunct|unsure where/if this will air|starz pulled out <D>|may go elsewhere",
    r"s\d+ may not air|series won't air|re-edited as movie|may be extended to a series",
    # Of the rest of a cancelled season.
    r"after (?:just )?\d+ ep(?:isode)?s?(?: aired)?",
    r"after (?:end of 1st season|\d+ seasons)",
    r"1st cancellation of (?:the )?fall",
    r"all \d+ ep(?:isode)?s will air|all episodes have aired|official <D>|though never made official",
    r"(?:series )?finale (?:airs )?<D>|finale airs <D>|finale special in late \d{4}",
    r"remaining (?:\d+ )?eps (?:to air <D>|pulled from schedule|on lmn)",
    r"(?:with )?\d+ eps unaired|\d+th season will still air|final \d+ eps air this fall",
    r"tv movie to air in september|new finale special to air|miniseries finale in june|movie spin-off possible",
    r"will end with finale special in fall|replaced by the new pope|will not go to another network",
    r"ending early \(on <D>\)|wraps in \d{4}|split in \d+ parts|1st on fxx",
    r"final season on fox",
    # Of the size of a season.
    r"season (?:extended|cut)(?: (?:by|to) \d+ ep(?:isode)?s)?(?: <D>)?|extended by \d+ eps <D>|expanded to \d+ eps",
    r"<R> for \d+ additional eps <D>|\d+ more eps added <D>|\d+ episodes added|full-season pickup <D>",
    r"season cut by \d+ eps <D>|\d+-episode (?:mini-season|order)",
    r"short(?: \(\d+-episode\))? season(?: \(\d+ episodes\))?",
    r"two-part season \(part \d date is tbd\)|\"season\" consists of one \d+-hour special",
    r"\d+ seasons aired|both seasons will stream at once|a \d+nd season is also now streaming|two seasons picked up",
    r"(?:syfy|sundance) will air (?:at least )?\d seasons|syfy will air s\d & s\d of the web series",
    # Of where it is shown and what it is.
    r"(?:exclusive to )?(?:cbs all[ -]access|sundance now(?: exclusive| streaming service)?|facebook watch|fxx)",
    r"youtube(?: premium)?(?: drama)?|streaming (?:only|series)|shudder/sundance now|shudder|live-action",
    r"considered a(?= miniseries)|series streams on xbox live",
    r"rare fall season airs exclusively on cbs all access|paramount network \(formerly spike\)",
    r"available at louisck\.net|also airs on a&e and history|1st episode also airs on abc|airs as a one-off special",
    r"(?:1st|\d+rd) season on hbo|1st season in abc primetime|last aired on fox in \d{4}|usa debut(?: of)?",
    r"celebrity edition|new weekly format|new title|new version of classic(?= game show)|masterpiece|as an anthology",
    r"(?:monthly horror )?anthology|nature(?= miniseries)|drama series|(?:sequel )?series|version",
    r"(?:revival of (?:the classic dating show|classic children's show|bravo(?= reality))|mr\. show reunion series)",
    r"chiller's first scripted series|z nation prequel|based on the \d{4} film|based on the|revival|sequel",
    r"sequel to the (?:spoils of babylon|white queen)|continuation of \d{4}-\d{2} (?:abc|wb/cw) series",
    r"sequel (?:miniseries )?ordered <D>|alternate version released as an app in fall \d{4}",
    r"\[?(?:fka|formerly known as|previously titled) [^;\]()]+",
)


_TOKENS = {
    "<D>": _DAY,
    "<O>": _ORDINAL,
    "<S>": _NUMBER,
    "<R>": _RENEWED,
    "<C>": _CANCELLED,
    "<F>": _FINAL,
    "<H>": _SHORT,
    "<U>": _UK,
    "<W>": _WHEN,
}
_GROUP_NAME = re.compile(r"\?P<[a-z]+>")


def _compiled(pattern: str, *, decides: bool) -> re.Pattern[str]:
    for token, meant in _TOKENS.items():
        pattern = pattern.replace(token, meant)
    if not decides:
        pattern = _GROUP_NAME.sub("?:", pattern)
    return re.compile(rf"(?:{pattern})(?![a-z0-9])")


PHRASES: tuple[tuple[Meaning, re.Pattern[str]], ...] = (
    *((meaning, _compiled(pattern, decides=True)) for meaning, patterns in _DECIDING for pattern in patterns),
    *((_NOTHING, _compiled(pattern, decides=False)) for pattern in _SAYING_NOTHING),
    *((Meaning(kind=kind), _compiled(word, decides=False)) for word, kind in KINDS.items()),
    *((Meaning(nation=nation), _compiled(word, decides=False)) for word, nation in NATIONS.items()),
    *(
        (Meaning(nation=Nation((), nation.language)), _compiled(f"{word}-language", decides=False))
        for word, nation in NATIONS.items()
    ),
)
"""Every known phrase in small letters, with its meaning; where several fit, the longest counts."""
