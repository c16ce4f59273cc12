"""How far a quotation commits to a show's return.

Only words about the return count: a next season, renewal, cancellation, the
writers' room, coming back. The speech is read sentence by sentence; a cue
counts where its own sentence, or the one before or behind it, is about the
return. Where the speech itself never is, but the words around it are ("Asked
about a second season, she said"), only cues that can be an answer count
("fingers crossed", "who knows").

Of several cues the first in this order decides:

1. **denial, firm**: there will be no next season, it is not coming back, it was decided against;
2. **order**: it was ordered or renewed, it is coming back, season N is happening. It stands before the soft denial,
   since "back for a fourth season, and that is the end" is an order;
3. **denial, soft**: we are done, that was the end, it is over;
4. **doubt**: no guarantee, who knows, hired before and then cancelled. It wins over plans and hopes, since a
   speaker who names both is not sure;
5. **intent**: scripts are done, we are writing, the plan is;
6. **hope**: would love to, fingers crossed, we'll see, it feels good.

Firm words behind "if", "whether", "hope", "think" or a negation, and in a question, are none of 1 to 3.
"""

from __future__ import annotations

import re

from cliffhanger.domain.vocabulary import Commitment
from cliffhanger.reader.seasons import LATER
from cliffhanger.reader.sieves import AnyOf

