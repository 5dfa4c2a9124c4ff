"""An article is edited: what becomes of the translations of its old texts."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest
from argos_packages import unpacked
from builders import an_article
from memories import HEADER, a_po, a_segment, a_use, settings_in
from system import needs

from digest.model import Article, Notice, Origin, SegmentKind, SegmentUse
from digest.translate import Report, fill_memory, load_memory
from digest.translate.engines.argos import Argos
from digest.translate.memory.punctuation import same_words

OLD, NEW = "El presidente habló ayer en Caracas", "El presidente no habló ayer en Caracas"
PLACE = "articles/llamada.md#title"


def titled(title: str, text: str = "Nada.", slug: str = "llamada") -> Article:
    return an_article(text, slug=slug, title=title, language="es")


def made_of(source: str, folder: Path) -> str | None:
    """Return what the memory holds of a text in English."""
    found = load_memory(folder / "content" / "translations").find(a_segment(source), "en")
    return found and found.text


def an_entry(source: str, text: str, *comments: str, kind: str = "title", place: str = PLACE) -> str:
    lines = ("", *comments, f"#: {place}", f'msgctxt "{kind}"', f'msgid "{source}"', f'msgstr "{text}"', "")
    return "\n".join(lines)


def machine(text: str) -> str:
    return f"#. machine: apertium spa-eng 0.8.1 sha256={hashlib.sha256(text.encode()).hexdigest()}"


def run(folder: Path, *uses: SegmentUse, articles: tuple[Article, ...], engine: bool = False) -> Report:
    engines = {"argos": Argos(unpacked(folder / "packages"))} if engine else {}
    memory = load_memory(folder / "content" / "translations")
    return fill_memory(uses, memory, settings=settings_in(folder), engines=engines, articles=articles)


def memory_in(folder: Path, *entries: str) -> Path:
    return a_po(folder / "content" / "translations", *entries)


def test_a_persons_translation_of_an_edited_text_is_kept_and_marked(tmp_path: Path) -> None:
    comments = ("# A remark", "#. person: María Pérez")
    path = memory_in(tmp_path, an_entry(OLD, "The president spoke yesterday in Caracas", *comments))
    run(tmp_path, a_use(NEW), articles=(titled(NEW),), engine=True)
    assert path.read_text(encoding="utf-8") == HEADER + (
        "\n# A remark\n#. person: María Pérez\n"
        f'#: {PLACE}\n#, fuzzy\n#| msgid "{OLD}"\nmsgctxt "title"\nmsgid "{NEW}"\n'
        'msgstr "The president spoke yesterday in Caracas"\n'
    )
    found = load_memory(path.parent.parent).find(a_segment(NEW), "en")
    assert found is not None
    assert (found.origin, found.by, found.reviewed) == (Origin.PERSON, "María Pérez", False)
    assert found.notices == (Notice.STALE,)


@pytest.mark.parametrize(
    ("old", "new", "source"),
    [
        ("Es la paz, dijo.", "Es la paz; dijo…", "es"),
        ("«Мир» — это всё.", "„Мир“ – это всё", "ru"),
        ("سلام، قال.", "سلام؛ قال", "ar"),
        ("和平，他说。", "和平、他说", "zh"),
    ],
)
def test_of_an_edit_of_punctuation_the_translation_is_kept_without_a_notice(
    tmp_path: Path, old: str, new: str, source: str
) -> None:
    text = "Peace, he said."
    folder = tmp_path / "content" / "translations"
    path = a_po(folder, an_entry(old, text, machine(text), "#, fuzzy"), pair=f"{source}-en")
    article = an_article("x", slug="llamada", title=new, language=source)
    report = run(tmp_path, a_use(new, language=source), articles=(article,), engine=True)
    assert report.filled == {}
    written = path.read_text(encoding="utf-8")
    assert f'#| msgid "{old}"' in written
    assert "#, fuzzy" in written
    found = load_memory(folder).find(a_segment(new, language=source), "en")
    assert found is not None
    assert (found.text, found.origin, found.reviewed, found.notices) == (text, Origin.MACHINE, False, ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Renuncia.", "¿Renuncia?"),
        ("Renuncia", "¡Renuncia!"),
        ("1.5", "15"),
        ("-5", "5"),
        ("re-sign", "resign"),
        ("5 %", "5"),
        ("他走了。", "他走了？"),
        ("we’re", "were"),
    ],
)
def test_punctuation_that_changes_what_is_said_is_more_than_punctuation(before: str, after: str) -> None:
    assert not same_words(before, after)


def test_unreviewed_machine_output_is_made_anew(tmp_path: Path) -> None:
    old, text = "Queremos mucha paz.", "We want a lot of peace."
    path = memory_in(tmp_path, an_entry(old, text, machine(text), "#, fuzzy"))
    report = run(tmp_path, a_use("Queremos paz."), articles=(titled("Queremos paz."),), engine=True)
    assert report.filled == {("es", "en"): 1}
    assert made_of("Queremos paz.", tmp_path) == "We want peace."
    assert path.read_text(encoding="utf-8").count("msgid") == 2
    assert "#|" not in path.read_text(encoding="utf-8")


def test_without_an_engine_outdated_machine_output_is_stale(tmp_path: Path) -> None:
    old, text = "Queremos mucha paz.", "We want a lot of peace."
    path = memory_in(tmp_path, an_entry(old, text, machine(text), "#, fuzzy"))
    assert run(tmp_path, a_use("Queremos paz."), articles=(titled("Queremos paz."),)).missing == ()
    found = load_memory(path.parent.parent).find(a_segment("Queremos paz."), "en")
    assert found is not None
    assert found.notices == (Notice.STALE,)
    report = run(tmp_path, a_use("Queremos paz."), articles=(titled("Queremos paz."),), engine=True)
    assert report.filled == {("es", "en"): 1}
    assert made_of("Queremos paz.", tmp_path) == "We want peace."


@pytest.mark.parametrize(("remark", "kept"), [("#. reviewed: María Pérez", True), ("#. a remark", False)])
def test_machine_output_that_somebody_reviewed_by_name_is_kept(
    tmp_path: Path, remark: str, *, kept: bool
) -> None:
    old, text = "Queremos mucha paz.", "We want a lot of peace."
    path = memory_in(tmp_path, an_entry(old, text, machine(text), remark))
    for _ in range(2):
        run(tmp_path, a_use("Queremos paz."), articles=(titled("Queremos paz."),), engine=True)
        assert (f'msgstr "{text}"' in path.read_text(encoding="utf-8")) is kept


def test_an_edit_taken_back_takes_the_notice_back(tmp_path: Path) -> None:
    path = memory_in(tmp_path, an_entry(OLD, "The president spoke", "#. desk", "#, fuzzy"))
    before = path.read_bytes()
    run(tmp_path, a_use(NEW), articles=(titled(NEW),))
    assert path.read_bytes() != before
    run(tmp_path, a_use(OLD), articles=(titled(OLD),))
    assert path.read_bytes() == before


def test_a_text_edited_twice_says_what_its_translation_was_made_for(tmp_path: Path) -> None:
    path = memory_in(tmp_path, an_entry(OLD, "The president spoke", "#. desk"))
    for title in (NEW, f"{NEW} y Petare"):
        run(tmp_path, a_use(title), articles=(titled(title),))
    assert f'#| msgid "{OLD}"\n' in path.read_text(encoding="utf-8")


def test_another_text_in_the_same_place_is_no_edit(tmp_path: Path) -> None:
    path = memory_in(tmp_path, an_entry(OLD, "The president spoke", "#. desk"))
    title = "Honduras cuenta los votos de nuevo"
    run(tmp_path, a_use(title), articles=(titled(title),))
    text = path.read_text(encoding="utf-8")
    assert f'#~ msgid "{OLD}"\n#~ msgstr "The president spoke"\n' in text
    assert f'msgid "{title}"\nmsgstr ""\n' in text
    assert "#. desk" in text


def test_an_obsolete_entry_is_in_use_again_when_its_text_is(tmp_path: Path) -> None:
    path = memory_in(tmp_path, an_entry(OLD, "The president spoke", "# A remark", "#. desk", "#, fuzzy"))
    before = path.read_bytes()
    run(tmp_path, articles=(titled("Otra cosa"),))
    assert b"\n#~ msgid" in path.read_bytes()
    assert load_memory(path.parent.parent).find(a_segment(OLD), "en") is None
    report = run(tmp_path, a_use(OLD), articles=(titled(OLD),))
    assert (report.present, path.read_bytes()) == (1, before)


@pytest.mark.parametrize(
    ("articles", "kind"),
    [
        ((), "title"),
        ((titled("Otra", slug="otra"),), "title"),
        ((titled("Otra", text=f"«{OLD}», dijo."),), "quote"),
        ((titled("Otra"),), "label"),
    ],
    ids=["nothing known of articles", "its article is not there", "its article has it", "a label"],
)
def test_an_entry_whose_source_may_come_back_stays(
    tmp_path: Path, articles: tuple[Article, ...], kind: str
) -> None:
    path = memory_in(tmp_path, an_entry(OLD, "The president spoke", "#. desk", kind=kind))
    before = path.read_bytes()
    assert run(tmp_path, articles=articles).files == ()
    assert path.read_bytes() == before


def test_each_of_several_edited_texts_finds_its_own(tmp_path: Path) -> None:
    pairs = {
        "La reunión con el ministro fue breve y cordial": "La reunión con la ministra fue breve y cordial",
        "La reunión con el alcalde fue larga y tensa": "La reunión con la alcaldesa fue larga y tensa",
    }
    place = "articles/llamada.md#excerpt"
    path = memory_in(tmp_path, *(an_entry(o, o.upper(), kind="excerpt", place=place) for o in pairs))
    article = titled("Nada", text=" ".join(pairs.values()))
    uses = [a_use(new, kind=SegmentKind.EXCERPT, place=place) for new in reversed(pairs.values())]
    run(tmp_path, *uses, articles=(article,))
    memory = load_memory(path.parent.parent)
    for old, new in pairs.items():
        found = memory.find(a_segment(new, SegmentKind.EXCERPT), "en")
        assert found is not None
        assert found.text == old.upper()


def test_characters_are_compared_where_no_spaces_part_words(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "translations"
    old, new = "总统昨天在加拉加斯讲话", "总统昨天在加拉加斯没有讲话"
    a_po(folder, an_entry(old, "The president spoke", "#. desk"), pair="zh-en")
    article = an_article("x", slug="llamada", title=new, language="zh")
    run(tmp_path, a_use(new, language="zh"), articles=(article,))
    found = load_memory(folder).find(a_segment(new, language="zh"), "en")
    assert found is not None
    assert found.notices == (Notice.STALE,)


@needs("msgmerge")
def test_a_merge_with_a_template_that_drops_who_worded_a_text_is_told(tmp_path: Path) -> None:
    """`msgmerge` takes `#.` from the template: a machine's text would pass for one of a person not named."""
    text = "The president spoke yesterday in Caracas"
    path = memory_in(tmp_path, an_entry(OLD, text, machine(text), "#, fuzzy"))
    assert load_memory(path.parent.parent).problems == ()
    template = tmp_path / "new.pot"
    template.write_text(
        f'{HEADER}\n#: {PLACE}\nmsgctxt "title"\nmsgid "{OLD}"\nmsgstr ""\n', encoding="utf-8"
    )
    subprocess.run(["msgmerge", "--quiet", "--update", "--backup=none", path, template], check=True)
    [problem] = load_memory(path.parent.parent).problems
    assert "no remark says who worded it" in problem.message


