"""The scorecards' own words for networks, nations and kinds, and what we call them."""

from __future__ import annotations

from dataclasses import dataclass

from cliffhanger.domain.vocabulary import Kind

NETWORKS: dict[str, str] = {
    "(WEB)": "LouisCK.net",
    "A&E": "A&E",
    "ABC": "ABC",
    "ABCF": "Freeform",
    "ACORN": "Acorn TV",
    "ACRN": "Acorn TV",
    "ADSW": "Adult Swim",
    "AMC": "AMC",
    "AMZN": "Prime Video",
    "APPL": "Apple iTunes",
    "Amazon Prime": "Prime Video",
    "Amazon Prime Video": "Prime Video",
    "BBCA": "BBC America",
    "BET": "BET",
    "BNCE": "Bounce TV",
    "BOUN": "Bounce TV",
    "BRAV": "Bravo",
    "CBS": "CBS",
    "CHIL": "Chiller",
    "CMT": "CMT",
    "COM": "Comedy Central",
    "CRKL": "Crackle",
    "DCU": "DC Universe",
    "DIREC": "Audience Network",
    "DIS": "Disney Channel",
    "DISC": "Discovery",
    "DISN": "Disney Channel",
    "DISXD": "Disney XD",
    "E!": "E!",
    "ELREY": "El Rey Network",
    "EPIX": "MGM+",
    "ESPN": "ESPN",
    "ESQ": "Esquire Network",
    "FB": "Facebook Watch",
    "FREEF": "Freeform",
    "FUSN": "Fusion",
    "FX": "FX",
    "FX Networks": "FX",
    "FXX": "FXX",
    "Fox": "Fox",
    "HALL": "Hallmark Channel",
    "HBO": "HBO",
    "HIST": "History",
    "HULU": "Hulu",
    "Hulu": "Hulu",
    "ID": "Investigation Discovery",
    "IFC": "IFC",
    "ION": "ION",
    "LIFE": "Lifetime",
    "MAX": "Cinemax",
    "MTV": "MTV",
    "NBC": "NBC",
    "NETF": "Netflix",
    "NGC": "National Geographic",
    "Netflix": "Netflix",
    "OVAT": "Ovation",
    "OVTN": "Ovation",
    "OWN": "OWN",
    "PAR": "Paramount Network",
    "PBS": "PBS",
    "PIVOT": "Pivot",
    "POP": "Pop",
    "PSN": "PlayStation Network",
    "REELZ": "REELZ",
    "SEESO": "Seeso",
    "SHO": "Showtime",
    "SHUD": "Shudder",
    "SPEC": "Spectrum Originals",
    "SPIKE": "Paramount Network",
    "STRZ": "Starz",
    "SUND": "SundanceTV",
    "SYFY": "Syfy",
    "Showtime": "Showtime",
    "TBS": "TBS",
    "TLC": "TLC",
    "TNT": "TNT",
    "TRU": "truTV",
    "TVL": "TV Land",
    "TVLND": "TV Land",
    "The CW": "The CW",
    "USA": "USA Network",
    "VH1": "VH1",
    "VICEL": "Vice TV",
    "VRV": "VRV",
    "WE": "WE tv",
    "WGN": "WGN America",
    "XBOX": "Xbox Live",
    "YHOO": "Yahoo! Screen",
    "YT": "YouTube",
}
"""The network codes, which changed from card to card, and the platforms they stand for."""


@dataclass(frozen=True, slots=True)
class Nation:
    """What an adjective says of a series.

    Attributes:
        countries: ISO 3166 codes.
        language: ISO 639-1 code, or empty where the adjective tells none.
    """

    countries: tuple[str, ...]
    language: str = ""


NATIONS: dict[str, Nation] = {
    "argentine": Nation(("AR",), "es"),
    "argentinian": Nation(("AR",), "es"),
    "australian": Nation(("AU",)),
    "belgian": Nation(("BE",)),
    "brazilian": Nation(("BR",), "pt"),
    "british": Nation(("GB",)),
    "canadian": Nation(("CA",)),
    "chinese": Nation(("CN",), "zh"),
    "colombian": Nation(("CO",), "es"),
    "danish": Nation(("DK",), "da"),
    "dutch": Nation(("NL",), "nl"),
    "finnish": Nation(("FI",), "fi"),
    "french": Nation(("FR",), "fr"),
    "german": Nation(("DE",), "de"),
    "indian": Nation(("IN",)),
    "irish": Nation(("IE",)),
    "israeli": Nation(("IL",)),
    "italian": Nation(("IT",), "it"),
    "japanese": Nation(("JP",), "ja"),
    "korean": Nation(("KR",), "ko"),
    "mexican": Nation(("MX",), "es"),
    "norwegian": Nation(("NO",), "no"),
    "philippine": Nation(("PH",)),
    "polish": Nation(("PL",), "pl"),
    "scandinavian": Nation(()),
    "south african": Nation(("ZA",)),
    "spanish": Nation(("ES",), "es"),
    "swedish": Nation(("SE",), "sv"),
    "taiwanese": Nation(("TW",), "zh"),
    "thai": Nation(("TH",), "th"),
    "turkish": Nation(("TR",), "tr"),
    "uk": Nation(("GB",)),
}

KINDS: dict[str, Kind] = {
    "animated": Kind.ANIMATION,
    "anime": Kind.ANIMATION,
    "confirmed as a 1-season show prior to airing": Kind.LIMITED,
    "documentary": Kind.DOCUMENTARY,
    "game show": Kind.GAME,
    "limited series": Kind.LIMITED,
    "miniseries": Kind.LIMITED,
    "miniseries ending after its planned 1-season run": Kind.LIMITED,
    "reality": Kind.REALITY,
    "scripted": Kind.SCRIPTED,
    "variety show": Kind.VARIETY,
}

MISDATED: dict[tuple[str, int, str], int] = {
    ("Almost Royal", 2013, "12/4"): 2014,
    ("Last Week Tonight With John Oliver", 2013, "11/10"): 2014,
    ("Marvel's Iron Fist", 2016, "7/21"): 2017,
    ("Swamp Thing", 2018, "6/6"): 2019,
    ("True Detective", 2013, "9/23"): 2014,
    ("UnReal", 2016, "6/2"): 2016,
    ("Vinyl", 2016, "6/22"): 2016,
}
"""Years of days that a card leaves bare and its rule gets wrong, by (name, first year of the TV season, day).

Five of them would be decisions on a season before it was shown; UnReal's and Vinyl's were taken in the summer
before the card's TV season.
"""
