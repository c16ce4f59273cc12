"""Who makes a show and who is in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import Modality
from cliffhanger.reader import document, people
from cliffhanger.reader.names import Name, Names

_TITLES = (
    "Bosch", "Ballard", "Reacher", "Fallout", "The Last of Us", "Hacks", "The Bear", "The Rookie", "Titans",
    "Westworld", "The Mandalorian", "Power Book II: Ghost", "Virgin River", "Gen V", "The Boys", "Peaky Blinders",
    "Breaking Bad",
)  # fmt: skip
NAMES = Names(Name(f"imdb:tt{n}", title, title) for n, title in enumerate(_TITLES, 1))

Fact = tuple[str, str, object, str]


def facts(text: str, *, title: bool = False) -> list[Fact]:
    """Return subject, predicate, person, and character or job of each claim."""
    found = people.find(document.make(text, NAMES, in_title=title))
    return [(c.subject.name, c.predicate.value, c.value, c.role or c.unit) for c in found]


@pytest.mark.parametrize(
    ("text", "show", "person", "role"),
    [
        ('"Bosch" is back. Titus Welliver plays Harry Bosch.', "Bosch", "Titus Welliver", "Harry Bosch"),
        ('"Bosch" follows Harry Bosch, portrayed by Titus Welliver.', "Bosch", "Titus Welliver", "Harry Bosch"),
        (
            'In "Ballard" Zamira Parker, played by Courtney Taylor, is a rookie.',
            "Ballard",
            "Courtney Taylor",
            "Zamira Parker",
        ),
        ('"Ballard" follows Maggie Q\'s Detective Renée Ballard.', "Ballard", "Maggie Q", "Renée Ballard"),
        ('"Ballard" owes much to Maggie Q\u2019s portrayal of Renée Ballard.', "Ballard", "Maggie Q", "Renée Ballard"),
        (
            '"Ballard" gives Rebecca Field\u2019s character Colleen Hatteras room.',
            "Ballard",
            "Rebecca Field",
            "Colleen Hatteras",
        ),
        ('Alan Ritchson stars in "Reacher" as Jack Reacher.', "Reacher", "Alan Ritchson", "Jack Reacher"),
        ('"Reacher" sees Alan Ritchson as Jack Reacher.', "Reacher", "Alan Ritchson", "Jack Reacher"),
        (
            '"Virgin River" lead Martin Henderson, who plays Jack Sheridan, spoke.',
            "Virgin River",
            "Martin Henderson",
            "Jack Sheridan",
        ),
        ('Maria Sten reprises her role as Frances Neagley in "Reacher."', "Reacher", "Maria Sten", "Frances Neagley"),
        (
            'Kaitlyn Dever joins the cast of "The Last of Us" season 2 as Abby.',
            "The Last of Us",
            "Kaitlyn Dever",
            "Abby",
        ),
        ('Kaitlyn Dever will play Abby in "The Last of Us" season 2.', "The Last of Us", "Kaitlyn Dever", "Abby"),
    ],
)
def test_actors_and_characters(text: str, show: str, person: str, role: str) -> None:
    """An actor and a character, without the character's rank."""
    assert facts(text) == [(show, "cast", person, role)]


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("Jane Doe plays the lawyer Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe plays a lawyer named Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe takes on the role of Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe plays her boss, Olympia.", "Jane Doe", "Olympia"),
        ("Jane Doe stars in the drama as Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe lends her voice to Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe, as Mara Quill, is great.", "Jane Doe", "Mara Quill"),
        ("Jane Doe is glad. She plays Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe stars as the gruff Sergeant Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe stars as Sergeant Quill.", "Jane Doe", "Sergeant Quill"),
        ("Jane Doe returns as Dame Mara Quill.", "Jane Doe", "Dame Mara Quill"),
        ("Jane Doe plays Reacher Quill.", "Jane Doe", "Reacher Quill"),
        ("It is set in Texas, with Jane Doe as his sister.", "Jane Doe", ""),
        ("Jane Doe co-stars as Captain Quill.", "Jane Doe", "Captain Quill"),
        ("Jane Doe plays Det Sgt Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe, 17, who portrays Mara Quill, is glad.", "Jane Doe", "Mara Quill"),
        ("Jane Doe, the veteran character actress who plays Mara Quill, is glad.", "Jane Doe", "Mara Quill"),
        ("Jane Doe has a small role as Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe plays Ned's husband, Quill.", "Jane Doe", "Quill"),
        ("Jane Doe plays the title role.", "Jane Doe", ""),
        ("Jane Doe plays the widow of John Roe.", "Jane Doe", ""),
        ("Jane Doe plays the widow Mara Quill's brother.", "Jane Doe", ""),
        ("Jane Doe co-stars as a grieving mother.", "Jane Doe", ""),
        ("Jane Doe plays a fictional version of herself.", "Jane Doe", ""),
        ("Jane Doe (who plays Mara) is glad.", "Jane Doe", "Mara"),
        ("Its hero, Mara \u2014 brilliantly played by Jane Doe \u2014 is sad.", "Jane Doe", "Mara"),
        ("Jane Doe returned to the role of Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe is superb as the brittle Mara Quill.", "Jane Doe", "Mara Quill"),
        ("The show's star, Jane Doe, is glad.", "Jane Doe", ""),
        ("Jane Doe stars in and writes the show.", "Jane Doe", ""),
        ("It stars Bosch alum Jane Doe (Bosch) as Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe plays police chief Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe plays teen runaway Mara.", "Jane Doe", "Mara"),
        ("Jane Doe portrays Ned\u2019s sister, a nurse called Mara.", "Jane Doe", "Mara"),
        ("Jane Doe plays a banker known to everyone as Otto.", "Jane Doe", "Otto"),
        ("Jane Doe plays the stranger who turns out to be Mara Quill.", "Jane Doe", "Mara Quill"),
        ("It has Jane Doe as Ned\u2019s new friend Mara.", "Jane Doe", "Mara"),
        ("Jane Doe appears in five episodes as the teacher Mrs. Quill.", "Jane Doe", "Mrs. Quill"),
        ("Jane Doe came aboard in May as helicopter pilot Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe, promoted to the regular cast, plays Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe, who won a prize for it in 2019, plays Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe (Bosch) plays Mara Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe does double duty as twins Mara and Ida Quill.", "Jane Doe", "Mara Quill"),
        ("Jane Doe brings Mara Quill to life.", "Jane Doe", "Mara Quill"),
        ("The part of Mara Quill went to Jane Doe.", "Jane Doe", "Mara Quill"),
        ("Mara Quill is played by wrestler Jane Doe.", "Jane Doe", "Mara Quill"),
        ("Jane Doe, the actress behind barmaid Mara Quill, is glad.", "Jane Doe", "Mara Quill"),
        ("Jane Doe, whose character, the hunter Mara, left, is glad.", "Jane Doe", "Mara"),
        ("It follows Mara (Jane Doe), a nurse.", "Jane Doe", "Mara"),
        ("Jane De La Doe plays Mara Quill.", "Jane De La Doe", "Mara Quill"),
        ("Jane Welsh plays Mara Quill.", "Jane Welsh", "Mara Quill"),
    ],
)
def test_other_ways_to_tell_a_part(text: str, person: str, role: str) -> None:
    """What the character is stands before the name; a rank stays with a surname only."""
    assert facts(f'"Reacher" is back. {text}') == [("Reacher", "cast", person, role)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe and John Roe as Mara and Joel Quill",
        "Jane Doe and John Roe as the private detectives Mara and Joel Quill, respectively",
    ],
)
def test_actors_and_characters_are_paired_in_their_order(text: str) -> None:
    """Of two actors and two characters, the first plays the first."""
    assert facts(f'"Reacher" stars {text}.') == [
        ("Reacher", "cast", "Jane Doe", "Mara"),
        ("Reacher", "cast", "John Roe", "Joel Quill"),
    ]


