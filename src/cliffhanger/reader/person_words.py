"""Words that stand beside names of persons, or look like one, and are none."""

from __future__ import annotations


def _set(words: str, between: str | None = None) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split(between))


TITLES = _set(
    "Mr Mrs Ms Mx Dr Sgt Det Lt Capt Prof Rev Gen Sen Gov Col Cpl Hon St Sir Dame Lord Lady Father Sister "
    "Brother Reverend Saint Judge Justice Senator Governor Mayor President Queen King Prince Princess Duke "
    "Duchess Count Countess Emperor Empress Detective Detectives Captain Sergeant Officer Agent Lieutenant "
    "Inspector Commander Colonel General Major Corporal Private Sheriff Deputy Constable Chief Doctor Nurse "
    "Superintendent Professor Coach Uncle Aunt Master Mister Miss Madam Special Secretary Admiral Marshal "
    "DI DCI DS DC PC State"
)
"""Titles and ranks before a name."""

JOBS = _set(
    "Actor Actors Actress Actresses Star Stars Co-star Co-stars Co-Star Co-Stars Costar Costars Creator Creators "
    "Co-creator Co-creators Co-Creator Co-Creators Showrunner Showrunners Co-showrunner Co-showrunners "
    "Co-Showrunner Co-Showrunners Producer Producers Co-producer Co-Producer Executive Executives EP EPs Exec "
    "Execs Director Directors Writer Writers Co-writer Co-Writer Author Authors Novelist Host Hosts Co-host "
    "Co-Host Cohost Comedian Comic Singer Rapper Musician Composer Screenwriter Playwright Filmmaker Journalist "
    "Critic Reporter Editor Columnist Chairman Chairwoman Chairperson Chair Co-chair Co-Chair CEO COO CFO CCO "
    "Co-CEO Co-CEOs Co-Head Co-head Head Heads Boss Bosses Vice SVP EVP VP Senior Managing Founder Co-founder "
    "Co-Founder Owner Manager Spokesperson Spokesman Spokeswoman Lead Leads Leading Newcomer Veteran Alum Alums "
    "Alumni Alumna Alumnus Breakout Guest Series Content Programming Entertainment Creative Scripted Unscripted "
    "Original Originals Drama Comedy Development Winner Winners Nominee Nominees Late Former Fellow Longtime "
    "Narrator Voice Cinematographer Designer Analyst Mogul Legend Icon Model Athlete Chef Podcaster YouTuber "
    "Compositor Gaffer Animator Choreographer Colourist Colorist Armourer Armorer Hairstylist Recordist Grip "
    "Influencer Superstar Character Brothers Sisters Siblings Twins"
)
"""Jobs before a name, and other words that headlines put there."""

NEVER = _set(
    "a an the and or but nor so yet if as at by for from in into of off on onto out over per than then to up via "
    "vs with without within about above across after again against ahead along alongside amid among around "
    "because before behind below beneath beside besides between beyond both despite down during each either else "
    "enough even ever every everybody everyone everything except few finally first following further he her here "
    "hers herself him himself his how however i im ive it its itself just last lastly later least less like "
    "little many me sense meanwhile more moreover most much my myself near never next no nobody none not nothing now "
    "once one only other others our ours ourselves own perhaps please plus previously rather really same second "
    "several she should since some someone something soon still such that thats their theirs them themselves "
    "there these they thing things third this those though three through throughout thus today together tomorrow "
    "tonight too toward towards two under unlike until upon us very was we well were what whatever whats when "
    "whenever where whether which while who whos whom whose why would yes yesterday you your yours yourself is "
    "are am be been being has have had do does did done can could cannot might must shall may wont dont doesnt "
    "isnt arent cant monday tuesday wednesday thursday friday saturday sunday spring autumn fall winter february "
    "march july september october november december says said say saying tells told tell telling talks talk "
    "talked talking speaks spoke speaking explains explain explained explaining reveals reveal revealed "
    "revealing teases tease teased teasing confirms confirm confirmed confirming reacts react reacted reacting "
    "responds respond responded weighs addresses address addressed admits admitted adds added notes noted shares "
    "shared sharing hopes hoped hints hinted hinting promises promised discusses discuss discussed breaks break "
    "breaking announces announce announced announcing joins join joined joining exits exit exited exiting leaves "
    "leave leaving left returns return returned returning stars starring starred plays play played playing cast "
    "casts casting casted set sets boards boarding boarded tapped taps tap lands land landed signs sign signed "
    "gets get got getting gives gave give makes make made making takes take took taking wants want wanted thinks "
    "think thought knows know knew looks look looked opens opened remembers remembered recalls recalled previews "
    "previewed praises praised slams slammed defends defended wins won loses lost dies died dead renews renewed "
    "renew renewal cancels canceled cancelled cancel cancellation axes axed orders ordered order picks picked "
    "ends ended ending end premieres premiere premiered debuts debut debuted airs aired drops dropped unveils "
    "unveiled launches launched sparks fuels eyes eyed reunites reunite reunited reprises reprise reprising "
    "directs directed directing writes writing wrote produces produced producing creates created creating hosts "
    "hosting leads led heads headed headlines headlining promoted named ousted upped replaces replaced replacing "
    "dishes gushes laments vows urges begs calls called asks asked seeks sues sued quits celebrates shuts fires "
    "fired hired introducing featuring considering watching including according regarding concerning adapted "
    "based written introduced originally recently currently initially additionally unfortunately fortunately "
    "interestingly notably sadly clearly apparently hopefully ultimately eventually earlier afterwards likewise "
    "similarly instead indeed maybe sure okay ok oh season seasons series show shows episode episodes finale "
    "pilot spinoff spin-off reboot revival sequel prequel franchise trailer teaser recap review reviews "
    "interview interviews exclusive watch video photo photos update news report reports rumor rumors rumour "
    "analysis opinion poll quiz gallery podcast podcasts streaming streamer streamers network networks "
    "television tv film films movie movies cinema theater theatre broadway hollywood fans fan viewers viewer "
    "audience audiences critics crew production filming studio studios pictures productions media division unit "
    "department university festival awards award emmy emmys oscar oscars grammy grammys bafta baftas globe "
    "globes primetime daytime upfront upfronts nominations nomination american british english irish scottish "
    "welsh canadian australian korean japanese chinese indian mexican spanish french german italian russian "
    "swedish danish norwegian turkish brazilian african european asian latin latino latina new old big best "
    "biggest worst great good bad true real all final official upcoming latest popular beloved acclaimed hit "
    "original limited animated live comic-con ai ceo lapd fbi cia nypd csi ncis usa uk eu la ny nyc dc pr hr "
    "imdb instagram twitter tiktok reddit facebook x threads deadline variety thr tvline collider vulture"
)
"""Words that are part of no name, in small letters and without apostrophes: headlines write all with capitals."""

