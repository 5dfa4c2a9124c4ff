"""The cache of the memory: faster, never believed where it could be wrong, and nothing without it."""

from __future__ import annotations

from pathlib import Path

import pytest
from memories import DESK, a_po, a_segment, a_use, entry, settings_in

from digest.errors import MemoryFileError
from digest.model import SegmentKind, SegmentUse
from digest.secret import KEY_VARIABLE
from digest.translate import fill_memory, load_memory
from digest.translate.memory import index as index_module
from digest.translate.memory.index import index
from digest.translate.po import Entry

YES = a_segment("Sí", SegmentKind.QUOTE)
CALL = a_segment("Maduro confirma una llamada")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return the contents that were read in full, as they are."""
    contents: list[bytes] = []
    read = index_module.read_entries

    def noted(content: bytes) -> object:
        contents.append(content)
        return read(content)

    monkeypatch.setattr(index_module, "read_entries", noted)
    return contents


def test_a_file_that_has_not_changed_is_not_read_again(tmp_path: Path, parsed: list[bytes]) -> None:
    folder, cache = tmp_path / "translations", tmp_path / "cache"
    a_po(folder, DESK, month="2025-11")
    changing = a_po(folder, entry("Yes"))
    load_memory(folder, cache)
    assert len(parsed) == 2
    load_memory(folder, cache)
    assert len(parsed) == 2
    changing.write_text(changing.read_text().replace("Yes", "Aye"))
    memory = load_memory(folder, cache)
    assert parsed[2:] == [changing.read_bytes()]
    found = memory.find(YES, "en")
    assert found is not None
    assert found.text == "Aye"


def test_the_same_content_under_another_pair_is_read_again(tmp_path: Path) -> None:
    folder, cache = tmp_path / "translations", tmp_path / "cache"
    a_po(folder, DESK)
    load_memory(folder, cache)
    (folder / "es-en").rename(folder / "es-fr")
    (cache / "memory" / "es-en").rename(cache / "memory" / "es-fr")
    [problem] = load_memory(folder, cache).problems
    assert "Language is “en” in the folder es-fr" in problem.message


def test_any_byte_of_a_cached_index_may_be_damaged(tmp_path: Path) -> None:
    folder, cache = tmp_path / "translations", tmp_path / "cache"
    a_po(folder, DESK, entry("Yes"))
    load_memory(folder, cache)
    kept = cache / "memory" / "es-en" / "2025-12.index"
    whole = kept.read_bytes()
    for at in range(len(whole)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        memory = load_memory(folder, cache)
        assert None not in (memory.find(YES, "en"), memory.find(CALL, "en"))
        assert kept.read_bytes() == whole
    for length in (0, 1, 64, len(whole) - 1):
        kept.write_bytes(whole[:length])
        assert load_memory(folder, cache).find(YES, "en") is not None


def test_an_index_that_somebody_else_has_sealed_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, cache = tmp_path / "translations", tmp_path / "cache"
    path = a_po(folder, entry("Yes"))
    good = load_memory(folder, cache).files[0]
    with monkeypatch.context() as theirs:
        theirs.setenv(KEY_VARIABLE, "another")
        index_module.keep(index_module.PoFile(path, good.name, good.digest, b""), cache)
        assert load_memory(folder, cache).find(YES, "en") is None
    assert load_memory(folder, cache).find(YES, "en") is not None


def test_a_forged_index_hides_a_translation_at_most(tmp_path: Path) -> None:
    folder, cache = tmp_path / "translations", tmp_path / "cache"
    path = a_po(folder, DESK, entry("Yes"))
    good = load_memory(folder, cache).files[0]
    call, yes = good.rows()
    swapped = index_module.pack(call._replace(key=yes.key)) + index_module.pack(yes._replace(key=call.key))
    index_module.keep(index_module.PoFile(path, good.name, good.digest, swapped), cache)
    memory = load_memory(folder, cache)
    assert (memory.find(YES, "en"), memory.find(CALL, "en")) == (None, None)


def test_a_cache_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    a_po(tmp_path / "translations", entry("Yes"))
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert load_memory(tmp_path / "translations", tmp_path / "cache").find(YES, "en") is not None


def test_a_broken_file_is_not_put_into_the_cache(tmp_path: Path) -> None:
    a_po(tmp_path / "translations", entry("Yes").removesuffix('"\n'))
    for _ in range(2):
        [problem] = load_memory(tmp_path / "translations", tmp_path / "cache").problems
        assert "the text has no end" in problem.message


def test_contradictions_are_told_from_the_cache_too(tmp_path: Path) -> None:
    a_po(tmp_path / "translations", entry("Yes"), month="2025-11")
    a_po(tmp_path / "translations", entry("Aye"))
    for _ in range(2):
        [problem] = load_memory(tmp_path / "translations", tmp_path / "cache").problems
        assert "12.po:10: translations/es-en/2025-11.po:10 has another" in str(problem)


def test_a_file_that_changes_while_it_is_in_use_says_what_it_says_now(tmp_path: Path) -> None:
    path = a_po(tmp_path / "translations", entry("Yes"), DESK)
    memory = load_memory(tmp_path / "translations")
    path.write_text(path.read_text().replace("Yes", "Aye, aye"))
    texts = [found.text for found in (memory.find(YES, "en"), memory.find(CALL, "en")) if found]
    assert texts == ["Aye, aye", "Maduro confirms a call"]


@pytest.mark.parametrize("now", ["", entry("Yes").removesuffix('"\n'), None])
def test_a_file_that_breaks_while_it_is_in_use_is_named(tmp_path: Path, now: str | None) -> None:
    path = a_po(tmp_path / "translations", entry("Yes"))
    memory = load_memory(tmp_path / "translations")
    if now is None:
        path.unlink()
    else:
        path.write_text(now)
    with pytest.raises(MemoryFileError, match=r"translations/es-en/2025-12\.po:\d+: "):
        memory.find(YES, "en")


def rewritten(folder: Path, *uses: SegmentUse) -> list[str]:
    """Fill the memory in `folder` and return the files that are other files than before."""
    root = folder / "content" / "translations"
    before = {path: path.stat().st_ino for path in root.rglob("*.po")}
    fill_memory(uses, load_memory(root, folder / "cache"), settings=settings_in(folder), engines={})
    return sorted(p.name for p in root.rglob("*.po") if p.stat().st_ino != before.get(p))


def test_one_more_text_rewrites_one_file(tmp_path: Path) -> None:
    months = [f"2025-{month:02}" for month in range(1, 13)]
    uses = [a_use(f"Texto {month} {n}", month=month) for month in months for n in range(20)]
    assert len(rewritten(tmp_path, *uses)) == 12
    assert rewritten(tmp_path, *uses, a_use("Uno más", month="2025-07")) == ["2025-07.po"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_kept_of_a_file_just_written_is_what_reading_it_finds(tmp_path: Path, end: str) -> None:
    root = tmp_path / "content" / "translations"
    path = a_po(root, DESK, "\n# A remark\n", entry("Yes", "#: articles/a.md#quote"))
    path.write_bytes(path.read_bytes().replace(b"\n", end.encode()).rstrip())
    uses = [a_use("Maduro confirma una llamada", place=f"articles/{n}.md#title") for n in range(3)]
    rewritten(tmp_path, *uses, a_use("Una línea\ny otra"), a_use("Sí", kind=SegmentKind.QUOTE), a_use("No"))
    [file] = load_memory(root, tmp_path / "cache").files
    fresh, problems = index(path, file.name, path.read_bytes())
    assert problems == ()
    assert (file.digest, [*file.rows()]) == (fresh.digest, [*fresh.rows()])
    assert len([*file.rows()]) == 4
    for row in file.rows():
        assert isinstance(file.entry(row), Entry)