@pytest.mark.parametrize(
    ("text", "mara", "ned"),
    [
        ("Jane Doe and John Roe chew the scenery as crime boss Mara Quill and his wife, Ned.", "Mara Quill", "Ned"),
        ("Jane Doe and John Roe have supporting roles as warden Mara and fellow inmate Ned.", "Mara", "Ned"),
        ("It stars Jane Doe as Mara, with John Roe as her minder, Ned, and Al Moe.", "Mara", "Ned"),
        ("Jane Doe (Mara) and John Roe (Ned) round out the squad.", "Mara", "Ned"),
        ("Jane Doe plays Mara. John Roe is the slain president, Ned Poe.", "Mara", "Ned Poe"),
        ("Mara is portrayed by Jane Doe, and Ned by John Roe.", "Mara", "Ned"),
        ("Jane Doe and John Roe share the role of Mara.", "Mara", "Mara"),
        ("It is about Jane Doe and John Roe, who play the siblings Mara and Ned Quill.", "Mara Quill", "Ned Quill"),
        ("Jane Doe stars as the gifted and childish cop Mara, with John Roe as Captain Ned Poe.", "Mara", "Ned Poe"),
        ("Mara is played by Jane Doe and voiced by John Roe.", "Mara", "Mara"),
    ],
)
def test_two_parts_in_a_sentence(text: str, mara: str, ned: str) -> None:
    """Two actors have each the part that the words give, be it the same."""
    cast = {f[2]: f[3] for f in facts(f'"Reacher" is back. {text}') if f[1] == "cast"}
    assert (cast["Jane Doe"], cast["John Roe"]) == (mara, ned)


