"""A quotation as the rules see it, and what a rule says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.model import Span
from digest.quote.clause import Passages, Phrase, Roles, Subjects
from digest.quote.credit import scores
from digest.quote.credit.limits import THRESHOLD, TITLE_REACH, TITLE_WITH_ARTICLE
from digest.quote.find import Frame, Frames
from digest.quote.grammar import Grammar, before_word
from digest.quote.names import Mention, People, is_bent

_RESPONSIBLE = re.compile(r"(?: (?P<of>\w+)(?: \w+){1,3})?, ")
"""What parts a role from the name of its holder: `o delegado responsável pelo caso, Ana Lima`."""
_SUBJECTS = frozenset(
    {"name-verb", "verb-name", "left", "left-colon", "left-verb", "around", "label", "reported"}
)
"""Rules whose name is the subject of a verb, and so in its plain form."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What a rule says of a quotation."""

    rule: str
    score: float = 0.0
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    is_name: bool = True
    """False for a role as printed."""


def is_sure(given: Credit) -> bool:
    """Tell whether a credit has a speaker for readers."""
    return given.speaker is not None and given.score >= THRESHOLD


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation before the rules, with what was said of those before it."""

    frame: Frame
    frames: Frames
    people: People
    grammar: Grammar
    subjects: Subjects
    roles: Roles
    passages: Passages
    before: Sequence[tuple[Frame, Credit]]


def named(case: Case, mention: Mention | None, rule: str, score: float, cue: str) -> Credit:
    """Credit a mention under its fullest name; less surely where the text gives only one word of it."""
    if mention is None:
        return Credit(rule, cue=cue)
    name = case.people.fullest(mention)
    if name is None:
        return Credit(rule, cue=cue)
    if rule in _SUBJECTS and case.grammar.row.case_endings and len(mention.words) == 1:
        # `Zbyňka Horáka … řekl Horák`: the subject shows that the longer form is in another case.
        same = name.rpartition(" ")[2] == mention.words[0] and not is_bent(name.split(" ")[0], case.grammar)
        name = name if same else mention.words[0]
    if not case.people.is_full(mention):
        if _is_only_opener(case, mention):
            return Credit(rule, cue=cue)
        score -= scores.PARTLY_NAMED_LABEL if rule == "label" else scores.PARTLY_NAMED
    return Credit(rule, round(score, 2), _plain(case, mention, name), mention.span, cue)


def _plain(case: Case, mention: Mention, name: str) -> str:
    """Return the plain form of a man's name that an article shows to be in another case: `τον Νίκο Ράπτη`."""
    row = case.grammar.row
    if before_word(case.frames.masked, mention.span.start).lower() not in (*row.masculine_articles, "\0"):
        return name
    printed = tuple(name.split(" "))
    if any(one.words == printed and not _is_masculine(case, one) for one in case.people.mentions):
        return name  # `Ο Μπαράκ Ομπάμα`
    pairs = sorted(row.plain_endings, key=lambda pair: -len(pair[0]))
    words = []
    for word in name.split(" "):
        end, base = next((pair for pair in pairs if word.endswith(pair[0])), ("", ""))
        words.append(word.removesuffix(end) + base)
    return " ".join(words)


def _is_masculine(case: Case, mention: Mention) -> bool:
    word = before_word(case.frames.masked, mention.span.start).lower()
    return word in case.grammar.row.masculine_articles


def _is_only_opener(case: Case, mention: Mention) -> bool:
    """Tell whether a single word may owe its capital to the sentence it opens: Italian `Perciò, aggiunge`."""
    text, start, grammar = case.frames.masked, mention.span.start, case.grammar
    if not grammar.row.cased or mention.words[0] in grammar.given_names:
        return False
    opens = text[:start].rstrip(" \u00a0")[-1:] in ("", "\n", *'.!?…:(«“„"')
    parted = text[mention.span.end : mention.span.end + 1] == ","
    if not opens or not (parted or grammar.row.inverts or grammar.row.verb_second or grammar.row.verb_last):
        return False
    return all(other.words != mention.words or other is mention for other in case.people.mentions)


