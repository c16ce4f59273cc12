"""A page becomes an article: what it says of itself, and the text without what stands around it.

Pages, persons and sites are made up; the shows are real ones, of which the pages may say what is not so.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError, CliffhangerError
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import obtain, page

if TYPE_CHECKING:
    from cliffhanger.reader.claims import Article

pytest.importorskip("trafilatura")

BODY = """
<p>The streamer has renewed <em>Ballard</em> for a second season, it said on Wednesday, and <i>Bosch</i> is over.</p>
<p>The first season of the <a href="/bosch"><i>Bosch</i></a> spin-off ran ten episodes. &ldquo;We are glad,&rdquo; said
the made-up head of series, who spoke to the made-up paper.</p>
<p><strong>RELATED:</strong> <a href="/wheel">The Wheel of Time is cancelled after three seasons</a></p>
<figure><img src="x.jpg"><figcaption>A caption of a harbour. Courtesy of a studio</figcaption></figure>
<h2>What comes next</h2>
<p>Filming begins in the fall, &#8216;The Bear&#8217; notwithstanding, and a date has not been set by anyone.</p>
<p>This paragraph says nothing of a show, at some length, so that the page is none of the small ones that are read
whole: it goes on about the weather over a harbour, the ferries that cross it, and the people who wait for them.</p>
<blockquote><p>A longer quotation stands here.</p></blockquote>
<ul><li>Season 1: ten episodes</li><li>Season 2: ordered</li></ul>
"""
AROUND = """<html lang="en-US"><head><title>Ballard Renewed | Made-up Site</title>{head}</head><body>
<header class="site-header"><nav><a href="/">Home</a><a href="/tv">Severance cancelled news</a></nav></header>
<div class="cookie-banner"><p>We use cookies. Accept all of them, Evil renewed.</p></div>
<main><article><h1><em>Ballard</em> Renewed for <i>Season 2</i></h1>{byline}<div class="article-body">{body}</div>
<div class="newsletter-signup"><p>Sign up for our Fallout newsletter today.</p></div></article>
<section id="comments"><h3>Comments</h3><p>Somebody hopes that they cancel Reacher soon.</p></section>
<div class="related-stories"><article><h3>Netflix cancels The OA</h3><p>After two seasons it is over.</p></article>
<article><h3>Slow Horses ends</h3><p>After many seasons it is over.</p></article></div>
</main><aside>Trending: Loot renewed</aside><footer><p>Copyright 2019 a site, 1 January 2020.</p></footer>
</body></html>"""


START = "<!doctype html><html><body>"
OG_TITLE = '<meta property="og:title" content="Ballard Renewed &#8211; Made-up Site">'
OG_SITE = '<meta property="og:site_name" content="Made-up Site">'


def made(head: str = "", byline: str = "", body: str = BODY, url: str = "") -> Article:
    """Return the article of a made-up page."""
    return obtain.article(AROUND.format(head=head, byline=byline, body=body).encode(), url=url)


def ld(**data: object) -> str:
    """Return a JSON-LD script."""
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_text_is_the_articles_and_nothing_else() -> None:
    """A paragraph a line; no navigation, caption, box, comment or footer; no word in italics is lost."""
    article = made()
    assert article.text.split("\n") == [
        "The streamer has renewed Ballard for a second season, it said on Wednesday, and Bosch is over.",
        (
            "The first season of the Bosch spin-off ran ten episodes. \u201cWe are glad,\u201d said the made-up head "
            "of series, who spoke to the made-up paper."
        ),
        "What comes next",
        "Filming begins in the fall, \u2018The Bear\u2019 notwithstanding, and a date has not been set by anyone.",
        (
            "This paragraph says nothing of a show, at some length, so that the page is none of the small ones that "
            "are read whole: it goes on about the weather over a harbour, the ferries that cross it, and the people "
            "who wait for them."
        ),
        "A longer quotation stands here.",
        "- Season 1: ten episodes",
        "- Season 2: ordered",
    ]
    assert article.from_page
    assert article.language == "en"


@pytest.mark.parametrize("wrapper", ["{}", "<div class='has-related post'>{}</div>", "<form id='aspnetForm'>{}</form>"])
def test_what_wraps_the_article_is_not_taken_out(wrapper: str) -> None:
    """Whatever its class says."""
    assert made(body=wrapper.format(BODY)).text == made().text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Netflix renewed <i>You</i>.</p>", "Netflix renewed You."),
        ("<h1>Headline</h1><p>Netflix renewed <b>You</b></p>", "Netflix renewed You"),
        ("<div>One<br>Two</div>", "One\nTwo"),
        ("<p>Right \u202eto\u202c left, \u201cunclosed</p>", "Right \u202eto\u202c left, \u201cunclosed"),
        ("<p>NUL \x00 here</p>", "NUL \ufffd here"),
        ("<p>&lt;b&gt; &amp;copy; &#xD800;&#0;x", None),
    ],
)
def test_small_pages_are_read_whole(html: str, text: str | None) -> None:
    """A paragraph is an article too."""
    found = obtain.article(html.encode(), content_type="text/html").text
    assert found.encode()
    assert text is None or found == text


@pytest.mark.parametrize(
    "story",
    [
        "<article class='post'>{}</article>",
        "<article>{}</article><article>Another</article>",
        "<div class='entry-content'>{}</div>",
        "<div itemprop='articleBody text'>{}</div>",
        "<section class='a article__body b'><div class='article-body'>{}</div></section>",
    ],
)
def test_a_short_story_among_teasers_is_read_alone(story: str) -> None:
    """However many other stories the page tells of, and whatever their boxes are called."""
    teasers = "<div><h3>Another show is cancelled</h3><p>A teaser about it that goes on for some words.</p></div>" * 60
    short = "<h1>Headline</h1><p>Netflix renewed <em>You</em>, it said.</p><p>No date was given for it.</p>"
    text = obtain.article(f"{START}{story.format(short)}<div class=river>{teasers}</div>".encode()).text
    assert text.split("\n")[-2:] == ["Netflix renewed You, it said.", "No date was given for it."]
    assert "teaser" not in text


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (ld(**{"@type": "NewsArticle", "headline": "&#8216;X&#8217; <em>Renewed</em>"}), "\u2018X\u2019 Renewed"),
        (ld(**{"@graph": [{"@type": "WebPage", "name": "P"}, {"@type": "Article", "headline": "H"}]}), "H"),
        (ld(**{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "H"}}), "H"),
        (f"{OG_TITLE}{OG_SITE}", "Ballard Renewed"),
        ("", "Ballard Renewed for Season 2"),
        (ld(**{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}),
         "Ballard Renewed for Season 2"),
    ],
)  # fmt: skip
def test_the_title(head: str, title: str) -> None:
    """JSON-LD's headline, then og:title, then the page's only h1; a list's headline is another story's."""
    assert made(head).title == title


@pytest.mark.parametrize(
    ("title", "publisher", "host", "expected"),
    [
        ("Ballard Renewed | Deadline", "", "", "Ballard Renewed"),
        ("Ballard Renewed - The Hollywood Reporter", "", "hollywoodreporter.com", "Ballard Renewed"),
        ("Ballard Renewed \u2013 TV News | Variety", "Variety", "", "Ballard Renewed \u2013 TV News"),
        ("Law & Order - Season 25 renewed", "Variety", "variety.com", "Law & Order - Season 25 renewed"),
        ("You | Netflix", "", "", "You | Netflix"),
    ],
)
def test_the_sites_name_is_no_part_of_the_title(title: str, publisher: str, host: str, expected: str) -> None:
    """A dash is kept unless the publisher or the host stands behind it."""
    assert page.without_site(title, publisher, host) == expected


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        (ld(**{"@type": "NewsArticle", "author": [{"name": "Ada Roe"}, {"name": "Bo Poe Jr."}]}), ""),
        (ld(**{"@type": "NewsArticle", "author": "Ada Roe, Bo Poe Jr."}), ""),
        ('<meta name="author" content="By Ada Roe and Bo Poe Jr.">', ""),
        ("", "<p>By <a rel=author href=/a>Ada Roe</a>, <a rel=author href=/b>Bo Poe Jr.</a></p>"),
        ("", "<div class=byline>By Ada Roe and Bo Poe Jr. | July 30, 2025</div>"),
        ('<meta property="article:author" content="https://a.test/ada">', "<p class=byline>By Ada Roe & Bo Poe Jr."),
    ],
)
def test_the_authors(head: str, byline: str) -> None:
    """JSON-LD, meta tags, marked links, the byline; an address is nobody's name."""
    assert made(head, byline).authors == ("Ada Roe", "Bo Poe Jr.")


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        (ld(**{"@type": "NewsArticle", "datePublished": "2025-07-30T23:30-04:00", "dateModified": "2025-08-02"}), ""),
        (ld(**{"@type": "WebPage", "datePublished": "2025-07-30"}), ""),
        ('<meta property="article:published_time" content="2025-07-30T10:00:00Z">', ""),
        ('<meta name="parsely-pub-date" content="2025-07-30">', "<time datetime=2024-01-01>x</time>"),
        ("", '<time datetime="2025-07-30T10:00">July 30</time>'),
        ("", "<time class=updated datetime=2025-08-02>a</time><time class=published datetime=2025-07-30>b</time>"),
        ('<link rel=canonical href="https://a.test/2025/07/30/ballard/">', ""),
        ("", "<div class=entry-date>July 30, 2025</div>"),
        (ld(**{"@type": "NewsArticle", "datePublished": "0025-07-30"}), "<time datetime=2025-07-30>"),
    ],
)
def test_the_day_of_publication(head: str, byline: str) -> None:
    """In its own time zone; what was updated later is another day."""
    assert made(head, byline).published == date(2025, 7, 30)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", BODY),
        ("", BODY + "<p>It premiered on July 9, 2025, and ended on 2025-08-01.</p>"),
        ('<meta itemprop="copyrightYear" content="2024">', BODY),
        ('<meta property="article:modified_time" content="2025-08-02">', BODY),
        ("<title>Premieres July 9, 2025</title>", "<h1>Ends July 9, 2025</h1>" + BODY),
        ("", BODY + "<ul><li><time datetime=2024-01-01>Another story</time></li></ul>"),
    ],
)
def test_no_day_is_better_than_another_day(head: str, body: str) -> None:
    """What the prose, the title, the copyright or a change says is not the day of publication."""
    assert made(head, body=body).published is None