def test_a_character_called_as_a_show_is_no_show() -> None:
    """Where a show's name only stands for a character, the part is in the show that is spoken of."""
    text = '"Hacks" is back. It stars Jane Doe as Reacher. John Roe plays his boss, Ned.'
    assert {(f[0], f[2]) for f in facts(text) if f[1] == "cast"} == {("Hacks", "Jane Doe"), ("Hacks", "John Roe")}


def test_a_guest_who_comes_from_another_show() -> None:
    """The star of one show is the guest of another."""
    text = '"Hacks" is back, and "Hacks" is good. "Bosch" star Jane Doe will guest star as Ned Poe.'
    assert [f for f in facts(text) if f[0] == "Bosch"] == [("Bosch", "cast", "Jane Doe", "")]


def test_a_guest_with_one_name() -> None:
    """At the end of a list one name is enough."""
    text = '"Hacks" is back. Jane Doe, John Roe and Otto were among the guest stars.'
    assert [f[2] for f in facts(text)] == ["Jane Doe", "John Roe", "Otto"]


def test_half_a_name_of_another_show_brings_no_cast() -> None:
    """Who is known from a film may be called by it: "The Last" is not "The Last of Us"."""
    names = Names([Name("imdb:tt1", "Star Wars: Rebels", "Star Wars: Rebels"), Name("imdb:tt2", "Bosch", "Bosch")])
    found = people.find(document.make('"Bosch" is back. "Star Wars" actor Jane Doe is a fan of "Bosch."', names))
    assert [c for c in found if c.subject.id == "imdb:tt1"] == []


def test_in_that_series() -> None:
    """The words "in that series" mean the one named last, whatever the article is about."""
    text = '"Bosch" is on, and "Bosch" is good. "Reacher" is off. In that series Jane Doe plays Mara Quill.'
    assert facts(text) == [("Reacher", "cast", "Jane Doe", "Mara Quill")]


def test_a_spin_off_goes_on_to_be_meant() -> None:
    """Behind "The drama, a spin-off of B," the show itself is meant, and not B."""
    text = '"Ballard" is over.\nThe drama, a spin-off of "Bosch," ended in May. Jane Doe plays Mara Quill.'
    assert facts(text) == [("Ballard", "cast", "Jane Doe", "Mara Quill")]


def test_somebody_known_from_another_show_does_not_bring_it_in() -> None:
    """It is the show that is spoken of in which the "Bosch" alum, or the actor of "Bosch", is."""
    text = '"Ballard" is back. "Bosch" alum Jane Doe plays Ruth Adair, and "Reacher"\'s Mona Fell plays Ann Poe.'
    assert {f[0] for f in facts(text) if f[1] == "cast"} == {"Ballard"}


def test_another_work_of_a_maker_is_not_gone_on_with() -> None:
    """Behind "who also wrote S" the actors are those of the show that was made."""
    text = '"Ballard" is back.\n\nIt was created by Ann Poe, who also wrote "Bosch." Jane Doe plays Ruth Adair.'
    assert ("Ballard", "cast", "Jane Doe", "Ruth Adair") in facts(text)


def test_a_cast_list() -> None:
    """Each member of a list counts, with the character where one is named."""
    text = '"Fallout" stars Ella Purnell as Lucy MacLean, Aaron Moten as Maximus and Walton Goggins as The Ghoul.'
    assert facts(text) == [
        ("Fallout", "cast", "Ella Purnell", "Lucy MacLean"),
        ("Fallout", "cast", "Aaron Moten", "Maximus"),
        ("Fallout", "cast", "Walton Goggins", "The Ghoul"),
    ]


def test_a_later_mention_adds_the_character() -> None:
    """One claim for each show and person: the one that names the character."""
    text = '"The Bear" star Jeremy Allen White is back. In "The Bear" Jeremy Allen White plays Carmen Berzatto.'
    assert facts(text) == [("The Bear", "cast", "Jeremy Allen White", "Carmen Berzatto")]


