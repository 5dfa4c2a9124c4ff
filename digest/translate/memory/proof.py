"""An outlet's wording must stand in an article of that outlet: nobody may put words into its mouth."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from digest.model import Article, Problem, Severity
from digest.translate.memory.index import Mark
from digest.translate.memory.lookup import PoMemory
from digest.translate.memory.origin import outlet_of

_MARKS = re.compile(r"""["'«»‹›“”„‟‘’‚‛「」『』]""")


def proven(memory: PoMemory, articles: Iterable[Article], incomplete: Collection[str] = ()) -> PoMemory:
    """Return the memory less outlets' wordings that no article of theirs holds; its problems name these, too.

    Args:
        memory: the committed translations.
        articles: all that was read; our summary of an outlet's report counts as evidence of its words.
        incomplete: names of outlets of which an article may be left out: it may hold their wordings, so these
            are not shown either, but no problem yet.
    """
    printed: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        printed[article.outlet.name].append(article)
    unproven = dict(_unproven(memory, printed))
    problems = tuple(problem for outlet, problem in unproven.values() if outlet not in incomplete)
    return replace(memory, unproven=frozenset(unproven), problems=(*memory.problems, *problems))


def _unproven(
    memory: PoMemory, printed: Mapping[str, Sequence[Article]]
) -> Iterator[tuple[bytes, tuple[str, Problem]]]:
    for key, found in memory.all():
        if not found.row.marks & Mark.OUTLET:
            continue
        entry = found.read()
        outlet = outlet_of(entry)
        if outlet and not _stands_in(entry.text, found.file.path.parent.name, printed.get(outlet, ())):
            message = (
                f"no article of {outlet} in this language holds these words; add it, or a summary of it, "
                "or write “#. desk” if the words are ours"
            )
            yield key, (outlet, Problem(found.file.name, found.row.line, Severity.ERROR, message))


def _stands_in(text: str, pair: str, articles: Sequence[Article]) -> bool:
    words = _plain(text)
    texts = (f"{a.title}\n{a.text}" for a in articles if pair.endswith(f"-{a.language}"))
    return any(words in _plain(kept) for kept in texts)


def _plain(text: str) -> str:
    folded = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(folded.split()).rstrip(" .,!")
