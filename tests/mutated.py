"""A digest of every kind of file, and changes to its files and their names: what fuzzing mutates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

MKDOCS_YML = """\
site_name: The Digest
site_url: https://example.org/digest/
docs_dir: content/pages
theme: {name: material}
plugins:
  - digest:
      languages: [en, ar]
      taglines: {en: One line}
      site_names: {ar: الموجز}
      about: {en: Made by a desk}
      contact: {en: desk@digest.example}
      timezone: UTC
      translate: never
"""
ENGLISH = """\
---
title: Council opens the harbour
outlet: herald
language: en
url: https://herald.example/harbour
published: 2026-03-03T10:00:00+01:00
authors: [Rosa Quintana]
topics: [water]
quotes:
  - text: The harbour is open to every boat
    speaker: Anna Berg
    said_at: 2026-03-02
    spoken_language: es
---
# The harbour

The council of Northport met on Monday. “The harbour is open to every boat,” Mayor Anna Berg said.

> “Nobody pays alone,” said Karl Holm: 1.5 million of 3,000 boats, not 2½.
"""
SUMMARY = """\
---
title: El concejo abre el puerto
outlet: diario
language: es
written_by: desk
---
«El puerto está abierto a todos los barcos», dijo la alcaldesa Anna Berg en Northport.
"""
ARABIC_TXT = "فتح المجلس الميناء.\n\nقالت آنا بيرغ: «الميناء مفتوح لكل القوارب».\n"
ARABIC_YML = "title: المجلس يفتح الميناء\noutlet: diario\nlanguage: ar\npublished: 2026-03-04\n"
SAVED = (
    '<!doctype html><html lang="en"><head><title>Harbour open</title><meta name="date" content="2026-03-03"></head><body>'
    "<article><h1>Harbour open</h1><p>The council of Northport met on Monday and opened the harbour to boats of all sizes."
    "</p><p>“We waited for a year,” Karl Holm said in Northport.</p></article></body></html>"
)
SAVED_YML = "outlet: herald\n"
OUTLETS = "herald: {name: Northport Herald, language: en, excerpt_words: 50}\ndiario: {name: Diario, language: es, country: ES}\n"
PEOPLE = (
    "anna-berg:\n  name: Anna Berg\n  names: {ar: آنا بيرغ}\n  languages: [es]\n  role: Mayor of Northport\n"
)
TOPICS = "water: {labels: {en: Water, ar: مياه}, iptc: 'medtop:20000593'}\n"
STORIES = "- together: [herald/harbour, diario/puerto]\n- story: herald/harbour\n  title: {en: The harbour}\n  pin: true\n"
GLOSSARY = "council: {words: {en: Council, es: Concejo}}\n"
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#. machine: argos es_en 1.9 sha256=0000000000000000000000000000000000000000000000000000000000000000
#: articles/puerto.md#title
#, fuzzy
msgctxt "title"
msgid "El concejo abre el puerto"
msgstr "The council opens the port"

#: articles/puerto.md#quote
msgctxt "quote"
msgid "El puerto está abierto a todos los barcos"
msgstr "The port is open to all boats"
"""
ABOUT = "# About\n\nWho we are.\n"

FILES = {
    "mkdocs.yml": MKDOCS_YML,
    "content/articles/harbour.md": ENGLISH,
    "content/articles/puerto.md": SUMMARY,
    "content/articles/mina.txt": ARABIC_TXT,
    "content/articles/mina.yml": ARABIC_YML,
    "content/articles/saved.html": SAVED,
    "content/articles/saved.yml": SAVED_YML,
    "content/outlets.yml": OUTLETS,
    "content/people.yml": PEOPLE,
    "content/topics.yml": TOPICS,
    "content/stories.yml": STORIES,
    "content/glossary.yml": GLOSSARY,
    "content/translations/es-en/2026-03.po": PO,
    "content/pages/en/about.md": ABOUT,
}
TOKENS = [
    "\0", "\x1b[31m", "\r", "\t", "\u2028", "\u202e", "\u2066", "\u200f", "\ufeff", "\ufffd", "e" + "\u0301" * 60, "ﷺ", "𝔘", "👩‍👩‍👧",
    "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "<!--", "]]>", "&#0;", "&lt;", "javascript:alert(1)",
    "“", "”", "«", "»", "„", "‘", "’", '"', "'", "“" * 200, "—", "- ", "> ", "# ", "```\n", "[a](b)", "| a | b |\n",
    ": ", "{", "}", "[", "]", "&a ", "*a", "!!python/object:os.system ", "!ENV X", "<<: ", "? ", "---\n", "...\n", "%YAML 9\n",
    "null", "~", "true", "no", "0001-01-01", "9999-12-31T23:59:59+14:00", "2026-02-30", "1e400", "0x1F", "-0", "12345678901234567890",
    "%s %(x)s {0}", "{{ 7 * 7 }}", "{% raw %}", "a" * 3000, "ا" * 300, "漢" * 300, "a b " * 400, "1,2.3" * 50, "../../etc", "CON", "#, fuzzy\n",
    "msgid", 'msgstr ""\n', "#| msgid", "#. reviewed: ", "\\", "\\x", " said Anna Berg", "Anna Berg said: ", "1.500 millones ", "nicht ",
]  # fmt: skip


NAMES = [
    "a" * 240, "漢" * 80, "e\u0301" * 60, "con", "-", "..x", " x ", "x\ny", "x'y\"z", "%2e%2e", "index", "INDEX", "README", ".x", "_x",
    "/".join(["deep"] * 40), "d" * 200 + "/x", "🙂", "x.y.z", "\udce9", "\u202ex", "x<b>", "a b", "x~", "#x", "x?y=z&w", "x\\y", "*",
]  # fmt: skip
"""What files may be called, without their endings."""


@dataclass(frozen=True)
class Mutation:
    """A change to one of the files."""

    file: str
    place: float
    length: int
    token: str
    again: int = 0
    """How many characters from there stand there once more."""
    name: str = ""
    """What the file is called instead."""

    def of(self, text: str) -> str:
        start = int(self.place * len(text))
        return text[:start] + text[start : start + self.again] + self.token + text[start + self.length :]


mutations = st.lists(
    st.builds(
        Mutation,
        file=st.sampled_from(sorted(FILES)),
        place=st.floats(0, 1),
        length=st.sampled_from((0, 0, 0, 1, 3, 10, 40, 200)),
        token=st.one_of(st.sampled_from(TOKENS), st.text(max_size=8)),
        again=st.sampled_from((0, 0, 0, 20, 80, 300)),
        name=st.one_of(st.just(""), st.just(""), st.just(""), st.sampled_from(NAMES)),
    ),
    min_size=1,
    max_size=6,
)


def written(folder: Path, changes: list[Mutation]) -> None:
    files, names = dict(FILES), {}
    for change in changes:
        files[change.file] = change.of(files[change.file])
        if change.name and change.file.count("/") > 1:
            names[change.file] = f"{change.file.rpartition('/')[0]}/{change.name}{Path(change.file).suffix}"
    for name, text in files.items():
        path = folder / names.get(name, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
