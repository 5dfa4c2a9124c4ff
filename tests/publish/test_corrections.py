import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest
from lxml import html
from record.desks import EDITS, Desk, statement_of

from digest.build import assemble, outputs
from digest.errors import QuotationError
from digest.model import Page, TranslateMode

WEIR = "This dam was never needed by anybody"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def built(desk: Desk) -> Mapping[str, str]:
    """Return every page and file of the site, by path."""
    settings = replace(desk.settings, translate=TranslateMode.NEVER)
    made = outputs(assemble(desk.gather(), settings))
    return {one.path: one.body if isinstance(one, Page) else one.content.decode() for one in made}


def text_of(page: str, id_: str) -> str:
    """Return the text of the element of an id."""
    (element,) = html.fromstring(page).xpath(f"//*[@id='{id_}']")
    return " ".join(element.text_content().split())


def test_a_site_without_corrections_has_no_page_of_them(desk: Desk) -> None:
    desk.record()
    assert not [path for path in built(desk) if "corrections" in path]


def test_a_corrected_quotation_is_told_with_its_former_words_and_a_link_to_the_present_ones(
    desk: Desk,
) -> None:
    id_ = statement_of(desk.record(), "harbour is open")
    EDITS["corrected"](desk)  # type: ignore[no-untyped-call]
    page = built(desk)["en/corrections/"]
    told = text_of(page, f"c-{id_}")
    assert "Quotation corrected" in told
    assert "As we published on March 3, 2026" in told
    assert "The harbour is open again" in told
    assert f"story/herald/harbour/#u-{id_}" in page


def test_former_words_are_no_card_and_no_quotation(desk: Desk) -> None:
    desk.record()
    EDITS["withdrawn"](desk)  # type: ignore[no-untyped-call]
    pages = built(desk)
    (shown,) = html.fromstring(pages["en/corrections/"]).xpath("//*[@data-wording]")
    assert shown.tag == "del"
    assert shown.text_content() == WEIR
    assert not [path for path, page in pages.items() if WEIR in page and "corrections" not in path]


def test_words_that_the_record_does_not_have_end_the_build(desk: Desk) -> None:
    desk.record()
    EDITS["withdrawn"](desk)  # type: ignore[no-untyped-call]
    folder = desk.content.parent / "templates/digest"
    folder.mkdir(parents=True)
    (folder / "corrections.html").write_text(
        '{% for e in entries %}{% for one in e.words %}<del data-wording="{{ one.former.wording }}">No dam is needed</del>'
        "{% endfor %}{% endfor %}",
        encoding="utf-8",
    )
    desk.settings = replace(desk.settings, template_dirs=(folder.parent,))
    with pytest.raises(QuotationError, match="“No dam is needed” was never published"):
        built(desk)


def test_the_page_of_a_retracted_article_says_so_and_quotes_nothing(desk: Desk) -> None:
    desk.record()
    EDITS["retracted"](desk)  # type: ignore[no-untyped-call]
    pages = built(desk)
    page = pages["en/article/times/dam/"]
    assert "Report retracted" in page
    assert "Made up." in page
    assert "A court in Southfield" not in page
    assert [path for path, text in pages.items() if WEIR in text] == [
        "en/corrections/",
        "es/corrections/",
    ]


def test_withheld_words_stand_in_no_file(desk: Desk) -> None:
    desk.record()
    EDITS["withheld"](desk)  # type: ignore[no-untyped-call]
    assert not [path for path, text in built(desk).items() if WEIR in text]


def test_an_article_that_is_gone_leads_to_what_is_told_of_it(desk: Desk) -> None:
    desk.record()
    desk.remove("articles/dam.md")
    pages = built(desk)
    for path in ("en/article/times/dam/", "en/story/times/dam/"):
        assert 'url=../../../corrections/#a-times-dam"' in pages[f"{path}index.html"]
    assert "Report no longer published" in text_of(pages["en/corrections/"], "a-times-dam")


