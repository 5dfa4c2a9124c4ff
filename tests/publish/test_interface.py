"""A site's own strings of the interface, and the languages that have none of ours."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from digests import WTOP, a_digest, an_utterance, settings
from rendered import body

from digest.cache import folder_version
from digest.model import Page, Severity
from digest.publish import publish
from digest.publish.frame import Renderer, interface_problems

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def own(folder: Path, language: str, body: str, head: str = HEAD) -> Path:
    path = folder / "interface" / f"{language}.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + body, encoding="utf-8")
    return folder


def problems(folder: Path, *languages: str) -> list[str]:
    found = interface_problems(settings(content_dir=folder, languages=languages))
    return [f"{one.severity.name} {one.path}:{one.line}: {one.message}" for one in found]


def test_a_sites_own_words_go_before_ours_and_ours_fill_the_gaps(tmp_path: Path) -> None:
    own(tmp_path, "es", 'msgid "People"\nmsgstr "Gente"\n')
    assert problems(tmp_path, "es") == []
    renderer = Renderer(settings(content_dir=tmp_path, languages=("es",)), "es")
    assert (renderer.text("People"), renderer.text("Search")) == ("Gente", "Buscar")


def test_a_region_goes_before_its_language(tmp_path: Path) -> None:
    own(tmp_path, "es", 'msgid "People"\nmsgstr "Gente"\n\nmsgid "Search"\nmsgstr "Buscador"\n')
    own(tmp_path, "es-MX", 'msgid "People"\nmsgstr "Raza"\n')
    renderer = Renderer(settings(content_dir=tmp_path, languages=("es-MX",)), "es-MX")
    assert (renderer.text("People"), renderer.text("Search")) == ("Raza", "Buscador")


def test_an_edition_without_a_catalog_speaks_english_in_days_lists_and_names_too(tmp_path: Path) -> None:
    site = a_digest(settings=settings(content_dir=tmp_path, languages=("ca",)))
    page = body(site, f"ca/story/{WTOP.id}/").text_content()
    assert "December 3 to December 4, 2025" in " ".join(page.split())
    assert "Spanish" in page
    assert "desembre" not in page
    own(tmp_path, "ca", 'msgid "People"\nmsgstr "Gent"\n')
    page = body(site, f"ca/story/{WTOP.id}/").text_content()
    assert "3 de desembre" in page
    assert "December" not in page


@pytest.mark.parametrize("language", ["ca", "es"])
def test_what_an_edition_says_in_its_own_words_passes_the_check_of_quotations(
    tmp_path: Path, language: str
) -> None:
    own(tmp_path, language, 'msgid "Speaker not known"\nmsgstr "Nadie"\n')
    wordings = tuple(replace(one, quote=replace(one.quote, speaker=None)) for one in an_utterance().wordings)
    nobody = replace(an_utterance(), person=None, wordings=wordings)
    site = a_digest(settings=settings(content_dir=tmp_path, languages=(language,)), utterances=(nobody,))
    made = [one for one in publish(site) if isinstance(one, Page)]
    assert any("Nadie" in one.body for one in made)


def test_markup_in_a_sites_own_words_is_text(tmp_path: Path) -> None:
    own(tmp_path, "es", 'msgid "No stories yet."\nmsgstr "<script>alert(1)</script>"\n')
    renderer = Renderer(settings(content_dir=tmp_path, languages=("es",)), "es")
    body = renderer.render("topics.html", path="es/topics/", title="", sections=())
    assert "&lt;script&gt;" in body
    assert "<script>" not in body


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ('msgid "Peple"\nmsgstr "Gente"\n', 6, "no page shows “Peple”"),
        ('msgid "Show in %(language)s"\nmsgstr "Ver en %(lengua)s"\n', 6, "must have %(language)s"),
        ('msgid "Search"\nmsgstr "100 %"\n', 6, "write a percent sign as %%"),
        ('msgid "%(num)d story"\nmsgstr "una"\n', 6, "is counted, and needs a msgid_plural"),
        (
            'msgid "%(num)d story"\nmsgid_plural "%(num)d stories"\nmsgstr[0] "%(num)d nota"\n',
            6,
            "needs 2 forms",
        ),
        ('msgstr "x"\nmsgid Search\n', None, "this is no PO file"),
    ],
)
def test_a_fault_in_a_sites_own_words_is_an_error_with_its_line(
    tmp_path: Path, body: str, line: int | None, said: str
) -> None:
    own(tmp_path, "es", body)
    [problem] = problems(tmp_path, "es")
    place = f"ERROR interface/es.po:{line}: " if line else "ERROR interface/es.po:"
    assert problem.startswith(place)
    assert said in problem
    renderer = Renderer(settings(content_dir=tmp_path, languages=("es",)), "es")
    assert renderer.text("Search") == "Buscar"


def test_bytes_that_are_no_text_are_an_error(tmp_path: Path) -> None:
    own(tmp_path, "es", "").joinpath("interface/es.po").write_bytes(b'msgid ""\nmsgstr "\xff"\n')
    [problem] = problems(tmp_path, "es")
    assert problem.startswith("ERROR interface/es.po:2: this is not UTF-8")


def test_a_catalog_that_no_edition_shows_is_named(tmp_path: Path) -> None:
    own(tmp_path, "es", 'msgid "People"\nmsgstr "Gente"\n')
    [problem] = problems(tmp_path, "fr")
    assert problem.startswith("WARNING interface/es.po:1: there is no edition in “es”")


def test_an_edition_in_a_language_without_a_catalog_is_warned_of_and_speaks_english(tmp_path: Path) -> None:
    [problem] = list(interface_problems(settings(content_dir=tmp_path, languages=("en", "mt"))))
    assert problem.severity is Severity.WARNING
    assert problem.message.startswith("no interface texts in “mt”, so its edition speaks English")
    assert Renderer(settings(content_dir=tmp_path, languages=("mt",)), "mt").text("People") == "People"


def test_a_sites_own_catalog_gives_a_language_that_has_none_of_ours(tmp_path: Path) -> None:
    own(tmp_path, "mt", 'msgid "People"\nmsgstr "Nies"\n')
    assert problems(tmp_path, "mt") == []
    assert Renderer(settings(content_dir=tmp_path, languages=("mt",)), "mt").text("People") == "Nies"


def test_the_sites_name_about_and_contact_are_those_of_the_edition(tmp_path: Path) -> None:
    from digest.model import Page
    from digest.publish import document

    known = settings(
        languages=("en", "es"),
        name_by_language={"es": "El Resumen"},
        about_by_language={"es": "Lo hace <la> redacción."},
        contact_by_language={"es": "mesa@digest.example", "en": "https://digest.example/desk"},
    )
    spanish = document(known, Page(path="es/", language="es", kind="front", title="El Resumen", body=""))
    english = document(known, Page(path="en/", language="en", kind="front", title="The Digest", body=""))
    assert "<title>El Resumen</title>" in spanish
    assert "Lo hace &lt;la&gt; redacción." in spanish
    assert 'href="mailto:mesa@digest.example"' in spanish
    assert "The Digest</a>" in english
    assert 'href="https://digest.example/desk"' in english
    assert "colophon__about" not in english


@pytest.mark.parametrize("edition", ["zh-Hant", "zh-TW", "zh-Hant-HK"])
def test_who_reads_traditional_chinese_is_not_handed_simplified(edition: str, tmp_path: Path) -> None:
    site = settings(content_dir=tmp_path, languages=(edition, "zh"))
    assert problems(tmp_path, edition) == []
    assert (Renderer(site, edition).text("Language"), Renderer(site, "zh").text("Language")) == (
        "語言",
        "语言",
    )


def test_an_edition_in_another_script_than_its_languages_catalog_speaks_english(tmp_path: Path) -> None:
    assert (
        Renderer(settings(content_dir=tmp_path, languages=("ru-Latn",)), "ru-Latn").text("Search") == "Search"
    )


def test_a_catalog_that_a_link_leads_to_elsewhere_or_that_is_a_pipe_is_named_and_not_shown(
    tmp_path: Path,
) -> None:
    content, elsewhere = tmp_path / "content", tmp_path / "elsewhere"
    (content / "interface").mkdir(parents=True)
    elsewhere.mkdir()
    own(elsewhere, "es", 'msgid "People"\nmsgstr "Gente"\n')
    (content / "interface/es.po").symlink_to(elsewhere / "interface/es.po")
    os.mkfifo(content / "interface/fr.po")
    [link, pipe] = problems(content, "es", "fr")
    assert link.startswith("ERROR interface/es.po:1: a link that leaves the content folder is not followed")
    assert pipe == "ERROR interface/fr.po:1: cannot be read: this is no ordinary file"
    assert Renderer(settings(content_dir=content, languages=("es",)), "es").text("People") == "Personas"
    # Pages are kept by what the folder holds, too.
    assert folder_version(content / "interface") != folder_version(elsewhere / "interface")