_NEXT = (
    rf"(?:(?:another|next|new|final|last|future|more|further|additional|{LATER}|\d{{1,2}}(?:nd|rd"
    r"|th))(?:,? and final)? "
    r"(?:seasons?|run|series|batch|chapter|installments?|instalments?|go-round)"
    r"|(?:seasons?|series) (?:[2-9]|1\d|two|three|four|five|six|seven|eight|nine|ten|ii|iii|iv|v)\b|s(?:[2-9]|1\d)\b)"
)
_THING = r"(?:it|us|this|them|(?:the|this|our|that|your) (?:show|series|cast|team)|a show|shows)"
_TOPIC = AnyOf(
    rf"\b{_NEXT}|\b(?:un-?)?renew(?:al|als|ed|ing|s)?\b|\bcancel|\baxe[ds]?\b|\bwriters?(?:['s]|s')? room"
    r"|\b(?:com(?:e|es|ing)|be|are|is|go(?:ing)?) back\b(?! (?:to|in|into|at|home|from)\b)|\bbr(?:ing|inging"
    rf"|ought) {_THING} back\b"
    r"|\bbr(?:ing|inging) (?:[\w']+ ){1,5}back\b|\bbring back\b"
    r"|\b(?:the show|the series|it|we|us|they|this)(?:'ll| will|'s|'re| is| are| to)? (?:be )?return(?:s"
    r"|ing)?\b(?! (?:to|from)\b)"
    r"|\bmore (?:episodes|seasons|stories|of (?:it|this|the (?:show|series|story)))|\bkeep (?:going|making|telling)\b"
    r"|\bcontinue (?:on\b|(?:with )?(?:the|this|our|telling|making|to (?:tell|make)) ?(?:show|series|story"
    r"|stories|journey|these|this)?)"
    rf"|\bfuture of (?:the|this|our) (?:show|series)|\bpick(?:ed|s|ing)? {_THING} up\b|\bpicked up\b"
    r"|\bpickup\b|\bgreen-?\s?li(?:ght|t)"
    r"|\b(?:get|gets|able|allowed) to (?:go on|carry on|continue|do more|come back)\b"
    r"|\bget (?:the|a|another) chance\b"
    r"|\bpick(?:ing)? up (?:the|this|our) (?:show|series)\b|\bcome back in a heartbeat\b"
    r"|\bask(?:s|ed)? (?:me|us|them) back\b"
    r"|\b(?:tell|finish|film|write) the rest of (?:the|this|our|that)\b"
    rf"|\bdo(?:ing)? (?:more|another|(?:\w+ )?more|it again|this again)\b"
    rf"|\bthrow(?:s|n|ing)? (?:out|away) {_THING}\b|\bexpendable\b"
    r"|\b(?:make|do|tell|shoot|film) (?:some )?more\b(?! (?:than|time|work|footage|harm|damage))"
    r"|\bsee(?:ing)? (?:[\w']+ ){1,3}(?:solve|do|get|have|face) more\b"
    r"|\ba lot more of (?:her|him|them|it|this|these|us)\b"
    r"|\bnext year is\b"
    r"|\b(?:get|love|like|want|hope|ready) to (?!(?:work with|see)\b)(?:[\w']+ ){1,5}again\b"
    r"|\b(?:a|the) (?:second|third|fourth|fifth"
    r"|next) one\b"
    r"|\b(?:plan|plans) (?:is|was|were|are) (?:always )?to (?:go|come) back\b|\bgo back tomorrow\b"
    r"|\bexpect to be back\b"
    r"|\bfinish (?:the|this|our) story\b|\bprepared for a no\b|\b(?:need|want|waiting for) (?:is )?a yes\b"
    r"|\banother story\b"
    r"|\bsee it happen(?:ing)?\b|\bhappen at all\b|\bsave (?:us|the show|the series)\b"
    r"|\bpull(?:ed|s)? the plug|\b(?:the|this|our) (?:show|series)(?:'s| is| was| has)? (?:over|done|end(?:ed"
    r"|ing)?|dead)\b"
    r"|\b(?:end|conclusion|finish) (?:of|to|for) (?:the|this|our|it|us)\b|\bmove(?:d|ing)? (?:forward|ahead) with\b",
)
_AROUND = re.compile(
    rf"\b{_NEXT}|\brenew(?:al|ed|ing|s)?\b|\bcancel(?:l?ed|lation|s)?\b|\bfuture of\b|[\ue001]|\b(?:return"
    r"|coming back)\b"
    r"|\bmore (?:episodes|seasons)",
)
# What takes the firmness out of words behind it in their sentence.
_UNSURE = re.compile(
    r"\b(?:if|whether|unless|until|hop(?:e|es|ing|eful|efully)|think|guess|pray(?:ing)?|wish|want(?:s|ed)?"
    r"|would|could|might|maybe"
    r"|perhaps|not|never|n't|cannot|rumou?rs?|imagine|suppose|wonder(?:ing)?|doubt|chance|when|say|says"
    r"|afraid)\b|n't\b|\b(?:i|we|they|you|he|she)'d\b",
)
_NO_RETURN = AnyOf(
    r"\bthere(?:'s| is| will be|'ll be| are)(?: going to be)? (?:no|not (?:going to be )?(?:a"
    rf"|any)) (?:more )?(?:{_NEXT}|seasons?|episodes|renewal|revival|return)"
    r"|\bthere (?:won't|will not|isn't|is not|aren't|is never)(?: going to)?(?: be)?(?: going to be)? (?:a "
    rf"|an |any )?(?:more )?(?:{_NEXT}|seasons?\b|more\b|revival)"
    r"|\b(?:not|never|won't|isn't|aren't|wasn't|weren't)(?: (?:be|going to be|gonna be|ever|going to"
    r"|gonna))* (?:com(?:e|ing)|be|bring(?:ing)? \w+) back\b"
    r"|\b(?:not|never|won't|isn't|aren't)(?: (?:be|going to be|gonna be|ever|going to"
    r"|gonna))* return(?:ing)?\b(?! to\b)"
    r"|\b(?:not|won't|aren't|never)(?: (?:be|going to|gonna|ever))* (?:mak|do|writ|film|shoot|produc)(?:e|ing"
    rf"|ting)(?: a| an| any)?(?: more)? (?:{_NEXT}|more\b)"
    r"|\b(?:decided|chosen|opted|elected)(?: ultimately)? (?:not to (?:renew|continue|move|proceed|go|pick"
    r"|bring|order|make|do)|against (?:a |another |renew|mak))"
    r"|\b(?:not|won't|will not) (?:be )?(?:mov(?:e|ing)|go(?:ing)?|proceed(?:ing)?) (?:forward|ahead)"
    rf"|\bno (?:plans?|intention) (?:for|of|to) (?:[\w']+ ){{0,3}}(?:{_NEXT}|more|continu|return|com)"
    r"|\b(?:not|won't|will not)(?: be)? pick(?:ing)? up (?:the|this) (?:show|series)"
    r"|\b(?:we|they|it|the show|the series)(?:'ve|'s| have| has|'re| were| was| got| are)? ?(?:been |being "
    r"|officially |just )*cancel(?:l)?ed\b(?! (?:and|but|then|or|before)\b)",
)
_THE_END = AnyOf(
    r"\b(?:we|i|they)(?:'re|'m| are| am) (?:all |officially |truly |really )?(?:done"
    r"|finished)\b(?! (?:writing|filming|shooting|with (?:the )?(?:scripts?|edit|season|writ)|editing|it\b"
    r"|the))"
    r"|\b(?:that|this|it)(?:'s| is| was| will be|'ll be) (?:definitely |really |truly |absolutely )?(?:the "
    r"|our )?(?:very )?(?:end\b(?! of (?:the |this |that )?(?:season|first|episode|day|world|act|week|year"
    r"|summer))|over\b|final (?:season|chapter)|last (?:season|chapter))"
    r"|\b(?:the|this|our) (?:show|series|story)(?:'s| is| was| has)(?: now)? (?:over|done|dead|finished"
    r"|complete|ended)\b"
    r"|\bend of (?:the|this|our) (?:show|series|story|road)\b|\bsaid goodbye to\b|\bnothing (?:left"
    r"|more) to (?:say|tell)\b",
)
_ORDERED = AnyOf(
    r"\b(?:we|they|netflix|amazon|hulu|apple|hbo|peacock|the network|the streamer)(?:'ve| have|'re| are|'s"
    r"| has)? (?:just |officially |already |now )*(?:order(?:ed|ing)|renew(?:ed|ing)|green-?lit|picked (?:it"
    r"|us|the (?:show|series)) up|picked up)\b"
    r"|\b(?:is|are|was|were|been|got|gotten|get|getting|'re|'s|be)(?: just| officially| already)* (?:renewed"
    r"|picked up for|green-?lit)\b"
    r"|\b(?:it|we|they|the (?:show|series|gang|whole (?:gang|cast)|cast)|is|are)(?:'s|'re| is"
    r"| are)?(?: definitely| officially| all| absolutely)* coming back\b(?! (?:to|in|into|at|home)\b)"
    r"|\b(?:we|it|they|the (?:show|series))(?:'ll| will)(?: definitely| absolutely| all)* (?:be back|return"
    r"|come back)\b(?! (?:to|in the|into|at)\b)"
    r"|\b(?:thrilled|excited|happier|prouder|delighted|proud|happy|pleased|honou?red|overjoyed|ecstatic"
    r"|grateful|can't wait|cannot wait)(?: that we(?:'re| are| get))?(?: to (?:be|announce|say|get to"
    r"|have))?(?: that)?(?: (?:we|to)(?:'re| are)?)? (?:br(?:ing|inging)|continu(?:e|ing)|renew(?:ing)?"
    r"|order(?:ing)?|mak(?:e|ing)|go(?:ing)?|return(?:ing)?|welcom(?:e|ing)|com(?:e|ing)|div(?:e|ing)"
    r"|embark(?:ing)?|giv(?:e|ing)|return|do(?:ing)?|tell(?:ing)?|back)\b(?=.{0,90}\b(?:back|season|return"
    r"|again|renew|more|story|journey))"
    rf"|\b{_NEXT}(?:'s| is| will be|'ll be)(?: definitely| officially| really| absolutely| actually"
    r"| a)* (?:happening|real\b|official|a go\b|go\b|confirmed|coming|on (?:its|the) way|green-?lit|ordered)"
    rf"|\b(?:we|they)(?:'re| are)(?: definitely| officially)* (?:doing|making|getting) (?:a |an )?{_NEXT}"
    rf"|\b(?:see|meet) you (?:all )?(?:in|for|next) (?:a |the )?{_NEXT}"
    rf"|\b(?:we|they)(?:'ve| have)?(?: just)? (?:got|gotten|been given) (?:a |an |our |the )?(?:{_NEXT}|pickup"
    r"|green-?\s?light)",
)
_DOUBTS = AnyOf(
    r"\bno guarantees?\b|\b(?:can't|cannot|can not|couldn't) (?:guarantee|promise|say(?! (?:when|enough)))"
    r"|\brealist(?:ic)?\b"
    r"|\b(?:who|nobody|no one) knows\b|\byou (?:just )?never (?:really )?know\b"
    r"|\bnever (?:count|take|assume)|\b(?:then|and|got|gotten|get|getting|been|be) cancel(?:l)?ed\b"
    r"|\bbefore and then\b"
    r"|(?:\bnot|n't)(?: really| entirely| completely| so)? (?:sure|certain|know|optimistic|hopeful|confident"
    r"|convinced|likely|up to (?:me|us))\b"
    r"|\bdon't have (?:an answer|any (?:idea|news|information))|\bhave(?:n't| not) (?:heard|been told|gotten"
    r"|got)\b|\bno idea\b|\bno (?:word|news|decision)\b"
    r"|\bnothing(?:'s| is| has)? ?(?:been )?(?:decided|confirmed|official|guaranteed|certain|promised|signed"
    r"|agreed|ordered|settled)"
    r"|\b(?:nobody|no one)(?:'s| has| is| here is)? (?:been )?(?:promis(?:ed|ing)|signed|agreed to)\b"
    r"|\bwrong to promise\b|\bprepared for a no\b"
    r"|\b(?:can't|cannot) imagine what\b|\b(?:don't|do not) see it happening\b|\bif it (?:didn't|doesn't) happen\b"
    r"|\b(?:don't|do not) (?:think|believe|expect) (?:anyone|anybody) (?:would|will"
    r"|is going to)\b(?!.{0,30}\b(?:cancel|end|axe))"
    r"|\bcoin (?:flip|toss)\b|\btoss-?up\b|\bgo either way\b|\bclose call\b|\bfifty-fifty\b|\b50-50\b"
    r"|\bdoubt(?:ful)?\b|\bunlikely\b"
    r"|\bup in the air\b|\bin limbo\b|\bexpendable\b|\bout of (?:our|my|their) (?:hands|control)"
    r"|\bhold(?:ing)? (?:my|our) breath|\bthrow(?:s|n|ing)? (?:out|away)\b"
    r"|\b(?:may|might)(?: well)? (?:not|never)\b|\bhard to (?:say|tell|know|imagine)\b|\bworr(?:y|ied)\b"
    r"|\b(?:nervous|pessimistic|skeptical|sceptical)\b|\bpull(?:ed|s)? the plug"
    r"|\bmade peace\b|\buncertain|\bremains to be seen\b",
)
_NO_DOUBTS = re.compile(r"\b(?:not|n't) (?:be )?(?:worried|doubt|unlikely)|\bno doubt\b|\bwithout (?:a )?doubt\b")
_PLANS = AnyOf(
    r"\b(?:we|they|i)(?:'re| are|'m| am|'ve| have|'ve been| have been|'ve already| have already"
    r"| already)?(?: already| currently| been| just| now| actively)* (?:plan(?:s|ning|ned)? (?:to|for|on|it"
    r"|as (?:though|if))"
    r"|writ(?:e|ing|ten)\b(?! (?:a book|songs))|working on|breaking (?:story|stories|episodes)|mapp(?:ed"
    r"|ing) out|outlin(?:ed|ing)|develop(?:ed|ing)|intend(?:ed|ing)? to|pitch(?:ed|ing)|prepp?(?:ed|ing)"
    r"|start(?:ed|ing)? (?:writing|work|filming|shooting|on)|start (?:filming|shooting|production)"
    r"|begin (?:filming|shooting|production)|go(?:ing)? back into production|laid out|opened (?:a|the|our))"
    rf"|\b{_NEXT}(?: is|'s| are)(?: already| all| fully| completely)* "
    r"(?:mapped out|plotted|outlined|written|broken|planned)"
    rf"|\b(?:broken|mapped out|plotted|outlined|a version of|worked out) (?:a |an |the |our |all of )*{_NEXT}"
    rf"|\bhave (?:a |an |the |our )?{_NEXT} "
    r"(?:in (?:a|the|our) drawer|on (?:a|the|our) (?:whiteboard|wall)|ready|written|planned)"
    r"|\bscripts? (?:is|are|have been|has been)(?: all| already)* (?:done|written|finished|ready|in|complete)"
    r"|\b(?:written|finished) (?:all|most|some|several|\w+) (?:of )?(?:the )?scripts\b"
    r"|\bwriters?(?:['s]|s')? room(?:'s| is| has)(?: already)? (?:open|been|working|up|going|started|back)"
    r"|\bhave a writers?(?:['s]|s')? room|\b(?:the|our|a) plan(?:s)? (?:is|are|was|for|to)\b"
    r"|\b(?:have|has|got|with|had) (?:a |an |the )?(?:\w+[- ])?plan\b|\bin (?:talks|conversations|discussions"
    r"|development)\b|\bknow (?:exactly )?(?:where|what|how) (?:we|it|the)\b"
    r"|\bnext year is (?:already |all )*(?:mapped|planned|plotted|written)"
    r"|\b(?:that much )?i can promise\b(?! nothing)|\bplan was always to\b"
    r"|\bwe(?:'ll| will) make it\b"
    r"|\b(?:going to|gonna) (?:do|make|write|film|shoot|start|tell|finish)\b",
)
_HOPES = AnyOf(
    r"\bhop(?:e|es|ing|eful|efully|ed)\b|\b(?:would|'d|would all|would really|would absolutely|d'"
    r"|would just)(?: really| absolutely| all| just| definitely| personally| so)* (?:love|like|be (?:happy"
    r"|delighted|overjoyed"
    r"|thrilled|open|down|excited|honou?red|great|amazing|fun|wonderful))\b"
    r"|\bfingers(?: are)? (?:are )?crossed\b|\bcross(?:ing)? (?:my|our|your) fingers\b"
    r"|\bwe'll (?:just )?(?:have to )?(?:wait and )?see\b|\bfeels? (?:really |so |pretty |very )?(?:good"
    r"|great|positive|optimistic|confident)\b|\b(?:optimistic|confident|excited|positive)\b"
    r"|\bwould be (?:lovely|great|wonderful|amazing|nice|fantastic|terrific|a dream)\b|\bcome back in a heartbeat\b"
    r"|\bknock(?:ing)? (?:on )?wood\b|\bpray(?:ing)?\b|\bwish\b|\bnever say never\b|\bwant(?:s)? (?:to|more"
    r"|another|a)\b|\bdying to\b|\bcan't wait\b|\bready (?:to|for)\b|\bif (?:we|they|it"
    r"|there)\b.{0,40}\b(?:lucky|get|go|come|let|give)\b"
    r"|\b(?:deserve[sd]?|so much more|more (?:story|stories) to tell|open to|up for|game for|would return"
    r"|plenty (?:more|of)|keep watching|dream)\b|\b(?:go|come) back tomorrow\b|\bexpect to be back\b|\b(?:need"
    r"|want|waiting for) (?:is )?a yes\b|\bi(?:'d| would)(?: absolutely| totally| definitely| gladly"
    r"| happily)* (?:be (?:there|back)|come|do|go|return|sign|say yes)\b|\bi'm in\b",
)
# Cues that say something of a return when it is the question, and nothing else when it is not.
_ANSWERS: tuple[tuple[Commitment, re.Pattern[str]], ...] = (
    (
        Commitment.DENIAL,
        re.compile(r"\b(?:we're done|that(?:'s| was) (?:it|the end)|it's over|not happening|no chance)\b"),
    ),
    (Commitment.ORDER, re.compile(r"\b(?:it's happening|it's official|we're (?:all )?coming back|we'll be back)\b")),
    (
        Commitment.DOUBT,
        re.compile(
            r"\b(?:no guarantees?|(?:who|nobody|no one) knows|you (?:just )?never know"
            r"|(?:don't|do not) (?:really )?know"
            r"|no idea|hard to say|up in the air"
            r"|a realist|not up to (?:me|us)|out of (?:my|our) hands|remains to be seen"
            r"|coin (?:flip|toss)|toss-?up|either way|fifty-fifty|50-50|close call|can't (?:say|promise)"
            r"|haven't heard)\b",
        ),
    ),
    (
        Commitment.INTENT,
        re.compile(r"\b(?:scripts are (?:done|written)|we(?:'re| are) (?:already )?writing|the plan is|we plan to)\b"),
    ),
    (
        Commitment.HOPE,
        re.compile(
            r"\b(?:fingers (?:are )?crossed|we'll (?:just )?(?:have to )?(?:wait and )?see|i (?:really "
            r"|certainly |do )?hope so|hopefully|hope for the best"
            r"|(?:would|'d) (?:really |absolutely )?love (?:to|that|it|nothing)|feels (?:really )?good"
            r"|never say never|knock on wood|i'm (?:very )?(?:hopeful|optimistic)|we(?:'re| are) hop(?:eful"
            r"|ing))\b",
        ),
    ),
)
_SUPERLATIVE = re.compile(r"\b(?:could not|couldn't) be (?:any )?(?:more )?")
_SENTENCE = re.compile(r"[^.!?\u2026\n]+[.!?\u2026]*")
_APOSTROPHES = str.maketrans("\u2019\u2018", "''")


