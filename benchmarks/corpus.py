"""A made-up digest of any size, for measuring: `python -m benchmarks.corpus FOLDER [--articles N]`.

Words are those of the project's lists of frequent words; people, outlets, events and names do not exist.
About four articles are of one event, in several languages, and quote the same two statements; a dozen
articles appear a day. The memory holds a translation, word by word, of every title and quotation into the
languages of the editions. The same seed and size give the same bytes.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

EDITIONS = ("en", "es", "fr", "ar")
_MARKS = {"en": "“{}”", "es": "«{}»", "fr": "« {} »", "ar": "«{}»", "de": "„{}“"}
_SAID = {
    "en": "{mark}, {name} said.",
    "es": "{mark}, dijo {name}.",
    "fr": "{mark}, a déclaré {name}.",
    "ar": "وقال {name}: {mark}.",
    "de": "{mark}, sagte {name}.",
}
_NAMES = ("Ada", "Bruno", "Carla", "Dario", "Elisa", "Franco", "Gerda", "Hugo", "Irma", "Jonas")
_ENDS = ("ak", "oni", "evi", "ura", "elli", "osa", "imm", "erd")
_PER_DAY = 12
_START = date(2030, 1, 1)
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابكديفغهيجكلمنوبقرستوفوكيز")


def vocabulary(code: str) -> list[str]:
    """Return the frequent words of a language, the most frequent first."""
    text = files("digest.languages").joinpath("vocabularies", f"{code}.txt").read_text(encoding="utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]


class Maker:
    """Events, statements and the words for them in each language."""

    def __init__(self, seed: int) -> None:
        self.chosen = random.Random(seed)  # noqa: S311 - no secret
        self.words = {code: vocabulary(code) for code in _MARKS}
        self.size = max(map(len, self.words.values()))

    def ranks(self, size: int) -> list[int | str]:
        """Return places in the lists of words, one in four among the most frequent."""
        return [self.chosen.randrange(30 if at % 4 == 0 else self.size) for at in range(size)]

    def coined(self) -> str:
        """Return a word that no language has."""
        return "".join(self.chosen.choice("bdgklmnprstv") + self.chosen.choice("aeiou") for _ in range(4))

    def text(self, ranks: list[int | str], code: str) -> str:
        """Return the words of a language at these places; made-up ones are names."""
        text = " ".join(
            self.words[code][rank % len(self.words[code])]
            if isinstance(rank, int)
            else named(rank.title(), code)
            for rank in ranks
        )
        return text[:1].upper() + text[1:]

    def name(self, number: int) -> str:
        """Return the name of somebody who does not exist."""
        first, rest = number % len(_NAMES), number // len(_NAMES)
        letters = "bdgklmnprstv"
        middle = f"{letters[rest % 12].upper()}e{letters[rest // 12 % 12]}{letters[rest // 144 % 12]}"
        return f"{_NAMES[first]} {middle}{_ENDS[number % len(_ENDS)]}"


def named(name: str, code: str) -> str:
    """Return a name in the letters of a language."""
    return name.lower().translate(_ARABIC) if code == "ar" else name


def written(folder: Path, articles: int, seed: int = 1) -> Path:
    """Write a site and return its configuration."""
    maker = Maker(seed)
    chosen = maker.chosen
    entries: dict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
    number = 0
    while number < articles:
        speakers = [chosen.randrange(8 + articles // 2) for _ in range(2)]
        own_words = [maker.coined() for _ in range(3)]
        title = [*maker.ranks(6), *own_words]
        said = [(speaker, [*maker.ranks(chosen.randint(9, 22)), maker.coined()]) for speaker in speakers]
        for _ in range(min(articles - number, chosen.randint(2, 6))):
            code = chosen.choice(tuple(_MARKS))
            day = _START + timedelta(days=number // _PER_DAY)
            ranks = {"title": [title], "quote": [own for _, own in said]}
            quoted = " ".join(
                _SAID[code].format(
                    mark=_MARKS[code].format(maker.text(own, code)), name=named(maker.name(speaker), code)
                )
                for speaker, own in said
            )
            around = "\n\n".join(
                f"{maker.text([*maker.ranks(15), word, *maker.ranks(15), *own_words], code)}."
                for word in own_words
            )
            path = folder / "content" / "articles" / f"outlet-{code}" / f"a{number}.md"
            head = f'---\ntitle: "{maker.text(ranks["title"][0], code)}"\noutlet: outlet-{code}\n'
            head += f"language: {code}\nurl: https://{code}.example/{number}\npublished: {day}\n---\n\n"
            _write(path, f"{head}{around}\n\n{quoted}\n")
            for target in EDITIONS:
                if target != code:
                    of = entries[code, target]
                    of |= {
                        (kind, maker.text(own, code)): maker.text(own, target)
                        for kind, found in ranks.items()
                        for own in found
                    }
            number += 1
    for (code, target), of in entries.items():
        _write(folder / "content" / "translations" / f"{code}-{target}" / "2030-01.po", _po(of, code, target))
    people = "".join(
        f"person-{at}:\n  name: {maker.name(at)}\n  names:\n    ar: {named(maker.name(at), 'ar')}\n"
        for at in range(0, 8 + articles // 2, 2)
    )
    _write(folder / "content" / "people.yml", people)
    outlets = "".join(f"outlet-{code}:\n  name: Outlet {code}\n  language: {code}\n" for code in _MARKS)
    _write(folder / "content" / "outlets.yml", outlets)
    return configuration(folder)


def configuration(folder: Path) -> Path:
    """Write the configuration of a site of four editions and return its path."""
    (folder / "content" / "pages").mkdir(parents=True, exist_ok=True)
    languages = ", ".join(EDITIONS)
    _write(
        folder / "mkdocs.yml",
        "site_name: Made up\nsite_url: https://example.org/digest/\ndocs_dir: content/pages\n"
        "theme:\n  name: material\n  font: false\nvalidation:\n  omitted_files: ignore\n"
        f"plugins:\n  - digest:\n      languages: [{languages}]\n      translate: never\n",
    )
    return folder / "mkdocs.yml"


def _po(entries: dict[tuple[str, str], str], code: str, target: str) -> str:
    head = f'msgid ""\nmsgstr ""\n"Language: {target}\\n"\n"MIME-Version: 1.0\\n"\n'
    head += '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    head += f'"X-Source-Language: {code}\\n"\n'
    return head + "".join(
        f'\n#. desk\n#, fuzzy\nmsgctxt "{kind}"\nmsgid "{text}"\nmsgstr "{other}"\n'
        for (kind, text), other in entries.items()
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Write a site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(written(options.folder, options.articles, options.seed))


if __name__ == "__main__":
    main()
