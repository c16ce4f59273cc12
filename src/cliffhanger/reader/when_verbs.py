"""Verbs of beginning and of ending on the screen, each in all its forms.

What a show does there English says in many pictures ("pops up on P", "rides off
on D"), and each picture in every tense. They are collected here once, and the
rules say where they may stand. Matched against marked sentences
(:mod:`cliffhanger.reader.document`).
"""

from __future__ import annotations

from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW

D, N, S, P = DATE, SEASON, SHOW, PLATFORM

_IRREGULAR = {
    "be": "be|is|are|was|were|been|being",
    "is": "is",
    "are": "are",
    "become": "becom(?:e|es|ing)|became",
    "begin": "beg[aiu]n|begins|beginning",
    "bid": "bids?|bade|bidding",
    "break": "breaks?|broke|breaking",
    "breathe": "breath(?:e|es|ed|ing)",
    "bring": "brings?|brought|bringing",
    "burst": "bursts?|bursting",
    "come": "com(?:e|es|ing)|came",
    "creep": "creeps?|crept|creeping",
    "draw": "draws?|drew|drawing",
    "fall": "falls?|fell|falling",
    "find": "finds?|found|finding",
    "fly": "fl(?:y|ies|ew|ying)",
    "get": "g[eo]ts?|gotten|getting",
    "give": "giv(?:e|es|en|ing)|gave",
    "go": "goes|go|went|gone|going",
    "hang": "hangs?|hung|hanging",
    "have": "has|have|had|having",
    "hit": "hits?|hitting",
    "hold": "holds?|held|holding",
    "leave": "leav(?:e|es|ing)|left",
    "make": "mak(?:e|es|ing)|made",
    "put": "puts?|putting",
    "ride": "rid(?:e|es|ing)|rode|ridden",
    "ring": "rings?|rang|rung|ringing",
    "rise": "ris(?:e|es|ing)|rose",
    "run": "runs?|ran|running",
    "say": "says?|said|saying",
    "see": "sees?|saw|seen|seeing",
    "set": "sets?|setting",
    "show": "show(?:s|ed|n|ing)?",
    "shut": "shuts?|shutting",
    "slide": "slid(?:e|es|ing)?",
    "speak": "speaks?|spoke|speaking",
    "spring": "springs?|sprang|sprung|springing",
    "stride": "strid(?:e|es|ing)|strode",
    "sweep": "sweeps?|swept|sweeping",
    "swing": "swings?|swung|swinging",
    "take": "tak(?:e|es|en|ing)|took",
    "wind": "winds?|wound|winding",
}
_DOUBLED = frozenset(
    {"cap", "chug", "crop", "drop", "hop", "plan", "pop", "slip", "slot", "step", "strut", "trot", "wrap"}
)


def forms(verb: str) -> str:
    """Return a pattern for a verb in all its forms.

    Example:
        >>> forms("pop"), forms("surface"), forms("touch")
        ('pop(?:s|ped|ping)?', 'surfac(?:e|es|ed|ing)', 'touch(?:e?s|ed|ing)?')
    """
    if verb in _IRREGULAR:
        return f"(?:{_IRREGULAR[verb]})"
    if verb in _DOUBLED:
        return f"{verb}(?:s|{verb[-1]}ed|{verb[-1]}ing)?"
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e|es|ed|ing)"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    return f"{verb}(?:e?s|ed|ing)?"


def phrases(listed: str) -> str:
    """Return a choice of phrases, one a line, each of a verb in all its forms and of a pattern behind it."""
    found: list[str] = []
    for line in listed.strip().splitlines():
        verb, _, behind = line.strip().partition(" ")
        found += [forms(one) + (r"\s+" + behind.replace(" ", r"\s+") if behind else "") for one in verb.split("/")]
    return "|".join(found)


# By this a platform is told behind a verb of motion.
_PLACE = rf"(?:the\s+)?(?:{P}|air(?:waves)?\b|(?:\w+\s+)?screens?\b|television\b|TV\b|service\b|streamer\b)"
_MOTION = (
    "roll/ride/roar/swoop/swing/sail/march/sneak/slip/slide/slither/creep/gallop/stride/parade/race/barrel/burst"
    "/charge/fly/jet/soar/storm/crash/rush/waltz/strut/saunter/glide/drift/blow/breeze/cruise/dash/step/stroll/crawl"
    "/stumble/bounce/hop/leap/jump/head/come/go/wing/sweep/spring/rise/find/make/break/drop/debut/chug/steam"
    "/rocket/blast/beam/zoom/trot/trundle/thunder"
)