def of(speech: str, around: str = "") -> Commitment | None:
    """Return how far speech commits to a return, or None where it is not about one.

    Args:
        speech: what is said, without its marks.
        around: the words of the article that lead up to it.

    Example:
        >>> of("We would love to come back for a second season."), of("I love her hats.")
        (<Commitment.HOPE: 'hope'>, None)
        >>> of("Fingers crossed!", around="Asked about a renewal, she said")
        <Commitment.HOPE: 'hope'>
    """
    plain = speech.translate(_APOSTROPHES).lower()
    if not _TOPIC.is_in(plain):
        if around and _AROUND.search(around.lower()):
            return next((said for said, cue in _ANSWERS if cue.search(plain)), None)
        return None
    sentences = [m.group() for m in _SENTENCE.finditer(plain)]
    about = [_TOPIC.is_in(sentence) for sentence in sentences]
    near = [s for i, s in enumerate(sentences) if any(about[max(0, i - 1) : i + 2])]
    return _of_sentences(near)


def _of_sentences(sentences: list[str]) -> Commitment | None:
    """Return the first commitment, in the module's order, of which a sentence has a cue."""
    told = [s for s in sentences if not s.endswith("?")]
    for said, cue in ((Commitment.DENIAL, _NO_RETURN), (Commitment.ORDER, _ORDERED), (Commitment.DENIAL, _THE_END)):
        if any(_firmly(cue, s) for s in told):
            return said
    if any(_DOUBTS.is_in(s) and not _NO_DOUBTS.search(s) for s in sentences):
        return Commitment.DOUBT
    if any(_PLANS.is_in(s) for s in told):
        return Commitment.INTENT
    return Commitment.HOPE if any(_HOPES.is_in(s) for s in sentences) else None


def _firmly(cue: AnyOf, sentence: str) -> bool:
    """Whether a sentence has a cue with nothing unsure before it."""
    # "We couldn't be happier" takes nothing back.
    plain = _SUPERLATIVE.sub("are ", sentence) if "could" in sentence else sentence
    start = cue.start(plain)
    return start >= 0 and _UNSURE.search(plain, 0, start) is None