def test_the_original_series_and_the_guest() -> None:
    """A character is of the show named after it; back in the spin-off the actor is a guest."""
    text = (
        '"Ballard" is a spin-off of "Bosch." The original series was about Harry Bosch, portrayed by Titus Welliver.\n'
        'Prime Video ended "Bosch," but it made room for Maggie Q\'s Detective Renée Ballard.\n'
        'The cast of "Ballard" is large. It includes Welliver reprising his role in guest appearances.'
    )
    assert facts(text) == [
        ("Bosch", "cast", "Titus Welliver", "Harry Bosch"),
        ("Ballard", "cast", "Maggie Q", "Renée Ballard"),
        ("Ballard", "guest", "Titus Welliver", "Harry Bosch"),
    ]


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ('Titus Welliver returns as Harry Bosch in a guest role on "Ballard."', "Titus Welliver", "Harry Bosch"),
        ('Titus Welliver guest stars as Harry Bosch in "Ballard."', "Titus Welliver", "Harry Bosch"),
        ('"Ballard" has guest appearances by Titus Welliver.', "Titus Welliver", ""),
        ('Titus Welliver makes a cameo in "Ballard."', "Titus Welliver", ""),
        ('"Ballard" is new. Guests include Titus Welliver.', "Titus Welliver", ""),
        ('"Ballard" is new. Titus Welliver will appear as a guest.', "Titus Welliver", ""),
        ('"Ballard" is new. Guest star Titus Welliver plays Harry Bosch.', "Titus Welliver", "Harry Bosch"),
        ('"Ballard" is new. Guests from the parent series include Titus Welliver.', "Titus Welliver", ""),
        ('"Ballard" is new. The guest roster is long: Titus Welliver.', "Titus Welliver", ""),
        ('"Ballard" is new. Making guest appearances is Titus Welliver.', "Titus Welliver", ""),
        ('"Ballard" is new. Titus Welliver is among the guest stars.', "Titus Welliver", ""),
        (
            '"Ballard" is new. Titus Welliver was billed as a guest star for his turn as Harry Bosch.',
            "Titus Welliver",
            "Harry Bosch",
        ),
        (
            '"Ballard" is new. Titus Welliver has been stopping by as a weary Harry Bosch.',
            "Titus Welliver",
            "Harry Bosch",
        ),
        ('"Ballard" is new. Titus Welliver drops by for two episodes as Harry Bosch.', "Titus Welliver", "Harry Bosch"),
    ],
)
def test_guests(text: str, person: str, role: str) -> None:
    """A guest is a guest, and not of the cast."""
    assert [f[1:] for f in facts(text)] == [("guest", person, role)]


def test_behind_an_apposition_the_show_itself_is_meant() -> None:
    """The words "A, a spinoff of B, stars C" speaks of A."""
    text = '"Ballard," a spinoff of "Bosch," stars Maggie Q. It was created by Jane Doe.'
    assert facts(text) == [("Ballard", "cast", "Maggie Q", ""), ("Ballard", "creator", "Jane Doe", "")]


@pytest.mark.parametrize(
    ("text", "season", "modality"),
    [
        ("'Westworld': James Marsden Returns for Season 4", 4, Modality.EVENT),
        ("'The Rookie' Season 7 Adds Jane Doe", 7, Modality.EVENT),
        ("'Peaky Blinders' Season 6: Tom Hardy to Return as Alfie Solomons", 6, Modality.PLAN),
        ("'The Boys' Season 3 Reveals First Image of Nick Wechsler as Blue Hawk", 3, Modality.EVENT),
        ("'Westworld' Star James Marsden Talks Robots", None, Modality.EVENT),
        ("'Westworld' Star James Marsden and Jane Doe Call Off Robots", None, Modality.EVENT),
    ],
)
def test_headlines(text: str, season: int | None, modality: Modality) -> None:
    """In a headline the name ends before its verb, and the season is the one named with the part."""
    (claim,) = people.find(document.make(text, NAMES, in_title=True))
    assert claim.predicate == "cast"
    assert claim.value in {"James Marsden", "Jane Doe", "Tom Hardy", "Nick Wechsler"}
    assert (claim.season, claim.modality, claim.in_title) == (season, modality, True)


