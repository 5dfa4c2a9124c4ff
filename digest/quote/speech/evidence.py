"""Whether what stands between quotation marks was said by somebody, or is a title, a term or a doubt.

Points after Pareti et al., "Automatically detecting and attributing indirect quotations" (2013): a cue
counts most, then a speaker, an end like a sentence's, and length.
"""

from __future__ import annotations

import re

from digest.model import Article
from digest.quote.credit import Case, Credit, is_sure
from digest.quote.find import TERMINALS, Frame, Frames
from digest.quote.grammar import Grammar, before_word, count_words
from digest.quote.names import is_outlet
from digest.quote.speech.limits import CAPITALISED, ENOUGH, LONGEST_NAME, SHORT_NAME
from digest.quote.speech.mentions import is_mentioned
from digest.quote.speech.nouns import is_noun
from digest.quote.speech.things import is_named, is_term

_PARTING = (",", "،", "，", "–", "—", "-")
_PARTED = " \u00a0" + "".join(_PARTING)
_COMMAS = ",，،;"
_ADDRESS = re.compile(r"\w[\w-]*(?:\.\w[\w-]+)+/?")
"""Words that a point joins: a site, `harbour.example`."""


def is_speech(article: Article, case: Case, given: Credit) -> bool:
    """Tell whether a quotation is evidence of speech; when in doubt it is not."""
    frame, frames, grammar = case.frame, case.frames, case.grammar
    marked = frame.marked
    inner = marked.span.of(article.text)
    if (
        not any(char.isalpha() for char in inner)
        or is_outlet(inner)
        or _ADDRESS.fullmatch(inner.strip())
        or is_noun(inner, article.text, frame, frames, grammar)
    ):
        return False
    words = count_words(inner, spaced=grammar.row.spaced)
    # What a judgment governs was said, whoever it was.
    judging = given.cue is not None and grammar.judging.fullmatch(given.cue) is not None
    judging = judging and not (grammar.row.cased and inner[0].isupper())
    governed = (
        given.rule == "governed"
        or (judging and given.rule == "unnamed")
        or _is_led(given, frame, frames, grammar)
    )
    named = not governed and words <= LONGEST_NAME
    if (is_sure(given) and given.speaker == inner) or _is_called(inner, given, case):
        return False
    few = words == 1 and (marked.is_single or (grammar.row.cased and inner[0].isupper() and not _ends(inner)))
    if named and few and not grammar.row.nouns_are_capital and _is_aside(frame, frames, grammar):
        return False
    if named and (is_term(inner, frame, frames.masked, grammar) or is_mentioned(inner, case)):
        return False
    credited = (is_sure(given) and given.is_name) or governed
    title = _looks_like_title(inner, grammar)
    role = is_sure(given) and not given.is_name and not title
    ends = inner[-1] in TERMINALS
    cue = bool(given.cue) and not (given.rule == "same-paragraph" and _is_short_name(inner, words, grammar))
    points = 2 * cue + (credited or role) + (words >= 4) + (words >= 8)
    lead = frames.masked[frame.left.start : frame.left.end].rstrip()
    points += words > 2 and lead.endswith((":", "："))
    points += ends or (words > 1 and _comma_follows(article.text, frame))
    points += _is_reported(frame, frames, grammar) + _is_part(inner, grammar)
    beside = cue and credited and not _is_apart(given, frame, frames)
    beside = beside or _is_tagged(given, frame, frames)
    points -= (1 if beside else 2) * (words <= 2 and not ends)
    worth = 2 if words > SHORT_NAME else 3
    led = ends and words >= 4 and lead.endswith((",", ":"))  # a whole sentence, as Bengali papers mark it
    points -= worth * title + 2 * (marked.is_single and not led and not (cue and is_sure(given)))
    if not ENOUGH <= points < ENOUGH + worth + role or words > LONGEST_NAME or governed:
        return points >= ENOUGH
    return not is_named(inner, frame, frames.masked, grammar)


