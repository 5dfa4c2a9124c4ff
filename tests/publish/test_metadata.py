import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import html5lib
import pytest
from builders import a_moment, a_person, a_quote, an_article, an_outlet
from digests import (
    APERTIUM,
    IN_ARABIC,
    IN_ENGLISH,
    IN_FRENCH,
    MADURO,
    NEWSWEEK,
    SPOKEN,
    TOPIC,
    WTOP,
    WTOP_URL,
    a_digest,
)
from lxml import html

from digest.model import (
    Article,
    Person,
    Site,
    Story,
    Utterance,
    UtteranceId,
    Wording,
    WordingState,
    WrittenBy,
)
from digest.publish.edition import Edition
from digest.publish.structured import metadata

ROOT = "https://example.org/digest/"
EDITIONS = ("en", "es", "fr", "ar")
US = f"{ROOT}#site"


def for_story(site: Site, story: Story, language: str) -> str:
    return metadata.for_story(Edition(site, language), story)


def for_article(site: Site, article: Article, language: str) -> str:
    return metadata.for_article(Edition(site, language), article)


def for_person(site: Site, person: Person, language: str) -> str:
    edition = Edition(site, language)
    return metadata.for_person(edition, person, edition.said_by(person))


def graph(element: str) -> dict[str, dict[str, Any]]:
    """Return the nodes of a script element by id, as two parsers of HTML agree on it."""
    document = html5lib.parse(f"<!doctype html><title>.</title>{element}", namespaceHTMLElements=False)
    [script] = document.iter("script")
    assert script.get("type") == "application/ld+json"
    assert html.document_fromstring(f"<title>.</title>{element}").findtext(".//script") == script.text
    data = json.loads(script.text)
    assert data["@context"] == "https://schema.org"
    nodes = {node["@id"]: node for node in data["@graph"]}
    assert len(nodes) == len(data["@graph"])
    return nodes