def test_publisher_and_address() -> None:
    """The page's own, from where it says so."""
    head = ld(**{"@graph": [{"@type": "NewsArticle", "headline": "H", "publisher": {"@id": "#o"}},
                            {"@type": "Organization", "@id": "#o", "name": "Made-up Site"}]})  # fmt: skip
    article = made(head + '<link rel="canonical" href="https://www.a.test/x">')
    assert (article.publisher, article.url) == ("Made-up Site", "https://www.a.test/x")
    assert made('<meta property="og:site_name" content="Made-up Site">').publisher == "Made-up Site"
    assert made('<link rel="canonical" href="javascript:alert(1)">').url == ""


def test_embedded_facts_are_the_pages() -> None:
    """A page without prose is read for its data; whose the score is, its address says."""
    data = ld(**{"@type": "TVSeries", "name": "Ballard", "aggregateRating": {"ratingValue": "100"}})
    content = f"<html><head>{data}</head><body></body></html>".encode()
    article = obtain.article(content, url="https://www.rottentomatoes.com/tv/b")
    (fact,) = article.embedded
    assert (fact.show, fact.predicate, fact.value, fact.unit) == ("Ballard", Predicate.SCORE, 100, "tomatometer")
    assert article.text == ""


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (START + "<p>x" * 30_001, "30,000 tags"),
        (START + "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x", "300 attributes"),
        (START + "<p " + " ".join(f"a{n}='>'" for n in range(50_000)) + ">x", "300 attributes"),
        (START + " ".join(f"<a{n}" for n in range(50_000)) + ">x", "300 attributes"),
        (START + ("<p " + " ".join(f"a{n}=1" for n in range(250)) + ">x") * 300, "60,000 attributes"),
        (START + "<p>" + "Some words. " * 100_000, "1,000,000 characters"),
        (START + "<div>" * 20_000, "without an article"),
        (START + "<script>" + "let a = 1;" * 1000 + "</script>", "without an article"),
        (START + "<!--" * 100_000, "without an article"),
        ("<!doctype html>", "without an article"),
        (START + "<p> &nbsp; &#8203;</p>", "without an article"),
    ],
)
def test_bombs_and_empty_pages_are_refused(html: str, words: str) -> None:
    """By the bound that they break."""
    with pytest.raises(BadFileError, match=words):
        obtain.article(html.encode())