def test_headline_with_a_list_of_characters() -> None:
    """An "as" in capitals joins actor and character too, and a word like "Brother" belongs to the name."""
    text = "'Titans' Sets Season 4 Villains: Joseph Morgan As Brother Blood, Franka Potente As Mother Mayhem"
    assert facts(text, title=True) == [
        ("Titans", "cast", "Joseph Morgan", "Brother Blood"),
        ("Titans", "cast", "Franka Potente", "Mother Mayhem"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"The Rookie" begins. Nathan Fillion will not return as John Nolan.',
        '"The Rookie" begins. Jane Doe could play Abby Roe next year.',
        '"The Rookie" begins. Rumor has it that Jane Doe plays Abby Roe.',
        '"Bosch" made Michael Connelly\'s Harry Bosch a character for the ages. Author Michael Connelly is glad.',
        '"Bosch" pits detective Robert Olivas against the murder of Sarah Pearlman.',
        '"Bosch" thrives as Jane Doe names John Roe as Head of Drama.',
        '"Bosch" is filmed in Los Angeles as New York freezes.',
        '"Bosch" plays on, and it stars nobody.',
        '"Bosch" is back. Jane Doe plays the piano. John Roe arrives as a crisis looms. Ann Poe appears as a judge.',
        '"Bosch" is back. Jane Doe played the long game. John Roe joined as an executive producer.',
        '"Bosch" is back. The book stars Mara Quill.',
        '"Bosch" is back. Jane Doe plays a key role in the plan that John Roe made.',
        '"Bosch" is back. Jane Doe, as John Roe said, is great.',
        '"Bosch" is back. Jane Doe met John Roe. She plays Mara Quill.',
        '"Bosch" is back. Jane Doe told John Roe as Mara Quill has left.',
        '"Bosch" is back. Wirt and Greg, played by Jane Doe and John Roe, are lost.',
        '"Bosch" is back. Jane Doe and John Roe are in the cast of the film.',
        '"Bosch" is back. Jane Doe returns as John Roe leaves it.',
        '"Bosch" is back. Jane Doe will star in a movie as Mara Quill.',
        '"Bosch" is back. Jane Doe was described as the new John Roe.',
        '"Bosch" is back. Jane Doe\u2019s brother John Roe faces charges.',
        '"Bosch" is back. Jane Doe turned down the role of Mara Quill.',
        '"Bosch" is back. Jane Doe (Mara Quill) and John Roe (Ned Poe) are back.',
        '"Bosch" is back. Wedding guests include Jane Doe.',
    ],
)
def test_no_part_is_made_up(text: str) -> None:
    """Departures, guesses, authors' heroes, victims and offices are no parts."""
    assert [f for f in facts(text) if f[1] in {"cast", "guest"}] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"The Last of Us" was created by Craig Mazin and Neil Druckmann.',
            [("The Last of Us", "creator", "Craig Mazin", ""), ("The Last of Us", "creator", "Neil Druckmann", "")],
        ),
        ('Created by Lucia Aniello, "Hacks" is back.', [("Hacks", "creator", "Lucia Aniello", "")]),
        ('"Breaking Bad" creator Vince Gilligan has a plan.', [("Breaking Bad", "creator", "Vince Gilligan", "")]),
        ('"The Boys" showrunner Eric Kripke spoke.', [("The Boys", "crew", "Eric Kripke", "showrunner")]),
        (
            'Nick Santora serves as showrunner and executive producer on "Reacher."',
            [
                ("Reacher", "crew", "Nick Santora", "showrunner"),
                ("Reacher", "crew", "Nick Santora", "executive producer"),
            ],
        ),
        ('"Gen V" is executive produced by Eric Kripke.', [("Gen V", "crew", "Eric Kripke", "executive producer")]),
        (
            'Jane Doe and John Roe created the series "Hacks."',
            [("Hacks", "creator", "Jane Doe", ""), ("Hacks", "creator", "John Roe", "")],
        ),
        ('"Hacks" is new. Jane Doe, who created and stars in it, is glad.', [("Hacks", "creator", "Jane Doe", "")]),
        ('"Hacks" is new. Jane Doe, a former clown, created the comedy.', [("Hacks", "creator", "Jane Doe", "")]),
        ('"Hacks" is new. The comedy, seen in May, was created by Jane Doe.', [("Hacks", "creator", "Jane Doe", "")]),
        ('"Hacks" is the brainchild of Jane Doe.', [("Hacks", "creator", "Jane Doe", "")]),
        ('"Hacks" is new. Jane Doe is the showrunner.', [("Hacks", "crew", "Jane Doe", "showrunner")]),
        ('"Hacks" is new. Jane Doe runs the show.', [("Hacks", "crew", "Jane Doe", "showrunner")]),
        ('"Hacks" returns with Jane Doe as showrunner.', [("Hacks", "crew", "Jane Doe", "showrunner")]),
        ('Jane Doe made "Hacks." Doe, its showrunner, is glad.', [("Hacks", "crew", "Jane Doe", "showrunner")]),
        (
            '"Hacks" is new. Jane Doe is executive producer and showrunner.',
            [("Hacks", "crew", "Jane Doe", "executive producer"), ("Hacks", "crew", "Jane Doe", "showrunner")],
        ),
        ('"Hacks" is new. Jane Doe helmed the pilot.', [("Hacks", "crew", "Jane Doe", "director")]),
        (
            '"Hacks" is new. It is about Ann Poe, and Jane Doe directs two episodes.',
            [("Hacks", "crew", "Jane Doe", "director")],
        ),
        (
            '"Hacks" is new. Jane Doe, who edited three of the episodes, is glad.',
            [("Hacks", "crew", "Jane Doe", "editor")],
        ),
        (
            '"Hacks" is new. The finale was written and directed by Jane Doe.',
            [("Hacks", "crew", "Jane Doe", "writer"), ("Hacks", "crew", "Jane Doe", "director")],
        ),
        (
            '"Hacks" is new. Jane Doe and John Roe shared the directing.',
            [("Hacks", "crew", "Jane Doe", "director"), ("Hacks", "crew", "John Roe", "director")],
        ),
        (
            'Directed by Jane Doe and written by John Roe, "Hacks" is new.',
            [("Hacks", "crew", "Jane Doe", "director"), ("Hacks", "crew", "John Roe", "writer")],
        ),
        ('"Hacks" is new. Gaffer Jane Doe is glad.', [("Hacks", "crew", "Jane Doe", "gaffer")]),
        (
            '"Hacks" is new. "We love it," said first assistant director Jane Doe.',
            [("Hacks", "crew", "Jane Doe", "first assistant director")],
        ),
        (
            '"Hacks" is new. Jane Doe, assistant costume designer on the series, is glad.',
            [("Hacks", "crew", "Jane Doe", "assistant costume designer")],
        ),
        ('"Hacks" is new. The score is by Jane Doe.', [("Hacks", "crew", "Jane Doe", "composer")]),
        ('"Hacks" is new. Jane Doe composed the music.', [("Hacks", "crew", "Jane Doe", "composer")]),
        ('"Hacks" is new. Jane Doe directed five of the 10 episodes.', [("Hacks", "crew", "Jane Doe", "director")]),
        (
            '"Hacks" is new. Jane Doe wrote all of them and directed several.',
            [("Hacks", "crew", "Jane Doe", "writer"), ("Hacks", "crew", "Jane Doe", "director")],
        ),
        (
            '"Hacks" is new. Jane Doe makes her directing debut with the finale.',
            [("Hacks", "crew", "Jane Doe", "director")],
        ),
        (
            '"Hacks" is new. Jane Doe and John Roe were among the directors.',
            [("Hacks", "crew", "Jane Doe", "director"), ("Hacks", "crew", "John Roe", "director")],
        ),
        ('Jane Doe is a consulting producer on "Hacks."', [("Hacks", "crew", "Jane Doe", "consulting producer")]),
        ('"Hacks" is new. Stunt coordinator Jane Doe is glad.', [("Hacks", "crew", "Jane Doe", "stunt coordinator")]),
        ('"Hacks" is new. One of the producers, Jane Doe, is glad.', [("Hacks", "crew", "Jane Doe", "producer")]),
        (
            '"Hacks" is new. Jane Doe, who was the production designer on both seasons, is glad.',
            [("Hacks", "crew", "Jane Doe", "production designer")],
        ),
        (
            '"Hacks" is new. Jane Doe brought it to the screen and serves as showrunner.',
            [("Hacks", "crew", "Jane Doe", "showrunner")],
        ),
        (
            '"Hacks" is new. Reacher veteran Jane Doe directed two episodes.',
            [("Hacks", "crew", "Jane Doe", "director")],
        ),
        (
            '"Hacks" is long. "Hacks" is good. "The Boys" is over. Showrunner Eric Kripke spoke.',
            [("The Boys", "crew", "Eric Kripke", "showrunner")],
        ),
    ],
)
def test_creators_and_crew(text: str, expected: list[Fact]) -> None:
    """Creators have their own predicate; every other job is a unit of ``crew``."""
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Ruth Adair (Mona Fell) fears a sly banker, Otto (Carl Brandt), with a plan.", "Ruth Adair", "Otto"),
        ("Mona Fell is Ruth Adair, a spy. Carl Brandt is Otto, the man who pays.", "Ruth Adair", "Otto"),
        ("Mona Fell plays Ruth Adair and Carl Brandt is Otto.", "Ruth Adair", "Otto"),
        ("Mona Fell plays Ruth Adair and Carl Brandt her uncle, Otto.", "Ruth Adair", "Otto"),
        ("Mona Fell\u2019s Ruth Adair gets the best lines. Carl Brandt has played Otto.", "Ruth Adair", "Otto"),
        ("It stars Mona Fell as harbour inspector Ruth Adair and Carl Brandt as Otto.", "Ruth Adair", "Otto"),
        ("Mona Fell leads the ensemble as Ruth Adair. Carl Brandt comes in as Otto.", "Ruth Adair", "Otto"),
        ("Mona Fell and Carl Brandt will all be back as Ruth Adair and Ned Poe.", "Ruth Adair", "Ned Poe"),
        ("Mona Fell and Carl Brandt are among the newcomers.", "", ""),
        ("On board are newcomers Mona Fell and Carl Brandt.", "", ""),
        ("Mona Fell and Carl Brandt will reprise their roles.", "", ""),
        ("Mona Fell and Carl Brandt are both returning.", "", ""),
        ("Mona Fell returns as Ruth Adair, along with Carl Brandt.", "Ruth Adair", ""),
        ("Mona Fell will reprise her role, as will Carl Brandt.", "", ""),
        ("Mona Fell and Carl Brandt all return.", "", ""),
        ("Mona Fell returns as Ruth Adair, with Carl Brandt also back.", "Ruth Adair", ""),
        ("It stars Mona Fell and Carl Brandt as the wealthy Adair family.", "", ""),
        ("Mona Fell plays the Adair clones. Also in the cast is Carl Brandt.", "", ""),
        ("Mona Fell and Carl Brandt head a cast of twenty.", "", ""),
        ("The cast now includes Mona Fell (Deep Lake) and Carl Brandt.", "", ""),
        ("It stars Mona Fell as a lawyer and Carl Brandt as her boss. Also returning is Mona Fell.", "", ""),
        ("Mona Fell has joined the cast. New to the cast is Carl Brandt.", "", ""),
        ("Mona Fell, who starred in season 2, is one; Carl Brandt plays Rand al\u2019Moor.", "", "Rand al\u2019Moor"),
    ],
)
def test_parts_are_told_in_many_ways(text: str, first: str, second: str) -> None:
    """Brackets, "is", a verb left out, an actor's character: all tell who plays whom."""
    cast = {f[2]: f[3] for f in facts('"Titans" is back. ' + text) if f[:2] == ("Titans", "cast")}
    assert cast == {"Mona Fell": first, "Carl Brandt": second}


