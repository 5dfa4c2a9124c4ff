"""What articles say in translations of the memory: evidence for pairs of two languages, never needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from digest.group.evidence.named import code
from digest.group.evidence.terms import COMMON, NOTHING, Column, column_of
from digest.languages.lexicon import PIVOT, rarity, stems
from digest.model import Article, ArticleId, Memory, Quote, Segment, SegmentKind


class Translated:
    """Titles and quotes of articles in one language, as far as they are in it or the memory has them."""

    def __init__(self, articles: Sequence[Article], quotes: Sequence[Quote], memory: Memory) -> None:
        self._memory = memory
        self.several = len({article.language for article in articles}) > 1
        """Whether there is a pair that translations could tell anything of."""
        self._quotes: dict[ArticleId, list[Segment]] = defaultdict(list)
        for quote in quotes:
            self._quotes[quote.article.id].append(Segment(SegmentKind.QUOTE, quote.language, quote.text))

    def of(self, article: Article) -> Column:
        """Return the English stems of an article's title and quotes, its own or those of translations.

        One language is enough: most memories have what they have in English, too, and words of several
        would dilute each other.
        """
        if not self.several:
            return NOTHING
        said = [
            Segment(SegmentKind.TITLE, article.language, article.title),
            *self._quotes.get(article.id, ()),
        ]
        held = {stem for text in self._worded(said) for stem in stems(text, PIVOT)}
        rare = ((stem, rarity(stem, PIVOT) - COMMON) for stem in held)
        return column_of({code(PIVOT, stem): beyond + 0.5 for stem, beyond in rare if beyond >= 0})

    def told(self, article: Article) -> tuple[object, ...]:
        """Return all that `of` depends on: what the article says, and a name for what the memory has."""
        if not self.several:
            return ()
        said = [
            Segment(SegmentKind.TITLE, article.language, article.title),
            *self._quotes.get(article.id, ()),
        ]
        if article.language.partition("-")[0] == PIVOT:
            return tuple(segment.text for segment in said)
        return tuple((segment.text, self._memory.mark(segment, PIVOT)) for segment in said)

    def _worded(self, segments: Sequence[Segment]) -> Iterator[str]:
        for segment in segments:
            if segment.language.partition("-")[0] == PIVOT:
                yield segment.text
            elif found := self._memory.find(segment, PIVOT):
                yield found.text
