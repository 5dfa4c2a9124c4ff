"""Statements for other sites to frame."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace

import pytest
from digests import IN_FRENCH, SPOKEN, WTOP, a_digest, an_utterance, settings
from lxml import html

from digest.errors import QuotationError
from digest.model import OutputFile, Page
from digest.publish import Verifier, headers, publish
from digest.publish.edition import Edition
from digest.publish.outside import embeds

OWN = settings(outputs=("embeds",))


def framed(language: str = "fr", **fields: object) -> dict[str, html.HtmlElement]:
    site = a_digest(settings=OWN, **fields)
    return {
        one.path: html.document_fromstring(one.content.decode()) for one in embeds(Edition(site, language))
    }


def test_there_are_none_unless_the_owner_asks_for_them() -> None:
    assert list(embeds(Edition(a_digest(), "en"))) == []
    story = next(one for one in publish(a_digest()) if isinstance(one, Page) and one.kind == "story")
    assert "data-embed" not in story.body


def test_a_statement_is_framed_with_its_translation_and_who_worded_both() -> None:
    [(path, page)] = framed().items()
    assert path == f"fr/embed/{an_utterance().id}/index.html"
    first, second = page.xpath("//blockquote")
    assert (first.get("lang"), SPOKEN in first.text_content()) == ("es", True)
    assert IN_FRENCH in second.text_content()
    said = " ".join(page.xpath("//p[@class='credit']//text()"))
    assert "WTOP" in said
    assert "Traduction automatique" in said
    [link] = page.xpath("//p[@class='from']/a/@href")
    assert link == f"../../story/{WTOP.id}/#u-{an_utterance().id}"
    assert page.xpath("string(//base/@target)") == "_blank"


def test_it_loads_nothing_and_runs_nothing_and_search_engines_leave_it_out() -> None:
    [page] = framed("ar").values()
    assert not page.xpath("//script | //img | //link[@rel='stylesheet'] | //iframe | //*[@style]")
    style = page.xpath("string(//style)")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert page.xpath("string(//meta[@name='robots']/@content)") == "noindex"
    assert page.get("dir") == "rtl"


def test_a_header_says_that_anybody_may_frame_it_and_nothing_else() -> None:
    lines = headers(OWN).splitlines()
    at = lines.index("/digest/:edition/embed/*")
    assert lines[at + 1].endswith("; frame-ancestors *")
    assert "frame-ancestors" not in headers(settings())


def test_a_frame_that_was_set_up_before_an_id_changed_goes_on_showing_the_statement() -> None:
    former = replace(an_utterance(), former=("0123456789ab",))
    found = framed(utterances=(former,))
    assert found.keys() == {f"fr/embed/{former.id}/index.html", "fr/embed/0123456789ab/index.html"}
    canonical = {page.xpath("string(//link[@rel='canonical']/@href)") for page in found.values()}
    assert len(canonical) == 1


def test_a_story_offers_the_frame_where_there_is_one() -> None:
    pages = [one for one in publish(a_digest(settings=OWN)) if isinstance(one, Page)]
    story = next(one for one in pages if one.path == f"en/story/{WTOP.id}/")
    assert 'data-embeds="../../../embed/"' in story.body


@pytest.mark.parametrize("edition", ["en", "ar"])
def test_what_it_shows_is_verified(edition: str) -> None:
    site = a_digest(settings=OWN)
    verifier = Verifier(site.articles, site.utterances, site.settings.languages)
    [file] = embeds(Edition(site, edition))
    verifier.verify(file)
    wrong = file.content.replace(SPOKEN.encode(), b"Nobody said this")
    with pytest.raises(QuotationError, match="Nobody said this"):
        verifier.verify(OutputFile(file.path, wrong))


def test_a_frame_has_one_heading_that_names_the_speaker() -> None:
    for page in framed().values():
        [heading] = page.xpath("//h1")
        assert heading.text_content().strip()
        assert heading.xpath(".//*[@data-speaker]")