@pytest.mark.parametrize(
    "text",
    [
        "Joining Mona Fell is Carl Brandt. Director Carl Brandt (Deep Lake) is on board.",
        "Mona Fell is Norwegian, the first one there. Carl Brandt is Mona Fell\u2019s boss.",
        "Al Moe is Head of Drama. The photo shows Mona Fell (Example Images). Paramount (Carl Brandt) said no.",
        "It comes from the novels by Mona Fell. Mona Fell\u2019s Ruth Adair is a great detective.",
        "Mona Fell\u2019s Robin Wood is a new series. He played tennis and Carl Brandt the piano in Vienna.",
        "Detective Mona Fell is back. Carl Brandt is back.",
        "A spin-off starring Mona Fell is planned. Al Moe returns, with Carl Brandt as an executive producer.",
        "Pop stars Mona Fell and Carl Brandt came. Mona Fell was joined by Al Moe on the carpet.",
    ],
)
def test_no_part_is_read_into_other_words(text: str) -> None:
    """Credits, jobs, nations, authors and guests at a premiere are no parts."""
    assert [f for f in facts('"Titans" is back. ' + text) if f[1] == "cast"] == []


def test_who_stars_in_a_spin_off_is_not_in_the_older_show() -> None:
    """Behind "A, a spin-off of B," what follows is said of A."""
    text = 'Hulu ordered "Gen V," a spin-off of "The Boys" starring Mona Fell, who will play nurse Ruth Adair.'
    assert {f[0] for f in facts(text) if f[1] == "cast"} == {"Gen V"}


