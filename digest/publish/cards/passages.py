"""Words as a card shows them: as an outlet printed them, or translated; and beside another wording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from digest import languages
from digest.model import Article, Translation, Wording, WordingState
from digest.publish import texts
from digest.publish.cards.differences import Differences, Part, differences


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words between quotation marks, and where they come from: a wording, or a translation of one."""

    text: str
    language: str
    wording: Wording
    """The wording shown, or the one that was translated."""
    translation: Translation | None = None
    reference: Wording | None = None
    """Another outlet's wording in the same language, which this one is compared with."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the text, cut where it begins and ceases to differ from the reference."""
        beside = self._beside
        return beside.parts if beside else (Part(self.text),)

    @property
    def is_shortened(self) -> bool:
        """Tell whether the outlet printed a part of the reference."""
        return self._beside is not None and self._beside.shortened

    @property
    def differs(self) -> bool:
        """Tell whether any word is not the reference's."""
        return any(part.differs for part in self.parts)

    @property
    def is_probable(self) -> bool:
        """Tell whether these words of an outlet belong to the statement probably, not surely."""
        return self.wording.probable and not self.translation

    @property
    def _beside(self) -> Differences | None:
        if self.reference is None:
            return None
        return differences(self.text, self.reference.quote.text, self.language)

    @property
    def lang(self) -> str:
        """Return the value of the HTML attribute `lang`."""
        return texts.tag(self.translation) if self.translation else self.language

    @property
    def direction(self) -> str:
        """Return the value of the HTML attribute `dir`."""
        return languages.direction(self.language)

    @property
    def marks(self) -> tuple[str, str]:
        """Return the quotation marks of the passage's own language; none around what nobody said so."""
        if self.wording.state is WordingState.PARAPHRASE:
            return "", ""
        return languages.row(self.language).marks[0]

    @property
    def marked(self) -> str:
        """Return the text between its quotation marks, where no markup can stand."""
        left, right = self.marks
        return f"{left}{self.text}{right}"

    @property
    def article(self) -> Article:
        """Return where the wording was printed."""
        return self.wording.quote.article

    @property
    def state(self) -> str:
        """Return `original`, `translation`, `as-printed` or `paraphrase`."""
        made = self.translation and self.wording.state is not WordingState.PARAPHRASE
        return WordingState.TRANSLATION.value if made else self.wording.state.value


def as_printed(wording: Wording) -> Passage:
    """Return a wording as its outlet printed it."""
    return Passage(text=wording.quote.text, language=wording.quote.language, wording=wording)


@dataclass(frozen=True, slots=True)
class Worded:
    """How outlets worded a statement in one language."""

    language: str
    passages: tuple[Passage, ...]

    @property
    def number(self) -> int:
        """Return how many there are."""
        return len(self.passages)

    @property
    def reference(self) -> Article | None:
        """Return where the wording stands that these are compared with, if any word differs from it."""
        found = (p.reference.quote.article for p in self.passages if p.reference and p.differs)
        return next(found, None)


def by_language(wordings: Iterable[Wording], shown: Iterable[Wording], *, reader: str) -> tuple[Worded, ...]:
    """Group wordings by language, the reader's first, each beside the one that its readers know already.

    Args:
        wordings: What is not shown elsewhere.
        shown: What is: these are what others in their language are compared with; else it is the longest.
        reader: The language of the edition.
    """
    found: dict[str, list[Wording]] = {}
    for wording in wordings:
        found.setdefault(wording.quote.language, []).append(wording)
    known = {wording.quote.language: wording for wording in shown}
    codes = sorted(found, key=lambda code: (code != reader, languages.name(code, reader=reader), code))
    return tuple(Worded(code, _beside(found[code], known.get(code))) for code in codes)


def _beside(wordings: list[Wording], known: Wording | None) -> tuple[Passage, ...]:
    reference = known or max(wordings, key=lambda wording: len(wording.quote.text))
    return tuple(
        replace(as_printed(one), reference=None if one is reference else reference) for one in wordings
    )