# What is done with episodes by those who show them.
_PUT = (
    r"unleashed|unveiled|introduced(?!\s+to\b)|transmitted"
    r"|posted|uploaded|offered|unlocked|put (?:out|up)|made available|doled out|parcel+ed out"
    r"|beamed out|rolled out|served up|serialized|added(?=\s+to\b)|on hand"
    r"|on offer|up for grabs|viewable|watchable|streamable|playable"
)
_ON_SALE = (
    r"(?!\s+(?:for\s+(?:rent(?:al)?|purchase|download|pre-?order|sale)|on\s+(?:dvd|blu-ray|disc|vinyl|demand))\b)"
)
_PREMIERE = (
    r"(?:premiere|debut|launch|bow|start|unveiling|airing|opening|arrival|return|comeback|rollout|outing|entrance)(?=\s)"
    r"(?!\s+(?:date|numbers?|ratings?|party|at\b))"
)

APPEARS = phrases(
    rf"""
    touch/splash down
    pop/crop/turn up
    unspool/unfurl(?=\s)
    surface/resurface/reappear/emerge/re-emerge/reconvene/reopen/regroup
    show up(?=\s)
    spring/come/roar (?:back\s+)?to life
    make landfall
    take flight
    take off(?!\s+from)
    set sail
    take to the (?:air|airwaves|small screen)\b
    hit the (?:air|airwaves|small screen|service|streamer|schedule)\b
    see the light of day
    get off the ground
    get (?:rolling|cracking|moving|its start|its (?:\w+\s+)?(?:launch|premiere|debut|release|rollout))
    go (?:live|up(?:\s+for\s+streaming)?(?=\s)|online|on (?:the )?air)
    go back on (?:the )?air
    be (?:back\s+)?on the air
    be (?:up|live)(?=\s+(?:on|from|at|in|to)\b|\s*$|\s*{D})
    be (?:(?:now|also|all)\s+)?(?:{_PUT})
    become (?:available{_ON_SALE}|viewable|watchable|streamable)
    can be (?:seen|watched|streamed|viewed|found)
    be watched(?=\s+on\s+{P}\s+(?:from|as\s+of)\b)
    will be on {P}(?:\s+iPlayer)?(?=\s+(?:from\s+)?$|\s+{D})
    is/are on {P}(?:\s+iPlayer)?(?=\s+(?:from\s+)?$|\s+{D})
    is/are (?:finally )?here(?=\s+(?:on|from)\s|\s+{D})
    come (?:roaring|storming|charging|galloping|riding|marching) back(?=\s)
    come on {P}['\u2019]?s? air(?=\s)
    rolls in(?=\s)
    unveil/post/upload/deliver (?:the whole of |all of )?(?:its|the) (?:[\w-]+\s+)?(?={N})
    start/begin/open/launch/commence (?:its|the|their) (?:[\w-]+\s+){{0,2}}(?:run|engagement|residency)
    have/make/get (?:its|a|an|their) (?:(?:[\w-]+|{N})\s+){{0,3}}?{_PREMIERE}
    take its (?:first )?bow
    enter/embark (?:on )?(?:its|the|an?) (?:[\w-]+\s+)?(?={N})
    head/launch/swing/charge/dive/plunge/roll into (?:its|the|an?) (?:[\w-]+\s+)?(?={N})
    (?:re)?join {P}['\u2019]?s? (?:line-?up|schedule|slate|rotation|roster|catalog(?:ue)?|library)
    rejoin (?:its|the) (?:{P}\s+|[\w-]+\s+)?(?:line-?up|schedule|slate|rotation|roster)
    {_MOTION} (?:(?:its|the)\s+way\s+)?(?:(?:back|over|down|up|home|right|quietly)\s+)?(?:on|in)?to {_PLACE}
    swarm/storm/invade/haunt/grace/seize/conquer/infiltrate {P}
    slot in(?:to)?(?=\s)
    play (?:out )?(?=(?:on|over)\s)
    find (?:(?:its\s+|an\s+)?audiences?|viewers|U\.S\. audiences)
    """
)
"""What a show, a season or its episodes do on the day on which they begin."""

_CAMERAS = r"(?:before|in front of|back before|back in front of) (?:the )?(?:cameras?|lens)"
ROLLS = phrases(
    rf"""
    go/head/be/get/move/step/return {_CAMERAS}
    go/get/head/report/return/come (?:back )?to work(?=\s)(?!\s+on\s+\w)
    go/get/head/move/be/come (?:back )?(?:into|in) production(?!\s+(?:on|of)\s+(?:an?|another)\b)
    go (?:back )?on the floor
    call action
    resume/restart/recommence/commence (?:production|filming|shooting|work|lensing|photography)(?!\s+on\s+an?)
    be back (?:to|on) (?:(?:its|their|the)\s+)?(?:sets?|soundstages?)(?=\s)
    return/go/get (?:back )?to (?:sets?|soundstages?|production)(?=\s)
    reopen/return to (?:its|their|the) (?:[\w-]+\s+)?(?:sets?|stages?|soundstages?|studios?)(?=\s)
    be/go/get/set/start/begin (?:back )?(?:going|started|to work|at work|work) on (?:its|the|an?) (?:[\w-]+\s+)?(?={N})
    be (?:filming|shooting|lensing)(?:\s+(?:its|the)\s+(?:[\w-]+\s+)?{N})?(?=\s[^.;,]{{0,40}}from\s+$)
    """
)
"""What a show or those who make it do on the day on which filming begins."""

