"""What leads a front page, and where statements name their story."""

from __future__ import annotations

from dataclasses import replace

from builders import a_moment, a_quote, an_outlet
from digests import IN_ENGLISH, NEWSWEEK, RBC, WTOP, a_digest, an_utterance
from lxml import html

from digest.model import Article, Story, Wording, WordingState, WrittenBy
from digest.publish.edition import Edition
from digest.publish.pages import pages
from digest.publish.texts import headline


def a_report(name: str, day: str = "2025-12-04", **fields: object) -> Article:
    outlet = an_outlet(f"Outlet {name}")
    made = {"title": f"Headline {name}", "published": a_moment(day), "outlet": outlet, **fields}
    return replace(NEWSWEEK, id=f"{outlet.id}/{name}", **made)


def lead_of(*stories: Story) -> str:
    front = Edition(a_digest(stories=stories, utterances=()), "en").front
    others = [view for day in front.days for view in day.stories]
    assert (
        len({view.story.id for view in (*front.pinned, *others)} - {front.lead.story.id}) == len(stories) - 1
    )
    return front.lead.headline.text


def test_what_most_outlets_reported_leads_the_newest_day() -> None:
    alone, older = (
        Story(articles=(a_report("a"),)),
        Story(articles=tuple(a_report(n, "2025-12-03") for n in "xyz")),
    )
    both = Story(articles=(a_report("b"), a_report("c")))
    assert lead_of(older, alone, both) in {"Headline b", "Headline c"}


def test_what_readers_cannot_read_leads_only_where_there_is_nothing_else() -> None:
    russian = Story(
        articles=tuple(replace(RBC, id=f"rbc/{n}", published=a_moment("2025-12-04")) for n in "ab")
    )
    assert lead_of(russian, Story(articles=(a_report("a"),))) == "Headline a"
    assert lead_of(russian, Story(articles=(a_report("a", "2025-12-03"),))) == RBC.title


def test_readers_of_a_region_have_the_headline_in_their_language() -> None:
    story = Story(articles=(WTOP, a_report("a", "2025-12-05")), title_by_language={"fr": "L’appel"})
    shown = {code: headline(a_digest(), story, code).text for code in ("es-MX", "en-GB", "fr-CA")}
    assert shown == {"es-MX": WTOP.title, "en-GB": "Headline a", "fr-CA": "L’appel"}


def test_what_an_editor_pinned_leads_whoever_reported_it() -> None:
    pinned = replace(Story(articles=(a_report("p", "2025-12-01"),)), pinned=0)
    assert lead_of(pinned, Story(articles=(a_report("a"), a_report("b")))) == "Headline p"


def test_statements_that_stand_one_after_the_other_name_their_story_once() -> None:
    said = an_utterance()
    again = replace(said, id="0123456789ab")
    site = a_digest(stories=(Story(articles=(WTOP, NEWSWEEK)),), utterances=(said, again))
    page = next(one for one in pages(site) if one.kind == "person" and one.language == "en")
    tree = html.fragment_fromstring(page.body, create_parent="div")
    assert len(tree.xpath("//figure")) == 2
    assert len(tree.xpath("//p[@class='card__story']")) == 1


def front_and_person(printed_by: str) -> str:
    """Return two pages' text: two outlets report, and one of them printed what Maduro said."""
    of_outlets = {"written_by": WrittenBy.OUTLET}
    newest, older = a_report("a", **of_outlets), a_report("b", "2025-12-03", **of_outlets)
    article = {"a": newest, "b": older}[printed_by]
    story = Story(articles=(older, newest))
    wording = Wording(quote=a_quote(IN_ENGLISH, article=article), state=WordingState.AS_PRINTED)
    site = a_digest(
        stories=(story,), utterances=(replace(an_utterance(), story=story.id, wordings=(wording,)),)
    )
    shown = [one.body for one in pages(site) if one.language == "en" and one.kind in {"front", "person"}]
    return html.fromstring("<div>" + "".join(shown) + "</div>").text_content()


def test_an_outlet_that_is_named_beside_a_quotation_is_not_named_again_for_the_headline() -> None:
    assert "Headline:" not in front_and_person(printed_by="a")
    assert front_and_person(printed_by="b").count("Headline: Outlet a") == 2
