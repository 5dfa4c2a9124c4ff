"""Who a finished page shows as the speaker, the printers and the day is compared as the words are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_person
from digests import MADURO, a_digest, an_utterance
from sites import a_site, built, run

from digest.errors import QuotationError
from digest.model import OutputFile, Page, Site, UtteranceId
from digest.publish import publish
from digest.publish.verify import Verifier
from digest.publish.verify.made import shown_on_made

OTHER = replace(
    an_utterance(), id=UtteranceId("c0ffee02"), person=a_person("Delcy Rodríguez", languages=("es",))
)


def made(path: str, site: Site | None = None) -> Page | OutputFile:
    return next(one for one in publish(site or a_digest()) if one.path == path)


def faults(one: Page | OutputFile, old: str, new: str, *, site: Site | None = None) -> str:
    """Return what the verifier says of a page on which `new` stands for every `old`."""
    site = site or a_digest()
    if isinstance(one, Page):
        assert old in one.body
        changed: Page | OutputFile = replace(one, body=one.body.replace(old, new))
    else:
        assert old.encode() in one.content
        changed = replace(one, content=one.content.replace(old.encode(), new.encode()))
    verifier = Verifier(site.articles, site.utterances, site.settings.languages)
    verifier.verify(one)
    return told(verifier, changed)


def told(verifier: Verifier, one: Page | OutputFile) -> str:
    try:
        verifier.verify(one)
    except QuotationError as error:
        return str(error)
    return ""


STORY, PERSON, FEED = "en/story/wtop/llamada/", "es/person/nicolás-maduro/", "fr/feed.xml"


@pytest.mark.parametrize("path", [STORY, "en/", "es/topic/diplomacy/", "en/article/wtop/llamada/", FEED])
def test_another_name_on_a_card_a_teaser_or_in_a_feed_is_named_with_the_right_one(path: str) -> None:
    said = faults(
        made(path),
        "<bdi>Nicolás Maduro</bdi>".replace("<", "&lt;").replace(">", "&gt;")
        if path == FEED
        else "<bdi>Nicolás Maduro</bdi>",
        "Cilia Flores",
    )
    assert "is shown as said by “Cilia Flores”; the content has “Nicolás Maduro”" in said
    assert said.startswith(f"{path}: “")


def test_a_name_is_right_in_the_form_of_its_edition_only() -> None:
    page = made("ar/story/wtop/llamada/")
    assert "the content has “نيكولاس مادورو”" in faults(page, "نيكولاس مادورو", "Nicolás Maduro")


def test_a_name_that_leads_to_somebody_else_is_a_fault() -> None:
    page = made(STORY)
    for old, new in (
        ("person/nicol%C3%A1s-maduro/", "person/cilia-flores/"),
        ('data-speaker="nicol', 'data-speaker="cilia'),
    ):
        assert "leads from “Nicolás Maduro” to somebody else" in faults(page, old, new)


def test_a_card_without_its_statement_or_its_speaker_is_a_fault() -> None:
    page = made(STORY)
    assert "stands in no statement" in faults(page, "data-statement", "data-was")
    assert "has 0 speakers" in faults(page, "data-speaker", "data-was")
    assert "a statement that there is not" in faults(
        page, 'data-statement="c0ffee01"', 'data-statement="c0ffee09"'
    )


def test_words_moved_under_the_name_of_somebody_else_are_a_fault() -> None:
    site = a_digest(utterances=(an_utterance(),))
    [page] = [one for one in publish(site) if one.path == STORY]
    both = replace(site, utterances=(an_utterance(), replace(OTHER, wordings=OTHER.wordings[1:])))
    moved = faults(page, 'data-statement="c0ffee01"', 'data-statement="c0ffee02"', site=both)
    assert "is shown as a wording of another statement (c0ffee02)" in moved
    assert "the content has “Delcy Rodríguez”" in moved


def test_the_name_that_heads_a_page_of_statements_is_whose_they_are() -> None:
    page = made(PERSON)
    head = '<bdi data-speaker="nicolás-maduro">Nicolás Maduro</bdi>'
    assert "heads a page of statements" in faults(page, head, head.replace("Maduro</", "Flores</"))
    site = a_digest(utterances=(an_utterance(), replace(OTHER, wordings=OTHER.wordings[1:])))
    other = head.replace("nicolás-maduro", "delcy-rodriguez").replace("Nicolás Maduro", "Delcy Rodríguez")
    assert "stands under “Delcy Rodríguez”, who did not say it" in faults(page, head, other, site=site)


def test_another_outlet_or_day_beside_the_words_is_named() -> None:
    page = made(STORY)
    assert "is shown as printed by WTOP, Newsweek (data-outlet)" not in faults(page, "Petare", "Caracas")
    said = faults(page, "<bdi>WTOP</bdi></a>", "<bdi>Blick</bdi></a>")
    assert "is shown as printed by Blick, Newsweek (data-outlet); the content has WTOP, Newsweek" in said
    day = "is shown as said on 5 December 2025; the content has 2025-12-03"
    assert day in faults(page, ">December 3, 2025</time></a>", ">5 December 2025</time></a>")


def test_somebody_who_is_not_known_gets_no_name() -> None:
    wordings = tuple(replace(one, quote=replace(one.quote, speaker=None)) for one in an_utterance().wordings)
    site = a_digest(utterances=(replace(an_utterance(), person=None, wordings=wordings),))
    page = made(STORY, site)
    said = faults(page, ">Speaker not known<", ">Nicolás Maduro<", site=site)
    assert "is shown as said by “Nicolás Maduro”; the content has “Speaker not known”" in said


def test_a_finished_site_in_which_another_name_was_put_is_red(tmp_path: Path) -> None:
    folder = a_site(tmp_path)
    site = built(folder)
    assert run("digest", "check", "--site", "site", folder=folder).returncode == 0
    page = site / "en/story/newsweek/newsweek/index.html"
    assert "<bdi>Nicolás Maduro</bdi>" in page.read_text()
    page.write_text(page.read_text().replace("<bdi>Nicolás Maduro</bdi>", "<bdi>Cilia Flores</bdi>"))
    result = run("digest", "check", "--site", "site", folder=folder)
    assert result.returncode == 1
    said = "shows “Cilia Flores” where the content builds “Nicolás Maduro”"
    assert f"en/story/newsweek/newsweek/index.html: {said}" in result.stderr
    assert MADURO.name == "Nicolás Maduro"


@pytest.mark.parametrize("path", [STORY, PERSON, "en/", "ar/people/"])
def test_a_page_is_read_card_by_card_or_as_a_whole_with_the_same_result(path: str) -> None:
    site, page = a_digest(), made(path)
    assert isinstance(page, Page)
    for old, new in (
        ("", ""),
        ("respeto", "desprecio"),
        ("Nicolás Maduro", "Cilia Flores"),
        ("data-statement=", "DATA-STATEMENT="),
        ("<figure", "<div"),
        ("</figure>", ""),
        ("</figure>", "</figure><p data-article='x' data-span='0-1'>Never said</p>"),
        ("data-speaker=", "data-nobody="),
    ):
        verifier = Verifier(site.articles, site.utterances, site.settings.languages)
        changed = replace(page, body=page.body.replace(old, new))
        faults = list(verifier.faults(shown_on_made(changed.body), path))
        for _ in range(2):  # the second time cards are known
            assert told(verifier, changed).count(f"{path}: ") == len(faults)
