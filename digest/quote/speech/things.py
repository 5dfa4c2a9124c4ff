"""Whether marks hold the name of a thing or a nickname: the words right beside them tell."""

from __future__ import annotations

import re

from digest.quote.find import TERMINALS, Frame
from digest.quote.grammar import MASK, UPPER, Grammar, Words, before_word
from digest.quote.speech.limits import NICKNAME_WORDS

_CLAUSE = re.compile(rf"[,;:.!?()–—{MASK}\n]")
_APPOSITION = re.compile(r"[,，،]?[ \u00a0]*[,，،]?[ \u00a0]+")
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_COMMAS = (",", "،", "，")
_SURNAME = re.compile(rf"[ \u00a0](?P<name>[{UPPER}]\w+)")


def is_named(inner: str, frame: Frame, masked: str, grammar: Grammar) -> bool:
    """Tell whether words beside the marks say that a name stands in them."""
    if inner[0].islower():
        return False
    at, floor = frame.marked.outer.start, frame.left.start
    word = before_word(masked, at, floor)
    known = word in grammar.not_names if grammar.row.cased else grammar.not_names.has_whole(word)
    return (
        known
        or is_led_by(masked, at, floor, grammar.things)
        or _is_followed(masked, frame, grammar)
        or _is_nickname(inner, masked, frame, grammar)
    )


def is_term(inner: str, frame: Frame, masked: str, grammar: Grammar) -> bool:
    """Tell whether marks hold a term or a name, by the words right before them, or what they begin with."""
    if not grammar.row.spaced and inner.endswith(grammar.row.office_endings or "\0"):
        return True  # `“国家自然科学基金委员会”`
    if _is_occasion(inner, grammar) or _is_titled(inner, frame, masked, grammar):
        return True
    first = _WORD.match(inner)
    if first and first.group().lower() in grammar.others:  # `un llamado «a la paz»`
        return False
    at, floor = frame.marked.outer.start, frame.left.start
    if grammar.row.spaced:
        return is_led_by(masked, at, floor, grammar.so_called)
    return masked[floor:at].endswith(tuple(grammar.so_called.whole))


def _is_titled(inner: str, frame: Frame, masked: str, grammar: Grammar) -> bool:
    """Tell whether a thing whose name the marks hold stands right before them: `die Aktion „…“`."""
    row = grammar.row
    if not row.cased or row.verb_last or inner[0].islower() or inner[-1] in TERMINALS:
        return False
    if frame.tail[1:].startswith(_COMMAS):
        return False
    at = frame.marked.outer.start
    word = before_word(masked, at, frame.left.start)
    if word.lower() in row.likening and word.islower():  # `mit Betreffzeilen wie „…“`
        word = before_word(masked, masked.rindex(word, 0, at), frame.left.start)
    # What somebody said would be declined: German `des „Extrablatt“` is a name, `des „Kahlschlags“` is none.
    plain = word.lower() in row.genitive_determiners and not inner.endswith("s") and inner[:1].isupper()
    return (word in grammar.things or plain) and masked[
        frame.marked.outer.start - 1 : frame.marked.outer.start
    ] == " "


def _is_occasion(inner: str, grammar: Grammar) -> bool:
    """Tell whether words name a day or a year: German `der Tag der Sprachen`."""
    words = [word.lower() for word in _WORD.findall(inner)]
    if len(words) > 2 and words[0] in grammar.determiners:
        words = words[1:]
    row = grammar.row
    return (
        inner[-1] not in TERMINALS
        and len(words) > 2
        and words[0] in row.occasions
        and words[1] in row.belonging
    )


def is_led_by(masked: str, at: int, floor: int, words: Words) -> bool:
    """Tell whether one of the words, or of phrases like `known as`, ends right before the marks."""
    phrase = ""
    for _ in range(NICKNAME_WORDS):
        word = before_word(masked, at, floor)
        if not word:
            return False
        phrase = f"{word} {phrase}".rstrip()
        if phrase in words:
            return True
        if phrase == word and word.lower() not in words.last:
            return False
        at = masked.rindex(word, 0, at)
    return False


def _is_followed(masked: str, frame: Frame, grammar: Grammar) -> bool:
    """Tell whether a thing stands right after the marks, or a clause without a verb that says what it is."""
    after = masked[frame.right.start : frame.right.end]
    if not grammar.row.spaced:
        return after.startswith(tuple(grammar.things.whole))
    gap = _APPOSITION.match(after)
    if not gap:
        return False
    clause = _CLAUSE.split(after[gap.end() :])[0]
    words = _WORD.findall(clause)
    if not gap.group().strip():
        return bool(words) and words[0] in grammar.things
    opens = bool(words) and words[0].lower() in grammar.determiners
    return opens and not grammar.tag_verb.search(clause) and any(word in grammar.things for word in words)


def _is_nickname(inner: str, masked: str, frame: Frame, grammar: Grammar) -> bool:
    """Tell whether a surname follows the marks: `“Tito” Asfura`."""
    if not grammar.row.cased or inner[-1] in TERMINALS or len(_WORD.findall(inner)) > NICKNAME_WORDS:
        return False
    if frame.tail[1:].startswith(_COMMAS):
        return False
    after = _SURNAME.match(masked, frame.right.start, frame.right.end)
    led = masked[frame.left.start : frame.left.end].rstrip()
    if not after or led.endswith((":", ",")) or (grammar.row.nouns_are_capital and not led):
        return False
    return not grammar.tag_verb.match(masked, after.end() + 1) and not grammar.tag_verb.fullmatch(
        after["name"]
    )