def described(case: Case, role: Span | None, score: float, cue: str) -> Credit:
    """Credit a role as it is printed; no speaker where the row tells nothing about roles."""
    if role is None or not (case.grammar.row.belonging or case.grammar.row.role_endings):
        return Credit("unnamed", cue=cue)
    if holder := _apposed(case, role) or _tagging(case, role):
        return named(case, holder, "role", score, cue)
    if name := _who_is(case, role):
        return Credit("role", min(score, scores.RESOLVED), name, role, cue)
    return Credit("role", score, role.of(case.frames.masked), role, cue, is_name=False)


def _apposed(case: Case, role: Span) -> Mention | None:
    """Return whom an apposition right after a role names: `the head of the club, Anna Hall, said`."""
    text = case.frames.masked
    found = _RESPONSIBLE.match(text, role.end, role.end + TITLE_REACH)
    if found is None or (found.group("of") and found.group("of").lower() not in case.grammar.others):
        return None
    near = case.people.between(found.end(), min(len(text), found.end() + TITLE_REACH))
    holder = near[0] if near and near[0].span.start == found.end() else None
    return holder if holder and not holder.owner and case.people.is_full(holder) else None


def _tagging(case: Case, role: Span) -> Mention | None:
    """Return whom a role describes that opens a tag before it: `“…,” Ann Hall, a baker here said of him`."""
    text, right = case.frames.masked, case.frame.right
    near = case.people.between(right.start, role.start)
    if role.start < right.start or not near or text[near[-1].span.end : role.start] != ", ":
        return None
    alone = not text[right.start : near[-1].span.start].strip(" \u00a0,")
    return near[-1] if alone and not near[-1].owner else None


def _who_is(case: Case, role: Span) -> str | None:
    """Return the only person of the text before whom the same title named: `Mayor Holt …, the mayor said`."""
    words = role.of(case.frames.masked).split()
    if len(words) != TITLE_WITH_ARTICLE or words[0].lower() not in case.grammar.row.definite:
        return None
    title = words[1].lower()
    if title not in case.grammar.titles:
        return None
    names = {
        case.people.fullest(mention)
        for mention in case.people.between(0, role.start)
        if _title_of(case, mention) == title
    }
    name = names.pop() if len(names) == 1 else None
    if name is None or _is_about_another(case, role, name):
        return None
    return None if _has_other_holder(case, title, role.start, name) else name


def _is_about_another(case: Case, role: Span, name: str) -> bool:
    """Tell whether somebody else spoke since a name was last mentioned: the title may be his, too."""
    frame, given = case.before[-1] if case.before else (case.frame, None)
    if given is None or not given.is_name or given.speaker in (None, name):
        return False
    since = case.people.between(frame.marked.outer.start, role.start)
    return all(case.people.fullest(one) != name for one in since)


def _has_other_holder(case: Case, title: str, end: int, name: str) -> bool:
    """Tell whether an office of the title is named without the person: `O ministro da Justiça, Jardim`."""
    text, row = case.frames.masked, case.grammar.row
    for found in re.finditer(rf"(?<!\w){re.escape(title)}[ \u00a0](\w+)", text[:end], re.IGNORECASE):
        if found.group(1).lower() not in row.belonging:
            continue
        near = case.people.between(found.end(), min(end, found.end() + TITLE_REACH))
        if not near or case.people.fullest(near[0]) != name:
            return True
    return False


def _title_of(case: Case, mention: Mention) -> str:
    """Return the title right before a name, folded; none where another title qualifies it: `former Mayor`."""
    text, at = case.frames.masked, mention.span.start
    word = before_word(text, at)
    at = text.rindex(word, 0, at) if word else at
    before = before_word(text, at)
    place = word[:1].isupper() and word not in case.grammar.titles
    if place and before.lower() in case.grammar.row.belonging:  # `sindaco di Trieste NAME`
        at = text.rindex(before, 0, at)
        word = before_word(text, at)
        before = before_word(text, text.rindex(word, 0, at)) if word else ""
    return "" if before in case.grammar.titles else word.lower()


def of_phrase(case: Case, phrase: Phrase, rule: str, score: float, cue: str) -> Credit:
    """Credit the name in a phrase, or the phrase as it is printed."""
    if phrase.mention:
        return named(case, phrase.mention, rule, score, cue)
    return described(case, phrase.span, score, cue)