WRAPS = phrases(
    rf"""
    call (?:a )?(?:cut|wrap)(?=\s)
    call it a wrap(?=\s)
    wrap (?:up )?(?:(?:its|the)\s+)?(?:{N}\s+)?(?:in|at|on location in)\s+(?-i:[A-Z])
    """
)
"""What they do on the day on which it ends."""

FIXED = (
    r"(?:planned|scheduled|slotted|booked|pencill?ed\s+in|earmarked|fixed|down|lined\s+up|on\s+tap|on\s+deck|on\s+the\s+(?:books|calendar|docket|slate|schedule)"
    r"|teed\s+up|aimed|aiming|targeted|headed|poised|locked\s+(?:in|down)|reserved|marked|pegged|inked(?:\s+in)?|ticketed|timed|readied|on\s+course|in\s+line|saved|held(?:\s+back)?|being\s+held)(?=\s+for\s)"
)
"""How a day is fixed for a season: "is still planned for D"."""

_LAST = r"(?:last|final|farewell|closing|concluding)(?:-ever)?"
# Of these a show may have a last one, and go on: its season, its scene before the cameras, its script.
_NOT_THE_END = (
    rf"(?!(?:[\w-]+\s+)?(?:{N}|seasons?|series\b(?!\s+finale)|scenes?|days?|weeks?|months?|scripts?|drafts?|trailers?|teasers?|posters?"
    r"|looks?|pieces?|table|shots?|takes?|word|year|minute|time|home|chance|known)\b)"
)
_LAST_ONE = rf"(?:[\w-]+\s+)?{_LAST}\s+{_NOT_THE_END}(?:[\w-]+\s+)?[\w-]+"
LEAVES = phrases(
    rf"""
    close/wind out(?=\s)
    close up shop
    shut/close (?:its|the) (?:doors|shop|casebook|books?|case|files?)
    exit/leave/depart (?:the|its) (?:{P}\s+)?(?:[\w-]+\s+)?(?:air|airwaves|line-?up|schedule|screens?|stage|network)\b
    ride (?:off|into the sunset)\b(?:\s+into\s+the\s+sunset)?
    hang up (?:its|the)
    pull/draw/ring/bring/drop (?:down )?(?:the|its) (?:[\w-]+\s+)?(?:curtains?|blinds|shades|shutters)
    take (?:its|their) leave
    call (?:it a (?:day|wrap|night)|it quits|time)(?=\s)(?!\s+on\b)
    fade (?:out|to black)
    turn (?:out|off) the lights
    come/draw/be/bring (?:drawn |brought )?to (?:an|a|its|the) (?:[\w-]+\s+)?(?:end|close|conclusion|finish|halt)\b
    bring [^.;,{D}]{{1,60}} to (?:an?|its) (?:close|end|conclusion)\b
    reach (?:its|the) (?:end|conclusion|close|finale|finish(?: line)?|end of the (?:road|line))
    cross the finish line
    breathe its last
    bow out(?=\s)
    sign off(?=\s)
    say/bid/wave (?:(?:its|the|their|his|her|\w+)\s+){{0,2}}(?:goodbye|good-bye|farewell|adieu|so long)
    culminate
    air/be (?:[\w-]+\s+)?for (?:the|one) (?:final|last) time
    give/take/have/play/deliver/air/make/get/see/reach/post (?:its|one|their|a) {_LAST_ONE}
    show/broadcast/release/drop/stream (?:its|one|their|a) {_LAST_ONE}
    have (?:its|an?|the) (?:[\w-]+\s+)?(?:{N}\s+|season\s+|series\s+)?(?:finale|farewell|swan song|send-?off)
    put/air/screen/show/drop/post/release (?:out )?(?:its|the) (?:[\w-]+\s+)?(?:season\s+|series\s+)?finale
    drop/release/post/stream/upload (?:its|the) (?:last|final) (?:\w+\s+)?(?:episodes|instal+ments|chapters|hours)
    """
)
"""What a show or its season does on the day on which it ends."""