def quotations(nodes: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the quotations by text, translations within what they translate among them."""
    described = [part for node in nodes.values() for part in node.get("hasPart", []) if "text" in part]
    translated = [part["workTranslation"] for part in described if "workTranslation" in part]
    return {node["text"]: node for node in (*described, *translated)}


def everything(site: Site, language: str) -> list[dict[str, dict[str, Any]]]:
    """Return the graph of every page that has one in an edition."""
    scripts = [for_story(site, story, language) for story in site.stories]
    scripts += [for_article(site, article, language) for article in site.articles]
    scripts += [for_person(site, person, language) for person in site.people]
    return [graph(script) for script in scripts]


def linked(node: dict[str, Any], name: str) -> list[str]:
    value = node.get(name, [])
    return [one["@id"] for one in (value if isinstance(value, list) else [value])]


def a_summary_page(language: str, article: Article = WTOP, site: Site | None = None) -> dict[str, Any]:
    return graph(for_article(site or a_digest(), article, language))[
        f"{ROOT}{language}/article/{article.id}/"
    ]


@pytest.mark.parametrize("language", EDITIONS)
def test_a_summary_is_our_article_about_the_outlets_report(language: str) -> None:
    page = a_summary_page(language)
    assert page["@type"] == "NewsArticle"
    assert page["author"] == page["publisher"] == {"@id": US}
    assert page["isBasedOn"]["@id"] == WTOP_URL
    assert page["isBasedOn"]["publisher"]["name"] == "WTOP"
    assert "headline" not in page["isBasedOn"]


def test_no_outlet_is_ever_the_author_of_a_page() -> None:
    for language in EDITIONS:
        for nodes in everything(a_digest(), language):
            pages = [node for node in nodes.values() if "inLanguage" in node and node["@type"] != "Quotation"]
            assert pages
            assert all(page["author"] == {"@id": US} for page in pages)
            assert nodes[US]["name"] == "The Digest"


def test_a_storys_page_is_about_its_topics_by_their_iptc_codes() -> None:
    site = a_digest(topics=(replace(TOPIC, iptc="medtop:20000639"),))
    page = graph(for_story(site, site.stories[0], "es"))[f"{ROOT}es/story/{WTOP.id}/"]
    [subject] = page["about"]
    assert subject["url"] == "http://cv.iptc.org/newscodes/mediatopic/20000639"


def test_a_summary_without_an_address_names_the_outlet_alone() -> None:
    source = a_summary_page("en", NEWSWEEK)["isBasedOn"]
    assert source == {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Newsweek"}}


def test_the_page_of_an_outlets_article_is_ours_about_theirs() -> None:
    theirs = replace(WTOP, written_by=WrittenBy.OUTLET, authors=("The desk of WTOP",))
    site = a_digest(stories=(Story(articles=(theirs,)),))
    page = a_summary_page("fr", theirs, site)
    assert (page["@type"], page["name"], page["author"]) == (
        "WebPage",
        "Maduro confirme l’appel",
        {"@id": US},
    )
    assert page["about"]["headline"] == "Maduro confirma la llamada"
    assert (page["about"]["inLanguage"], page["about"]["datePublished"]) == ("es", "2025-12-03")


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    site = a_digest(stories=(Story(articles=(replace(WTOP, url="javascript:alert(1)"),)),))
    assert "javascript" not in "".join(for_article(site, article, "en") for article in site.articles)
    assert "javascript" not in for_story(site, site.stories[0], "en")


def test_the_editions_of_a_summary_name_each_other() -> None:
    assert linked(a_summary_page("fr"), "translationOfWork") == [f"{ROOT}es/article/wtop/llamada/"]
    assert linked(a_summary_page("es"), "workTranslation") == [
        f"{ROOT}fr/article/wtop/llamada/",
        f"{ROOT}ar/article/wtop/llamada/",
    ]


def test_an_edition_that_has_no_translation_claims_none() -> None:
    page = a_summary_page("en")
    assert (page["headline"], page["inLanguage"]) == ("Maduro confirma la llamada", "es")
    assert "translationOfWork" not in page


def test_the_words_spoken_are_the_speakers_in_the_language_spoken() -> None:
    nodes = graph(for_story(a_digest(), a_digest().stories[0], "ar"))
    spoken = quotations(nodes)[SPOKEN]
    speaker = nodes[spoken["creator"]["@id"]]
    assert spoken["inLanguage"] == "es"
    assert (speaker["@type"], speaker["name"]) == ("Person", "نيكولاس مادورو")
    assert spoken["isBasedOn"] == {"@id": WTOP_URL}
    assert spoken["dateCreated"] == "2025-12-03"
    assert "translator" not in spoken


@pytest.mark.parametrize(("language", "text"), [("en", IN_ENGLISH), ("fr", IN_FRENCH), ("ar", IN_ARABIC)])
def test_an_original_holds_its_translation(language: str, text: str) -> None:
    found = quotations(graph(for_story(a_digest(), a_digest().stories[0], language)))
    assert found[SPOKEN]["workTranslation"] == found[text]
    assert "creator" not in found[text]


@pytest.mark.parametrize("language", EDITIONS)
def test_every_link_between_nodes_leads_to_a_node(language: str) -> None:
    stories = [graph(for_story(a_digest(), story, language)) for story in a_digest().stories]
    described = {node["@id"] for nodes in stories for node in quotations(nodes).values()}
    checked = 0
    for nodes in everything(a_digest(), language):
        for node in (*nodes.values(), *quotations(nodes).values()):
            for name in ("creator", "author", "mainEntity"):
                assert all(one in nodes for one in linked_if_id(node, name))
            statements = [one for one in linked(node, "hasPart") if one]
            assert all(one in described for one in statements)
            checked += len(statements)
    assert checked >= 4


def linked_if_id(node: dict[str, Any], name: str) -> Iterable[str]:
    value = node.get(name)
    return [value["@id"]] if isinstance(value, dict) and "@id" in value else []


def test_one_wording_has_one_id_on_every_page_and_no_two_share_one() -> None:
    found: dict[str, set[tuple[str, str]]] = {}
    for language in EDITIONS:
        for nodes in everything(a_digest(), language):
            for node in quotations(nodes).values():
                found.setdefault(node["@id"], set()).add((node["text"], node["inLanguage"]))
    assert len(found) == 4
    assert all(len(texts) == 1 for texts in found.values())


def test_a_translation_names_who_worded_it() -> None:
    machine = quotations(graph(for_story(a_digest(), a_digest().stories[0], "fr")))[IN_FRENCH]
    desk = quotations(graph(for_story(a_digest(), a_digest().stories[0], "ar")))[IN_ARABIC]
    assert (machine["inLanguage"], machine["creditText"]) == (
        "fr-t-es-t0-und",
        f"apertium {APERTIUM.model} 3.8.3",
    )
    assert "translator" not in machine
    assert desk["translator"] == {"@id": US}
    assert "isBasedOn" not in desk


def test_a_wording_that_may_not_be_a_translation_is_linked_to_none() -> None:
    printed = a_quote(IN_ENGLISH, article=NEWSWEEK)
    other = a_quote(SPOKEN, article=WTOP)
    wordings = (
        Wording(quote=other, state=WordingState.ORIGINAL),
        Wording(quote=printed, state=WordingState.TRANSLATION, probable=True),
    )
    said = Utterance(id=UtteranceId("a1"), story=WTOP.id, person=None, wordings=wordings)
    found = quotations(graph(for_story(a_digest(utterances=(said,)), a_digest().stories[0], "en")))
    assert set(found) == {SPOKEN, IN_ENGLISH}
    for node in found.values():
        assert "workTranslation" not in node
        assert node["creator"] == {"@type": "Person", "name": "Nicolás Maduro"}


def test_a_persons_page_is_about_the_person_and_holds_what_was_said() -> None:
    nodes = graph(for_person(a_digest(), MADURO, "fr"))
    page = nodes[f"{ROOT}fr/person/nicol%C3%A1s-maduro/"]
    person = nodes[page["mainEntity"]["@id"]]
    assert (page["@type"], person["jobTitle"]) == ("ProfilePage", "President of Venezuela")
    assert "Николас Мадуро" in person["alternateName"]
    story = graph(for_story(a_digest(), a_digest().stories[0], "fr"))
    assert linked(page, "hasPart") == [quotations(story)[SPOKEN]["@id"]]


def test_somebody_who_said_nothing_has_a_page_all_the_same() -> None:
    nodes = graph(for_person(a_digest(), a_person("Xiomara Castro"), "es"))
    assert [node["name"] for node in nodes.values() if node["@type"] == "Person"] == ["Xiomara Castro"]


def test_an_article_holds_only_what_it_printed() -> None:
    quiet = an_article(slug="quiet", outlet=an_outlet("WTOP"))
    site = a_digest(stories=(Story(articles=(WTOP, NEWSWEEK, quiet)),))
    assert "u-" not in for_article(site, quiet, "en")
    assert "#u-c0ffee01" in for_article(site, NEWSWEEK, "en")


def test_structured_data_are_at_most_fifteen_hundredths_of_a_page() -> None:
    site = a_digest()
    [said] = site.utterances
    many = tuple(replace(said, id=UtteranceId(f"{said.id}{number}")) for number in range(200))
    site = replace(site, utterances=many)
    story, edition = site.stories[0], Edition(site, "ar")
    assert len(quotations(graph(metadata.for_story(edition, story)))) == 2  # by text
    for body in (0, 10_000, 40_000, 400_000):
        script = metadata.for_story(edition, story, body=body)
        bare = metadata.for_story(Edition(replace(site, utterances=()), "ar"), story)
        size = len(script.encode())
        assert script == bare or size <= 0.15 * (size + body + metadata.FRAME)
    assert script.count("Quotation") > 100


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!-- <script>", "a\u2028b\u2029c", "R&D &lt; “x”", "\udfffend"],
)
def test_no_text_ends_or_breaks_the_script(text: str) -> None:
    article = an_article(title=text, published=a_moment())
    element = for_article(a_digest(stories=(Story(articles=(article,)),)), article, "en")
    assert not set("<>&\u2028\u2029") & set(
        element.removeprefix("<script type").removesuffix("</script>").partition(">")[2]
    )
    [page] = [node for node in graph(element).values() if node["@type"] == "WebPage"]
    assert page["name"] == text.encode(errors="ignore").decode()


def test_nothing_unknown_is_written() -> None:
    for language in EDITIONS:
        for nodes in everything(a_digest(), language):
            assert "null" not in json.dumps(list(nodes.values()))
            assert '""' not in json.dumps(list(nodes.values()))
