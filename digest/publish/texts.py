"""Short texts as a reader of one edition sees them: headlines, roles, places, paragraphs.

A text is shown in the edition's language where somebody wrote or translated it, and else as it stands,
marked with its own language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest import languages
from digest.languages.scripts import is_latin, is_written_in
from digest.languages.scripts import romanised as in_latin
from digest.languages.visible import shows
from digest.model import (
    Article,
    BlockKind,
    Origin,
    Person,
    Segment,
    SegmentKind,
    Site,
    Span,
    Story,
    Translation,
    Utterance,
    WordingState,
    readable,
    reads,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text that a page shows."""

    text: str
    language: str
    translation: Translation | None = None
    """Who worded it, where it is not the text as written."""
    missing: bool = False
    """Whether it ought to be in the edition's language and is not."""
    refused: bool = False
    """Whether that is because a machine's translation was refused."""
    outlet: str | None = None
    """Whose words a headline is, by name; None: our own desk's or editors'."""

    @property
    def lang(self) -> str:
        """Return the value of the HTML attribute `lang`."""
        return tag(self.translation) if self.translation else self.language

    @property
    def direction(self) -> str:
        """Return the value of the HTML attribute `dir`."""
        return languages.direction(self.language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of an article: as shown, and as written where that differs."""

    shown: Text
    kind: BlockKind = BlockKind.PARAGRAPH
    original: Text | None = None
    translated_back: tuple[Utterance, ...] = ()
    """Statements that the edition's readers could read as they were spoken, and that the translation of the
    paragraph words anew."""


def tag(translation: Translation) -> str:
    """Return the BCP 47 tag of a translation; a machine's says so and from which language it was made.

    The extension is that of RFC 6497: `ar-t-es-t0-und` is Arabic, translated from Spanish by a machine.
    Selectors such as `:lang(ar)` and the choice of fonts treat it as Arabic.
    """
    if translation.origin is not Origin.MACHINE or "-t-" in translation.language:
        return translation.language
    return f"{translation.language}-t-{translation.segment.language.lower()}-t0-und"


def find(site: Site, kind: SegmentKind, text: str, *, source: str, language: str) -> Translation | None:
    """Return the translation of `text` into the edition's language, where there is one."""
    found = site.translations.get((Segment(kind, source, text), language))
    # A link, or a label, of nothing could not be seen.
    return found if found and shows(found.text) else None


def in_edition(site: Site, kind: SegmentKind, text: str, *, source: str, language: str) -> Text:
    """Return `text` as readers of `language` see it."""
    if reads(language, source):
        return Text(text=text, language=source)
    if translation := find(site, kind, text, source=source, language=language):
        return Text(text=translation.text, language=language, translation=translation)
    return Text(
        text=text, language=source, missing=True, refused=is_refused(site, kind, text, source, language)
    )


def is_refused(site: Site, kind: SegmentKind, text: str, source: str, language: str) -> bool:
    """Tell whether a machine's translation of `text` was not good enough to be shown."""
    return (Segment(kind, source, text), language) in site.refused


def title(site: Site, article: Article, language: str) -> Text:
    """Return the article's title for readers of `language`."""
    shown = in_edition(site, SegmentKind.TITLE, article.title, source=article.language, language=language)
    return shown if article.is_summary else replace(shown, outlet=article.outlet.name)


def headline(site: Site, story: Story, language: str) -> Text:
    """Return the story's headline for readers of `language`.

    An editor's, else the newest report's in that language, else the newest one that is translated, else the
    newest as it stands. What the desk has retracted gives no headline where there is anything else.
    """
    titles = story.title_by_language
    if code := readable(language, titles):
        return Text(text=titles[code], language=code)
    standing = [article for article in story.articles if not article.retracted] or list(story.articles)
    shown = {article: title(site, article, language) for article in sorted(standing, key=_newest)}

    def rank(article: Article) -> tuple[bool, bool, object]:
        return reads(language, article.language), not shown[article].missing, _newest(article)

    return shown[max(standing, key=rank)]


def lede(site: Site, story: Story, language: str) -> Article | None:
    """Return the article whose first paragraph says what happened, None where none may be shown.

    What readers can read goes before what they cannot, our desk's summary before an outlet's words, their own
    language before a translation, and the newest before what is older.
    """

    def rank(article: Article) -> tuple[object, ...]:
        first = first_span(article).of(article.text)
        own = reads(language, article.language)
        known = own or find(site, SegmentKind.EXCERPT, first, source=article.language, language=language)
        return bool(known), article.is_summary, own, _newest(article)

    return max((article for article in story.articles if article.excerpt), key=rank, default=None)


def pictured(story: Story) -> tuple[Article, ...]:
    """Return the newest article of a story that has a picture, or none."""
    found = (article for article in story.articles if article.image and not article.retracted)
    newest = max(found, key=_newest, default=None)
    return (newest,) if newest else ()


def first_span(article: Article) -> Span:
    """Return the first paragraph that may be shown of an article; a heading where there is nothing else."""
    headings = {block.span.start for block in article.blocks if block.kind is BlockKind.HEADING}
    return next((span for span in article.excerpt if span.start not in headings), article.excerpt[0])


def _newest(article: Article) -> tuple[bool, object, str]:
    """Sort articles by date, those without one first; what is alike, by id."""
    return article.moment is not None, article.moment.sort_key if article.moment else (), article.id


def role(site: Site, person: Person, language: str, office: str | None = None) -> Text | None:
    """Return what the person is, or an office of theirs, for readers of `language`."""
    label = office or person.role
    if not label:
        return None
    return in_edition(site, SegmentKind.LABEL, label, source=person.role_language, language=language)


def romanised(person: Person, language: str) -> str:
    """Return the name in Latin letters where readers of `language` may not know those it is shown in.

    As somebody prints or lists it, else letter by letter; empty where that is a guess or not needed.
    """
    shown = person.name_in(language)
    if is_latin(shown) or is_written_in(shown, language):
        return ""
    # In English first: of all spellings it is the one most readers have met.
    known = (*filter(None, [person.name_by_language.get("en")]), *person.names)
    return next((own for own in known if is_latin(own)), "") or in_latin(shown)


def paragraphs(
    site: Site, article: Article, language: str, printed: Sequence[Utterance] = ()
) -> tuple[Paragraph, ...]:
    """Return what may be shown of an article: all of a summary, the permitted words of an outlet's text.

    Args:
        site: what is known.
        article: whose text.
        language: of the edition.
        printed: the utterances that the article quotes.
    """
    spoken = [said for said in printed if said.original and reads(language, said.original.quote.language)]
    kinds = {block.span.start: block.kind for block in article.blocks}
    return tuple(
        replace(_paragraph(site, article, span, language, spoken), kind=kinds[span.start])
        for span in article.excerpt
    )


def _paragraph(
    site: Site, article: Article, span: Span, language: str, spoken: Sequence[Utterance]
) -> Paragraph:
    text = span.of(article.text)
    shown = in_edition(site, SegmentKind.EXCERPT, text, source=article.language, language=language)
    if not shown.translation:
        return Paragraph(shown=shown)
    quoted = (said for said in spoken if _is_quoted(said, article, span))
    return Paragraph(
        shown=shown,
        original=Text(text=text, language=article.language),
        translated_back=tuple(said for said in quoted if not _holds_original(shown.text, said)),
    )


def _is_quoted(said: Utterance, article: Article, span: Span) -> bool:
    quotes = (wording.quote for wording in said.wordings)
    return any(quote.article == article and span.start <= quote.span.start < span.end for quote in quotes)


def _holds_original(text: str, said: Utterance) -> bool:
    """Tell whether a translation quotes the words that were spoken, or a part of them."""
    originals = [w.quote for w in said.wordings if w.state is WordingState.ORIGINAL]
    if any(original.text.rstrip(".!") in text for original in originals):
        return True
    quoted = _between_marks(text, originals[0].language)
    return any(part.casefold() in original.text.casefold() for part in quoted for original in originals)


def _between_marks(text: str, language: str) -> list[str]:
    """Return what stands between quotation marks, of two words or more."""
    pairs = languages.row(language).marks
    found = (re.findall(f"{re.escape(left)}(.+?){re.escape(right)}", text) for left, right in pairs)
    spaced = languages.row(language).spaced
    return [part.strip(" .,!") for parts in found for part in parts if not spaced or " " in part.strip()]