@needs("msgmerge")
def test_what_gettext_merges_means_the_same(tmp_path: Path) -> None:
    path = memory_in(
        tmp_path,
        an_entry(OLD, "The president spoke yesterday in Caracas", "#. desk"),
        an_entry("Se retira", "It is withdrawn", "#. desk"),
    )
    template = tmp_path / "new.pot"
    template.write_text(
        f'{HEADER}\n#: {PLACE}\nmsgctxt "title"\nmsgid "{NEW}"\nmsgstr ""\n', encoding="utf-8"
    )
    subprocess.run(
        ["msgmerge", "--quiet", "--previous", "--update", "--backup=none", path, template], check=True
    )
    merged = path.read_text(encoding="utf-8")
    assert "#| msgid" in merged
    assert "#~ msgid" in merged
    found = load_memory(path.parent.parent).find(a_segment(NEW), "en")
    assert found is not None
    assert (found.text, found.notices) == ("The president spoke yesterday in Caracas", (Notice.STALE,))
    assert run(tmp_path, a_use(NEW), articles=(titled(NEW),)).files == ()
    assert path.read_text(encoding="utf-8") == merged
    run(tmp_path, a_use(NEW), a_use("Se retira"), articles=(titled(NEW),))
    back = load_memory(path.parent.parent).find(a_segment("Se retira"), "en")
    assert back is not None
    assert back.text == "It is withdrawn"
