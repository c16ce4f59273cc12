"""Lists of words that tell names of shows and platforms from other words with capitals."""

from __future__ import annotations

COMMON = frozenset(
    """
    5 AHC ATV Audience Bounce Bravo COM Centric Chiller Crave DR1 Discovery E! ESPN Eko Esquire Facebook
    Fusion Global History Hub ID Joyn La Logo MAX Max OWN Outdoor Oxygen Pivot Pop SBS Science Seven Space
    Spectrum Spike Sundance Travel Up USA Yahoo
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Platforms whose names are common words: meant only where a word before or behind says so."""

SPOKEN = {"Apple": "Apple TV", "BBC": "BBC One", "Amazon MGM": "Prime Video", "Amazon Prime Video": "Prime Video"}
"""Platforms as headlines spell them, and the platforms' own list does not, since catalogues do not write so."""

ORDINARY = frozenset(
    """
    a about after again all american an and another at away back bad best big black book breaking bring by call cast
    city comedy crime dark date day days dead death detective doctor down drama end ending episode every
    exclusive family fall final finale finally first for free friend from full game girl girls go going good
    great guy have he her here hit home hot hour house how i im in inside is it its job just kids king last
    late legal life like line live lost love man me men more morning mother movie mr mrs my network never new
    news next night no now of official on one only open or original other our out over part party people place
    play power premiere prime production real red release report return returns review room run school season
    second secret series she show sister sneak some so special star state still story street studio summer
    talk team teaser ten that the their they third this three time to today together tonight too top town
    trailer true truth two under up us video war was watch way we week weekend what when where who why wife
    will winter with without woman women wonder work world year years yes you young your
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Words of which a title made of nothing else is believed only in quotation marks."""

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Days and months: a bare one is no show."""

NEVER = frozenset(
    """
    will may can must should might could would do does did has have is was one two three four five six seven
    eight nine ten eve the it he she they we i this that here there now then no yes not also another her his its
    before after during until since while with about ahead when why how what where who
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Words that begin sentences and count things: no show without quotation marks, whatever stands beside them."""

OPENERS = frozenset(
    """
    but and so yet as while when after before like unlike for still meanwhile elsewhere also since though although
    because if once then even only both either neither nor with without among
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Words that open a sentence before a name: none is a first name."""

COINED = frozenset(
    """
    aarya aashram ahsoka airwolf andor animaniacs apharan aranyak asdfmovie atiye ballers batwoman baymax
    baywatch beastars beforeigners bhaukaal biohackers blackadder blindspot bloodride bluey braindead brassic
    brickleberry bridgerton broadchurch bunheads californication caprica carnivale castlevania catdog
    chapelwaite clevatess creepshow dahaad dandadan daredevil deadloch deadwind degrassi dekalog detectorists
    dollface dopesick dorohedoro ducktales eastenders elsbeth everwood farscape farzi fauda flcl fleabag
    freakazoid futurama gachiakuta galavant gintama girlboss gomorra gomorrah gotham grantchester gullak
    gunsmoke haikyuu heartstopper heeramandi hellsing helstrom icarly inuyasha ironheart izombie jl50 kaamelott
    kakegurui killjoys kinnporsche kleo knightfall kohrra krapopolis landman lilyhammer macgyver madtv
    mandalorian masterchef mcmafia mcmillions metalocalypse mindhunter mirzapur mobland modok monsterland
    murderbot murderville mythbusters naagin narcos naruto newsradio newtopia nightflyers ninjago noragami
    nos4a2 numb3rs okkupert panchayat pen15 pennyworth pluribus poldark portlandia ratched reacher relife
    riverdale rugrats rwby schmigadoon sense8 shadowhunters shahmaran shannara shoresy shtisel skam smallville
    snowpiercer sparkshorts stargirl stumptown suburgatory supacell supergirl talespin taskmaster tatort
    teletubbies thundercats torchwood treadstone trollhunters undateable unforgotten unreal veep voltron
    wandavision wecrashed westworld workaholics yellowjackets zerozerozero
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Titles of one word that are no word, and no name, of anything else that the news is about."""

PLAIN = frozenset(
    """
    accused adolescence alphas atypical awake awkward bandits banshee baskets beef believe berserk bewitched
    billions bitten bleach bloodhounds bloodline bodies bodyguard bonding bones boots breadwinners breathe
    brotherhood casual catastrophe charmed cheers clickbait collateral condor containment continuum countdown
    counterpart coupling crackdown crash crashing cubicles cursed damages daybreak debris deception decoupled
    defiance departure devs dinosaurs disclaimer disenchantment disjointed divorce dollhouse dominion duster
    dynasty echoes elementary elite emergence endeavour enlightened entourage episodes erased euphoria evil
    expats extant extracurricular extraordinary extrapolations extras fallout feud firefly flames flashpoint
    fortitude foundation frequency friends fringe gargoyles ghosted ghosts ghoul girls glee glitch godless
    goosebumps grotesquerie gunpowder hacks happiness harlots healer heels heirs helix hellbound hellcats heroes
    highlander hijack homecoming homeland hostage hostages humans hung hunted hunters hustle immature immortals
    imposters impulse industry inhumans insatiable insecure instinct invasion invincible jackass justified
    kaleidoscope kidding landscapers legacies legends leverage liar limitless loot lore lost lovesick maid
    manhunt maniac manifest messiah misfits missing mistresses monsters moonlight moonlighting neighbours
    norsemen obliterated obsession occupied outcast outlander outnumbered outsiders outsourced overcompensating
    painkiller panic paradise paranoid paranormal parenthood peacemaker perception physical platonic pose power
    powerless preacher primal psych quicksand rake reaper rectify reign resurrection retribution revenge ringer
    rivals roar rosewood runaways salvation sanctuary scandal scream scrubs selfie servant severance shameless
    shelter shooter shrill shrinking silo sirens skins slasher sliders smoke snowdrop snowfall solos spaced
    speechless staged stalker stitchers succession suits supernatural superstore survivor suspicion swarm
    sweetpea taboo taken task teacup terriers timeless togetherness touch transparent trapped treason trinkets
    trying twisted tyrant unbelievable uncoupled undeclared undercover undone unforgettable unorthodox unstable
    untamed untold upload utopia vagabond vicious victorious vigil vinyl warrior watchmen wayward weeds
    wilderness wipeout wolfpack wonderfalls wrecked younger
    """.split()  # noqa: SIM905 - a list of words reads better as text
)
"""Titles of one word that is an everyday word otherwise: a capital in the middle of a sentence makes a title of it."""