def test_a_row_of_actors_with_their_characters_in_brackets() -> None:
    """Who has a single name, or a rank, is a character, and so are the others in brackets."""
    text = '"Titans" is back. Mona Fell (Ruth Adair), Al Moe (Burt) and Carl Brandt (Detective Max Dunn) are also back.'
    assert {f[2:] for f in facts(text) if f[1] == "cast"} == {
        ("Mona Fell", "Ruth Adair"),
        ("Al Moe", "Burt"),
        ("Carl Brandt", "Max Dunn"),
    }
    text = '"Titans" is back. Mona Fell (Ruth Adair) and Carl Brandt (Max Dunn) are expected to return.'
    assert [f for f in facts(text) if f[1] == "cast"] == []


@pytest.mark.parametrize(
    ("text", "creators"),
    [
        ("Mona Fell created the show with Carl Brandt and Al Moe.", {"Mona Fell", "Carl Brandt", "Al Moe"}),
        ("The Mona Fell-created comedy has fans.", {"Mona Fell"}),
        ("It is over, said series creators Mona and Carl Fell.", {"Mona Fell", "Carl Fell"}),
        ("Mona Fell and Al Moe developed it for television.", {"Mona Fell", "Al Moe"}),
        ('Mona Fell, who adapted "Fallout" with Al Moe, created "Titans" alone.', {"Mona Fell"}),
        ("Written and created by Mona Fell, the show is the creation of a fan.", {"Mona Fell"}),
        ("The show's creator and star, Mona Fell, said so.", {"Mona Fell"}),
        ("Hulu developed the show. Bosch season 2 is new. Created by Mona Fell, Bosch stars Al Moe.", {"Mona Fell"}),
        ("Mona Fell created the series with Carl Brandt as executive producer.", {"Mona Fell"}),
        ("Created by Mona Fell, Bosch has lost his way.", set()),
        ("Brothers Mona and Carl Fell created the series.", {"Mona Fell", "Carl Fell"}),
        ("The series was created by Mona and Carl Fell.", {"Mona Fell", "Carl Fell"}),
        ("Created by Deep Lake alum Mona Fell, the series is sad.", {"Mona Fell"}),
        ("Mona Fell, the mind behind Bosch, created the series.", {"Mona Fell"}),
        ("A spin-off of Bosch, a prequel to Reacher, the series was created by Mona Fell.", {"Mona Fell"}),
        ("The series was created for television by Mona Fell.", {"Mona Fell"}),
        ("Created by Mona Fell and based on the novels by Al Moe, the series is sad.", {"Mona Fell"}),
    ],
)
def test_creators_are_told_in_many_ways(text: str, creators: set[str]) -> None:
    """With whom a show was created, who developed it for television, and couples who share a surname."""
    assert {f[2] for f in facts('"Titans" is back. ' + text) if f[1] == "creator"} == creators