NEVER_LAST = _set(
    "Award Awards Division Department University Festival Company Inc Corp Network Networks Magazine Times "
    "Tribune Journal Weekly Daily Reporter Herald Gazette Guardian Tomatoes Insider Avenue Boulevard "
    "Beach Island Islands County City Mountains Ocean Hospital School College Academy Unit Force Agency Guild "
    "Union Association Foundation Institute Society Club Con Comics Games Records Books Press Brothers Bros "
    "Bros. Sisters Angeles Francisco Diego Vegas Orleans Zealand Kingdom States Carolina Dakota Mexico "
    "Korea Africa America Kong Rica Rico Arabia Lanka Republic Globe Globes Video Plus "
    "Originals Universe Verse Detective-verse Pictures Group Holdings Partners Labs "
    "Capital Management Talent Artists Entertainment Media Content Police Homicide Robbery-Homicide Tower "
    "Center Centre Square Museum Theatre Theater Stadium Arena Church-run Parliament Congress Senate "
    "Court Netherlands Emirates Heights Hills Springs Falls Valley Coast Playlist Wrap Beast Mashable Today "
    "Tonight Morning Decider Digest Guide "
)
"""Words with which the name of a body or a place ends, and no person's."""

PLACES = _set("San Los Santa Saint North South United")
"""Words with which places begin."""

NO_PERSONS = _set(
    "central park|south park|hyde park|labor day|memorial day|christmas day|christmas eve|boxing day|"
    "valentines day|independence day|black friday|cyber monday|super bowl|comic con|golden globe|rotten tomatoes|"
    "wall street|white house|middle east|middle earth|silicon valley|marvel studios|lionsgate television|"
    "warner bros|bad robot|san fernando|sao paulo|tel aviv|buenos aires|abu dhabi|mount everest|northern ireland|"
    "west virginia|great britain|big apple|cold case|skydance television|prime video|social media|writers room|"
    "high school|civil war|world war|star wars|star trek|general hospital|radio times|digital spy|den geek|"
    "united nations|supreme court|"
    "rolling stone|vanity fair|washington post|huffington post|random house|opera house|law order|prime suspect",
    "|",
)
"""Two words that stand together in the name of something else."""

ADJECTIVES = _set(
    "winning nominated based led produced starring era set born created style like esque owned backed level "
    "verse centric themed written directed fronted penned hosted winner nominee wide episode hour"
)
"""Parts behind a hyphen that make an adjective of a name: "Emmy-winning", "Detective-verse"."""

MONTHS = _set("January April May June August Summer")
"""Months that are first names too."""

ACRONYMS = _set("TV UK US LA NY AP EP HR PR VP PD AI DC II IV OK")
"""Short words in capitals that are no first name, as "RJ" is."""

SURNAMES = _set(
    "Welsh French English Irish German Best Good Big Broadway Love Major Day Winter March Fall Old New Long"
)
"""Words of the trade and of nations that are surnames too, where a verb that only persons have stands behind them."""

PERSONS = _set(
    "darren star|bryan singer|lori singer|christopher guest|john legend|anthony head|emily head|dawn french|"
    "nicci french|eve best|james best|pete best|michael welsh|grant show|kenneth more|natasha little|"
    "mickey down",
    "|",
)
"""Full names of known people whose surname is else taken for a word of the trade."""
