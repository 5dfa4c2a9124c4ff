"""Whatever was kept, a build makes what it would make of nothing: over random edits, damage and tampering."""

from __future__ import annotations

import random
import sqlite3
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from record.desks import Desk
from record.test_random_edits import Newsroom

from digest.build import assemble, gather, outputs
from digest.cache.store import NAME
from digest.errors import QuotationError
from digest.model import OutputFile, Page, Problem, Settings, TranslateMode

PO = """\
msgid ""
msgstr ""
"Language: {target}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: en\\n"
"""
ENTRY = """
#. desk
msgctxt "{kind}"
msgid "{text}"
msgstr "{other}"
"""

Made = tuple[list[Page | OutputFile], tuple[Problem, ...]]


def made(settings: Settings, executor: Executor | None = None) -> Made:
    gathered = gather(settings, executor=executor)
    site = assemble(gathered, settings)
    return list(outputs(site, executor=executor)), gathered.problems


class Desks(Newsroom):
    """Also translates, renames people and outlets, and changes what stands around quotations."""

    def edit(self) -> str:
        more = (self._translate, self._people, self._outlets, self._text_around, self._touch)
        if self.random.random() < 0.5:
            return super().edit()
        chosen = self.random.choice(more)
        chosen()
        return chosen.__name__

    def _translate(self) -> None:
        entries = {}
        for said in gather(self.settings).segments:
            if said.target == "es" and said.segment.language == "en" and self.random.random() < 0.7:
                entries[said.segment.kind.value, said.segment.text] = f"Dicho {self.random.randrange(9)}"
        text = PO.format(target="es") + "".join(
            ENTRY.format(kind=kind, text=own.replace('"', '\\"').replace("\n", "\\n"), other=other)
            for (kind, own), other in entries.items()
        )
        self.desk.put("translations/en-es/2026-01.po", text)

    def _people(self) -> None:
        self.desk.put(
            "people.yml", f"anna-berg: {{name: Anna Berg, role: Mayor {self.random.randrange(5)}}}\n"
        )

    def _outlets(self) -> None:
        text = (self.desk.content / "outlets.yml").read_text(encoding="utf-8")
        kept = [line for line in text.splitlines() if not line.startswith("extra")]
        kept.append(f"extra: {{name: Extra {self.random.randrange(5)}, language: en}}")
        self.desk.put("outlets.yml", "\n".join(kept) + "\n")

    def _text_around(self) -> None:
        slug = self.random.choice(self.slugs())
        self._write(
            slug, f"{self._text(slug)}\nNobody in the town of {self.random.randrange(99)} objected.\n"
        )

    def _touch(self) -> None:
        """Change nothing."""

    @property
    def settings(self) -> Settings:
        return replace(
            self.desk.settings,
            languages=tuple(dict.fromkeys((*self.languages, "es"))),
            translate=TranslateMode.NEVER,
        )


def walked(folder: Path, *, seed: int, stories: int, edits: int) -> None:
    newsroom = Desks(folder, seed, stories)
    chosen = random.Random(seed)  # noqa: S311 - no secret
    done: list[str] = []
    for number in range(edits + 1):
        warm = made(newsroom.settings)
        cold = made(replace(newsroom.settings, cache_dir=folder / f"cold-{number}"))
        assert warm == cold, done
        if chosen.random() < 0.3:
            newsroom.desk.record()
        done.append(newsroom.edit())


@pytest.mark.parametrize("seed", range(2))
def test_after_each_of_six_edits_a_warm_build_makes_the_same_as_a_cold_one(tmp_path: Path, seed: int) -> None:
    walked(tmp_path, seed=seed, stories=5, edits=6)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(100, 104))
def test_after_each_of_a_hundred_edits_a_warm_build_makes_the_same_as_a_cold_one(
    tmp_path: Path, seed: int
) -> None:
    walked(tmp_path, seed=seed, stories=20, edits=100)


def test_two_processes_make_what_one_makes(tmp_path: Path) -> None:
    newsroom = Desks(tmp_path, 3, 4)
    one = made(replace(newsroom.settings, cache_dir=tmp_path / "one"))
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for _ in ("cold", "warm"):
            assert made(replace(newsroom.settings, cache_dir=tmp_path / "two"), pool) == one


def test_words_that_nobody_printed_end_a_build_of_several_processes(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    site = assemble(gather(desk.settings), desk.settings)
    said = next(one for one in site.utterances if one.person)
    quote = said.lead.quote
    moved = replace(quote, article=replace(quote.article, text=quote.article.text.replace("o", "0")))
    wrong = replace(said, wordings=(replace(said.lead, quote=moved),))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool, pytest.raises(QuotationError):
        list(outputs(replace(site, utterances=(wrong,)), executor=pool))


WORDS = (b"belongs to all who", b"Anna Berg", b"Quintana", b"council of", b"outlet", b"en/story")


@pytest.mark.parametrize("seed", range(4))
def test_whoever_writes_into_the_cache_changes_no_page(tmp_path: Path, seed: int) -> None:
    newsroom = Desks(tmp_path, 7, 4)
    settings = newsroom.settings
    right = made(settings)
    file = settings.cache_dir / NAME
    chosen = random.Random(seed)  # noqa: S311 - no secret
    with sqlite3.connect(file) as database:
        rows = database.execute("SELECT key, value FROM made").fetchall()
        for key, value in rows:
            if seed % 2:
                word = chosen.choice(WORDS)
                altered = value.replace(word, word[::-1])
            else:
                altered = chosen.choice(rows)[1]
            database.execute("UPDATE made SET value = ? WHERE key = ?", (altered, key))
    assert made(settings) == right