@pytest.mark.parametrize(
    "html",
    [
        START + "<p>x</p>" + "<div>" * 20_000,
        START + "<p>x &a;</p>" + "&amp;" * 100_000,
        '<!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>x &a;</p>',
        START + '<p>x</p><script type="application/ld+json">' + "[" * 100_000 + "</script>",
        START + '<p {"@type":1} <b é= {a}b=c>x</p>',
        START + f'<p>x</p><p class="{"a-" * 100_000}">y</p>',
        START + '<p>x</p><div class="related share"><p>y</p></div>' + "<p>words of it</p>" * 5000,
        START + "<p>x</p><img src='http://127.0.0.1:9/x.png'><link rel=stylesheet href='http://127.0.0.1:9/x.css'>",
    ],
)
def test_what_is_odd_is_read_as_far_as_it_goes(html: str) -> None:
    """Nesting, entities, DTDs and long attributes change nothing else, and load nothing."""
    text = obtain.article(html.encode()).text
    assert "x" in text.replace("\n", " ").split(" ")
    assert "root:" not in text


def test_quoted_brackets_and_scripts_are_no_tags() -> None:
    """What is in quotation marks, in a script or in a comment is not counted as tags."""
    page.refuse_bomb("<script>" + "a<b;" * 50_000 + "</script><!--" + "<p>" * 50_000 + "-->", name="x")
    page.refuse_bomb('<p title="' + "<p>" * 50_000 + '">x</p>', name="x")


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='related'>", "<div>", "</div>", "<article>", "</article>", "<h1>", "<title>", "<em>",
     "</em>", "<!--", "-->", "<script>", "</script>", "<time datetime='2025-07-30'>", "<table><tr><td>", "&amp;",
     "&#0;", "&#xD800;", "<a href='x'>", "</a>", "<meta property='og:title' content='T'>", "Bosch ends. ", "\u201c",
     "\x00",
     "\u202e", "<form>", "<svg>", "<html>", "<body>", "<![CDATA[", "<?x", "<p a='", "\n", "</html>", "<li>RELATED: ",
     "<frameset>", "<script type='application/ld+json'>",
     '{"@type": "Article", "headline": "\\ud800", "author": [[]]}']
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=5), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_page_is_an_article_or_is_refused(pieces: list[str]) -> None:
    """Only the project's own errors leave, and all that is kept can be written out."""
    content = "".join(pieces).encode("utf-8", "surrogatepass")
    try:
        article = obtain.article(content, content_type="text/html; charset=utf-8")
    except CliffhangerError:
        pass
    else:
        assert "".join([article.text, article.title, article.publisher, *article.authors]).encode()
        assert "\n\n" not in article.text