def _ends(inner: str) -> bool:
    return inner[-1] in TERMINALS


def _is_aside(frame: Frame, frames: Frames, grammar: Grammar) -> bool:
    """Tell whether no verb and no comma stands beside a single word: it is a term."""
    text = frames.masked
    before = before_word(text, frame.left.end, frame.left.start)
    parted = not before or text[frame.left.start : frame.left.end].rstrip().endswith((":", ","))
    led = before.lower() in grammar.row.likening or grammar.verb.fullmatch(before)
    return not parted and not led


def _is_reported(frame: Frame, frames: Frames, grammar: Grammar) -> bool:
    """Tell whether the sentence around a quotation is itself in reported speech."""
    return any(grammar.reported.search(part.of(frames.masked)) for part in (frame.left, frame.right))


def _is_led(given: Credit, frame: Frame, frames: Frames, grammar: Grammar) -> bool:
    """Tell whether a verb and `that` lead to a quotation, whoever the subject is: `disse que “…”`."""
    before = frames.masked[frame.left.start : frame.left.end].rstrip()
    cue, _, that = before.rpartition(" ")
    if not given.cue or not grammar.that.fullmatch(that.strip(" ,")):
        return False
    return cue.rstrip(" ,").endswith(given.cue)


def _is_tagged(given: Credit, frame: Frame, frames: Frames) -> bool:
    """Tell whether a verb of saying stands right after a quotation, whoever its subject is."""
    after = frames.masked[frame.right.start : frame.right.end].lstrip()
    return (
        bool(given.cue) and after.startswith(_PARTING) and after.lstrip(_PARTED).startswith(given.cue or "")
    )


def _is_apart(given: Credit, frame: Frame, frames: Frames) -> bool:
    """Tell whether a clause goes on between a quotation and who said it: `“…” is a thesis, says Attal`."""
    if given.rule != "verb-name" or given.speaker_span is None or given.cue is None:
        return False
    between = frames.masked[frame.right.start : given.speaker_span.start]
    return bool(re.search(r"\w", between.partition(given.cue)[0]))


def _is_short_name(inner: str, words: int, grammar: Grammar) -> bool:
    """Tell whether a few capitalised words may be a name that an earlier verb of saying has no part in."""
    return grammar.row.cased and words <= SHORT_NAME and inner[0].isupper() and inner[-1] not in TERMINALS


def _is_part(inner: str, grammar: Grammar) -> bool:
    """Tell whether words are a part of a sentence: names of things begin with a capital where nouns do."""
    return grammar.row.nouns_are_capital and inner[0].islower()


def _comma_follows(text: str, frame: Frame) -> bool:
    marked = frame.marked
    return any(char in _COMMAS for char in text[marked.span.end : marked.outer.end + 1])


def _is_called(inner: str, given: Credit, case: Case) -> bool:
    """Tell whether a verb takes capitalised words for a name: `a seller called “Big Discounts On Boats”`."""
    row, words = case.grammar.row, inner.split()
    if not row.cased or row.nouns_are_capital or _ends(inner) or len(words) < 2:
        return False
    called = before_word(case.frames.masked, case.frame.left.end, case.frame.left.start)
    named = all(word[0].isupper() or not word[0].isalpha() for word in words)
    return bool(called) and called == given.cue and named


def _looks_like_title(inner: str, grammar: Grammar) -> bool:
    """Tell whether most words are capitalised, as titles of works and names of things are."""
    if not grammar.row.cased or inner[-1] in TERMINALS:
        return False
    enough = 1 if grammar.row.nouns_are_capital else CAPITALISED
    words = re.findall(r"[^\W\d_]{4,}", inner)
    short = re.findall(r"[^\W\d_]+", inner)
    if len(short) > 1 and not grammar.row.nouns_are_capital and all(word[0].isupper() for word in short):
        return True
    return len(words) > 1 and sum(word[0].isupper() for word in words) / len(words) >= enough