def test_the_address_of_a_person_by_another_name_leads_to_the_present_one(desk: Desk) -> None:
    desk.record()
    desk.put("people.yml", "holm: {name: Karl Gustav Holm, aliases: [Karl Holm]}\n")
    assert "url=../holm/" in built(desk)["en/person/karl-holm/index.html"]


def test_a_fragment_of_a_statement_that_went_to_another_story_leads_there(desk: Desk) -> None:
    desk.put("stories.yml", "- together: [herald/harbour, times/dam]\n")
    id_ = statement_of(desk.record(), WEIR)
    desk.put("stories.yml", "- apart: [herald/harbour, times/dam]\n- apart: [times/reopened, times/dam]\n")
    page = html.fromstring(built(desk)["en/story/herald/harbour/"])
    (link,) = page.xpath(f"//*[@id='u-{id_}']/a/@href")
    assert link == f"../../times/dam/#u-{id_}"


def test_each_wording_of_a_statement_has_a_fragment_of_its_own_and_none_stands_twice(desk: Desk) -> None:
    second = "“The harbour is open again to every boat on the coast,” Mayor Anna Berg said in Northport."
    desk.edit(
        "articles/reopened.md",
        ("“Nobody in this town will be left to pay alone,” Mayor Anna Berg said in Northport.", second),
    )
    gathered = desk.gather()
    ids = {wording.quote.id for u in gathered.utterances for wording in u.wordings}
    for path, page in built(desk).items():
        found = re.findall(r' id="(u-[^"]+)"', page)
        assert len(found) == len(set(found))
        if path == "en/story/herald/harbour/":
            assert {f"u-{id_}" for id_ in ids if id_ != statement_of(gathered, WEIR)} <= set(found)


def test_the_feed_of_corrections_is_read_as_atom(desk: Desk) -> None:
    desk.record()
    EDITS["noted"](desk)  # type: ignore[no-untyped-call]
    feed = feedparser.parse(built(desk)["en/corrections.xml"])
    assert not feed.bozo
    (entry,) = feed.entries
    assert (entry.title, entry.updated[:10]) == ("Report corrected", "2026-05-20")
    assert "The court sat in Eastvale." in entry.summary
    assert entry.link == entry.id == "https://example.org/digest/en/corrections/#n-times-dam-2026-05-20"


def test_a_build_after_recording_writes_the_same_bytes(desk: Desk) -> None:
    desk.record()
    for edit in ("corrected", "noted", "joined", "another speaker"):
        EDITS[edit](desk)  # type: ignore[no-untyped-call]
    before = built(desk)
    desk.record()
    assert built(desk) == before


def test_a_correction_is_the_day_on_which_story_feed_and_sitemap_say_that_it_changed(desk: Desk) -> None:
    desk.record()
    desk.edit("articles/harbour.md", ("open again", "open once more"))
    pages = built(desk)
    feed = feedparser.parse(pages["en/feed.xml"])
    (entry,) = [entry for entry in feed.entries if entry.link.endswith("herald/harbour/")]
    assert (entry.published[:10], entry.updated[:10]) == ("2026-03-03", "2026-05-20")


def test_a_story_is_not_published_earlier_because_an_older_report_comes_in_later(desk: Desk) -> None:
    desk.record()
    EDITS["pinned"](desk)  # type: ignore[no-untyped-call]
    pages = built(desk)
    feed = feedparser.parse(pages["en/feed.xml"])
    (entry,) = [entry for entry in feed.entries if entry.link.endswith("herald/harbour/")]
    assert entry.published[:10] == "2026-03-03"


def test_a_retracted_report_is_marked_in_its_story(desk: Desk) -> None:
    desk.record()
    EDITS["retracted"](desk)  # type: ignore[no-untyped-call]
    story = html.fromstring(built(desk)["en/story/times/dam/"])
    assert story.xpath("//*[@class='report__facts']//a[text()='Report retracted']/@href") == [
        "../../../article/times/dam/"
    ]
