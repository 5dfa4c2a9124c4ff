"""A small finished site that a test may change, beside what its content builds."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from memories import a_po
from sites import MKDOCS_YML, a_site

from digest.alone import build_alone
from digest.build import build
from digest.compare import compare_site
from digest.config import Surroundings, load_site
from digest.errors import SiteError
from digest.model import Site

YML = MKDOCS_YML.replace(
    "languages: [en, es, fr, ar]",
    "languages: [en, ar]\n      translate: never\n      outputs: [api, embeds, news]\n"
    "      feeds: {formats: [atom, rss, json], of: [edition, topic, person, outlet]}",
)
STORY = "en/story/newsweek/newsweek/index.html"
ARTICLE = "en/article/wtop/wtop/index.html"
PERSON = "en/person/nicolas-maduro/index.html"
SPOKEN = "Puedo decir que la conversación fue en un tono de respeto"
HEADLINE = "Maduro confirms a call"
TRANSLATED = "Maduro confirms the call"
MACHINE = f"""
#. machine: apertium spa-eng 0.8.1 sha256={sha256(TRANSLATED.encode()).hexdigest()}
#: articles/wtop.md#title
#, fuzzy
msgctxt "title"
msgid "Maduro confirma la llamada"
msgstr "{TRANSLATED}"
"""


class Finished:
    """A site that is changed for one test, and what its content builds."""

    def __init__(self, digest: Site, around: Surroundings, folder: Path) -> None:
        self.digest, self.around, self.folder = digest, around, folder

    def change(self, path: str, old: str, new: str) -> None:
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new), "utf-8")

    def faults(self) -> list[str]:
        try:
            compare_site(self.digest, self.around, self.folder)
        except SiteError as error:
            return str(error).splitlines()
        return []


def a_finished_site(folder: Path) -> Finished:
    a_site(folder, {"pages/en/about.md": "# About us\n\nWe are made up.\n"}, mkdocs_yml=YML)
    a_po(folder / "content/translations", MACHINE)
    settings, around = load_site(str(folder / "mkdocs.yml"))
    build_alone(settings, around, warn=print)
    return Finished(build(settings), around, folder / "site")
