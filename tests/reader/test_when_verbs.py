"""In how many words English says that a show begins or ends; the shows and their dates are made up."""

from __future__ import annotations

import pytest

from tests.reader.dating import dates, day

_LOVED = "“Copper Row” is loved. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (_LOVED + "The third season eventually got to air on June 2, 2024.",
         day("Copper Row", "premiere_date", 3, "2024-06-02")),
        ("“Copper Row” opens up on June 4.", day("Copper Row", "premiere_date", None, "2025-06-04")),
        ("“Copper Row” opens for business on June 4.", day("Copper Row", "premiere_date", None, "2025-06-04")),
        ("“Copper Row” first showed up on Crave in February 2016.",
         [("Copper Row", "premiere_date", None, "2016-02-01", "2016-02-29")]),
        ("“Copper Row” got off to a quiet start in August 2020.",
         [("Copper Row", "premiere_date", None, "2020-08-01", "2020-08-31")]),
        ("“Copper Row” came to life on CBS in September 2019.",
         [("Copper Row", "premiere_date", None, "2019-09-01", "2019-09-30")]),
        (_LOVED + "It starts streaming on Thursday.", day("Copper Row", "premiere_date", None, "2025-05-15")),
        (_LOVED + "It will finally bow this fall.",
         [("Copper Row", "premiere_date", None, "2025-09-01", "2025-11-30")]),
        ("Since bowing with a double bill on Jan. 9, “Copper Row” has grown.",
         day("Copper Row", "premiere_date", None, "2025-01-09")),
        ("“Copper Row” resumes on June 6 after an absence of three years.",
         day("Copper Row", "premiere_date", None, "2025-06-06")),
        ("“Copper Row” resumes on Jan. 13 with its third, and “Nightjar” is in its second season.",
         day("Copper Row", "premiere_date", 3, "2026-01-13")),
        ("“Copper Row” checks in for a third stay on Sunday.", day("Copper Row", "premiere_date", 3, "2025-05-18")),
        ("“Copper Row” concludes with its third season on June 27.",
         day("Copper Row", "premiere_date", 3, "2025-06-27")),
        ("Hulu will introduce “Copper Row” on June 1.", day("Copper Row", "premiere_date", None, "2025-06-01")),
        ("“Copper Row” will join the CBS schedule in the fall.",
         [("Copper Row", "premiere_date", None, "2025-09-01", "2025-11-30")]),
        ("“Copper Row” was made for a fourth season. Viewers will see the results next summer.",
         [("Copper Row", "premiere_date", 4, "2026-06-01", "2026-08-31")]),
        ("“Copper Row” is readying its second season for early next year.",
         [("Copper Row", "premiere_date", 2, "2026-01-01", "2026-04-30")]),
        ("Season 2 of “Copper Row” is done. The channel plans to air that season this year.",
         [("Copper Row", "premiere_date", 2, "2025-01-01", "2025-12-31")]),
        ("“Copper Row” was picked up this month for a sixth season, ahead of the fifth's arrival this September.",
         [("Copper Row", "premiere_date", 5, "2025-09-01", "2025-09-30")]),
        ("“Copper Row” was renewed last October, four months ahead of the Season 3 launch on February 20.",
         day("Copper Row", "premiere_date", 3, "2025-02-20")),
        (_LOVED + "Its third season, which Netflix will put out on July 11, is to be the last.",
         day("Copper Row", "premiere_date", 3, "2025-07-11")),
        (_LOVED + "The pilot aired on Sept. 13, 2005.", day("Copper Row", "premiere_date", 1, "2005-09-13")),
        ("Netflix has not said whether “Copper Row,” released in March, will get another season.",
         [("Copper Row", "premiere_date", None, "2025-03-01", "2025-03-31")]),
        ("Season 5 of “Copper Row” will come out in three parts: four episodes on Nov. 26 and the rest later.",
         day("Copper Row", "premiere_date", 5, "2025-11-26")),
        ("Launched on February 23 with some noise, the drama “Copper Row” has lost half of it.",
         day("Copper Row", "premiere_date", None, "2025-02-23")),
        ("“Copper Row” finished filming in Bath last September and is coming this year.",
         [("Copper Row", "filming_end", None, "2024-09-01", "2024-09-30"),
          ("Copper Row", "premiere_date", None, "2025-01-01", "2025-12-31")]),
        ("“Copper Row” was renewed for a third season, to be seen in 2026.",
         [("Copper Row", "premiere_date", 3, "2026-01-01", "2026-12-31")]),
        ("“Copper Row”, a love story starring Ada Example that showed up in April, is loved.",
         [("Copper Row", "premiere_date", None, "2025-04-01", "2025-04-30")]),
        ("The fourth season of “Copper Row” did well; the fifth, which began with a three-episode drop on May 9, too.",
         day("Copper Row", "premiere_date", 5, "2025-05-09")),
        # None of these begins.
        ("“Copper Row” was loved. Production was suspended in March; it resumed in April.", []),
        ("“Copper Row” landed a second season on May 2.", []),
        ("“Copper Row” is loved. Money Games, the quarry thriller, is readying its second season for next year.", []),
    ],
)  # fmt: skip
def test_begins(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A premiere in other words than "premieres"."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” is in its eighth season; the farewell episode airs on May 26.",
         day("Copper Row", "finale_date", 8, "2025-05-26")),
        ("“Copper Row” debuted its fifth season on April 4; its last hour arrives May 30.",
         [*day("Copper Row", "finale_date", 5, "2025-05-30"), *day("Copper Row", "premiere_date", 5, "2025-04-04")]),
        ("“Copper Row” is loved. Four episodes are left, and the last of the 13 is set for June 11.",
         day("Copper Row", "finale_date", None, "2025-06-11")),
        ("“Copper Row” also ran two seasons, the second of which wrapped up on March 25.",
         day("Copper Row", "finale_date", 2, "2025-03-25")),
        (_LOVED + "It rounds out its fourth season next Wednesday.",
         day("Copper Row", "finale_date", 4, "2025-05-21")),
        (_LOVED + "The comedy capped its third season last month.",
         [("Copper Row", "finale_date", 3, "2025-04-01", "2025-04-30")]),
        ("“Copper Row” is gone after three seasons, days after its May 6 season closer.",
         day("Copper Row", "finale_date", 3, "2025-05-06")),
        ("“Copper Row” had been off the air since February, when its third season came to an end.",
         [("Copper Row", "finale_date", 3, "2025-02-01", "2025-02-28")]),
        ("The eighth season of “Copper Row” has ten episodes, with the closing one due on July 8.",
         day("Copper Row", "finale_date", 8, "2025-07-08")),
        ("“Copper Row” is loved. Season seven was split in two and did not conclude until January last year.",
         [("Copper Row", "finale_date", 7, "2024-01-01", "2024-01-31")]),
        ("“Copper Row” is about to wrap up Season 4 on May 26.", day("Copper Row", "finale_date", 4, "2025-05-26")),
        ("“Copper Row” had its last hurrah on April 23.", day("Copper Row", "finale_date", None, "2025-04-23")),
        ("“Copper Row” was over in July 2023, after ten years.",
         [("Copper Row", "finale_date", None, "2023-07-01", "2023-07-31")]),
        ("“Copper Row” itself ends its Fox run tonight after six seasons.",
         day("Copper Row", "finale_date", 6, "2025-05-14")),
        ("“Copper Row” is loved. New chapters will come out on Sundays until the finale on June 22.",
         day("Copper Row", "finale_date", None, "2025-06-22")),
        ("Word comes a month after the third-season ender of “Copper Row”, which was posted on April 17.",
         day("Copper Row", "finale_date", 3, "2025-04-17")),
        (_LOVED + "Its third season, billed as the end of the story they had wanted to tell, concluded on May 1.",
         day("Copper Row", "finale_date", 3, "2025-05-01")),
        (_LOVED + "Its first season will play through July 10.", day("Copper Row", "finale_date", 1, "2025-07-10")),
    ],
)  # fmt: skip
def test_ends(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A finale in other words than "ends"."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "“Copper Row” aired its 50th episode on May 1 and will air a crossover on June 3.",
        "Launched on May 1, the network's new app will carry “Copper Row”.",
        "“Copper Row” moved production from New York to California in March.",
        "Viewers will see more of Ada Example in “Copper Row” on Thursday.",
        "“Copper Row” returns on June 3 from a hiatus.",
        "“Copper Row” resumes on January 8 after a winter break.",
        "The strike was over in November 2023, and “Copper Row” went on.",
        "The trial that inspired “Copper Row” concluded on May 1.",
        "A trailer for “Copper Row” was released on May 1.",
        "The network's contract with “Copper Row” ends on June 30.",
        "The creator of “Copper Row” will be back in the fall with a novel.",
        "“Copper Row”, a play that opened in March, is loved.",
        "“Copper Row” is on Netflix and is leaving the service on June 1.",
        "“Copper Row” won an award in March and is moving to Thursdays in the fall.",
        "“Copper Row” gets a second season order for the fall.",
    ],
)
def test_neither_begins_nor_ends(text: str) -> None:
    """A thing of a show, an episode and a move have days of their own."""
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The new comedy “Nightjar” starts June 4. “Copper Row” is loved.",
         day("Nightjar", "premiere_date", None, "2025-06-04")),
        ("“Copper Row” and “Nightjar,” which made their debuts in January, will be back.",
         [("Nightjar", "premiere_date", None, "2025-01-01", "2025-01-31")]),
        (_LOVED + "The second season was filmed in Mexico and premiered Nov. 4.",
         day("Copper Row", "premiere_date", 2, "2024-11-04")),
        (_LOVED + "The first season was shot in Alberta, where filming ended in June 2022.",
         [("Copper Row", "filming_end", 1, "2022-06-01", "2022-06-30")]),
        (_LOVED + "Shooting on its second season doesn't start until January.",
         [("Copper Row", "filming_start", 2, "2026-01-01", "2026-01-31")]),
        (_LOVED + "It opened its eleventh on Nov. 4, 2024.", day("Copper Row", "premiere_date", 11, "2024-11-04")),
        ("Hulu starts the second season of “Copper Row” on Jan. 28.",
         day("Copper Row", "premiere_date", 2, "2026-01-28")),
        # What only looks like it.
        (_LOVED + "See, with Jane Doe, came to an end last October with its third season.", []),
        (_LOVED + "Cameras were supposed to roll in March 2020 on its sixth season.", []),
        ("The premiere of “Copper Row” season 6 was due to be shown in May 2020.", []),
        ("“Copper Row” moved to the cable network in January.", []),
        ("CBS announced premiere dates on Thursday for its series, “Copper Row” among them.", []),
        ("“Copper Row” is safe. CBS is bringing back ten of its series for the 2025-26 season.", []),
    ],
)  # fmt: skip
def test_of_two_verbs_the_date_is_the_last_ones(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """And of none that was only meant, that tells of another show, or of where a show is."""
    assert dates(text) == wanted