def test_jobs_that_change() -> None:
    """Who takes over is an event, who will serve a plan, and who leaves gives nothing."""
    title = "'Power Book II: Ghost' Renewed For Season 3 At Starz; Brett Mahoney Takes Over As Showrunner"
    (claim,) = people.find(document.make(title, NAMES, in_title=True))
    assert (claim.value, claim.unit, claim.modality) == ("Brett Mahoney", "showrunner", Modality.EVENT)
    (claim,) = people.find(document.make('Jane Doe will serve as showrunner on season 2 of "Bosch."', NAMES))
    assert (claim.season, claim.modality) == (2, Modality.PLAN)
    (claim,) = people.find(
        document.make("Taika Waititi returning to direct season 3 of The Mandalorian", NAMES, in_title=True)
    )
    assert (claim.subject.name, claim.unit, claim.season) == ("The Mandalorian", "director", 3)


@pytest.mark.parametrize(
    "text",
    [
        '"Bosch" returns. Jane Doe exits as showrunner.',
        '"Bosch" returns without former showrunner Jane Doe.',
        '"Reacher" is based on characters created by Lee Child.',
        '"Bosch" faces the problems that were created by Hollywood.',
        'Jane Doe, director of the FBI, saw "Bosch."',
        '"Bosch" star John Roe praised the film directed by Jane Doe.',
        'Viewers of "Bosch" and "Reacher" may know showrunner Jane Doe.',
        '"Bosch" is new. Jane Doe created the show\'s theme song.',
        "Bosch season 2 is new. Jane Doe, who created Bosch, is glad.",
        'Jane Doe created the character of "Bosch."',
        '"Bosch" is new. Jane Doe plays Mara Quill, who created it.',
        '"Bosch" is new. Jane Doe ran the show until 2019.',
        '"Bosch" is new. Jane Doe is no longer the showrunner.',
        '"Bosch" returns with Jane Doe out as showrunner.',
        '"Bosch" ended, and Hulu ordered a thriller. The new drama was created by Jane Doe.',
        '"Bosch" is new. Jane Doe, editor of a magazine, is glad. Jane Doe wrote the book.',
        '"Bosch" is new. Music producer Jane Doe is glad. Jane Doe, a consultant in Ohio, is sad.',
        '"Bosch" is new. Jane Doe plays composer Mara Quill, and John Roe is producer Ned Poe.',
        '"Bosch" is new. Jane Doe directed her anger at it.',
        '"Bosch" is new. Fashion designer Jane Doe is glad.',
        '"Bosch" is new. Executive editor Jane Doe of Variety is glad.',
        '"Bosch" is new. Jane Doe made her directorial debut in 2004.',
        '"Bosch" is new. Jane Doe wrote the novel on which it is based.',
        '"Bosch" is based on the British series created by Jane Doe.',
    ],
)
def test_no_job_is_made_up(text: str) -> None:
    """Who left, what is not the show, and jobs beside two shows give nothing."""
    assert [f for f in facts(text) if f[1] in {"creator", "crew"}] == []


_PIECES = (
    '"Ballard"', '"Bosch"', "Jane Doe", "John Roe", "Doe", "plays", "played by", "stars", "as", "Abby",
    "Detective", "'s", "and", ",", ".",
    "Harry Bosch", "guest stars", "created by", "showrunner", "season 2", "joins the cast of",
    "reprising her role in guest appearances",
    "the series", "The original series", "\n", "is a spin-off of", "As", "returns", "for", "executive producer",
)  # fmt: skip


@given(text=st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join) | st.text(max_size=80), title=st.booleans())
def test_every_span_is_verbatim_and_every_claim_names_a_person(*, text: str, title: bool) -> None:
    """Whatever the text, nothing fails, spans stand in it, and no claim is made twice."""
    claims = list(people.find(document.make(text, NAMES, in_title=title)))
    for claim in claims:
        assert claim.span is not None
        assert claim.value
        assert text[claim.span.start : claim.span.end] == claim.span.text
    keys = [(c.subject, c.predicate, c.value, c.unit) for c in claims]
    assert len(keys) == len(set(keys))
