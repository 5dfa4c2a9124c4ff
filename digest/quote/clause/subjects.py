"""The subject of a verb of saying: which of the people near it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.model import Span
from digest.quote.clause.apart import (
    age_before,
    apposed,
    clause_end,
    ends_apposition,
    follows_comma,
    from_place,
    has_noun_of_its_own,
    in_brackets,
    is_attached,
    is_attribute,
    is_far,
    is_led,
    is_owner,
    is_plain_given,
    is_second,
    is_strict_lead,
    leads_clause,
    may_be_adjective,
    may_follow_adjective,
    opens_apposition,
    opens_clause,
    opens_own_clause,
    supports,
    without_party,
)
from digest.quote.clause.limits import (
    FAR_SUBJECT,
    HELPED_LENGTH,
    NEAR_SUBJECT,
    TITLES_LENGTH,
    UNSPACED_TITLES,
)
from digest.quote.grammar import MASK, Grammar, before_word
from digest.quote.names import Mention, People

_BREAK = re.compile(rf"[.!?…。！？][{MASK}”“\"»)]*\s+")
_WORDS = re.compile(r"[^\s,;:.!?()«»“”„\"]+")


@dataclass(frozen=True, slots=True)
class Subjects:
    """Finds subjects in the text of an article, its quotations blanked out."""

    masked: str
    people: People
    grammar: Grammar

    def before(self, verb: int, floor: int, *, opens: bool) -> Mention | None:
        """Return the subject that ends before `verb`; with `opens`, one that opens its clause."""
        for mention in reversed(self.people.between(max(floor, verb - FAR_SUBJECT), verb)):
            if leads_clause(mention, verb, self.masked, self.grammar):
                other = mention.owner or self.is_other(mention, clause=True)
                return mention if not other and self._joins(mention, verb, floor) else None
            owner = (
                mention.owner
                or in_brackets(mention, floor, verb, self.masked)
                or is_owner(mention, floor, self.masked, self.grammar)
            )
            if owner or self.is_other(mention, clause=True):
                continue
            lead = self.masked[floor : mention.span.start]
            if opens and (self.goes_on(lead) or not self._is_lead(lead)):
                continue
            if self._joins(mention, verb, floor) and not self._is_in_clause(mention, verb, floor):
                return mention
        return None

    def after(self, verb: int, ceiling: int, *, any_case: bool = False) -> Mention | None:
        """Return the subject that begins after `verb`; with `any_case`, a name in any case."""
        for mention in self.people.between(verb, min(ceiling, verb + NEAR_SUBJECT)):
            between = self.masked[verb : mention.span.start]
            parted = re.search(rf"[;:!?；：。{MASK}]|\w{{5}}\.\s", between)
            if parted or any(kind.search(between) for kind in (self.grammar.that, self.grammar.question)):
                return None
            lead = re.split("[,，،]", between)[-1]
            if opens_own_clause(between, self.grammar) or not self._is_lead(lead):
                return None
            strict = self.grammar.row.cased or is_strict_lead(between, self.grammar)
            apart = (
                is_second(between, self.grammar)
                or supports(between, self.grammar)
                or is_far(mention, between, self.grammar)
                or is_attribute(mention, self.masked, self.grammar)
            )
            if apart or not strict:
                return None
            if mention.owner or (not any_case and is_owner(mention, verb, self.masked, self.grammar)):
                continue
            if not self.is_other(mention, verb, any_case=any_case):
                return apposed(mention, self.people, self.masked) or mention
        return None

    def opening(self, start: int, verb: int) -> Mention | None:
        """Return the name that opens a sentence, if a comma parts it from what is said of it."""
        for mention in self.people.between(start, verb):
            lead = self.masked[start : mention.span.start]
            if MASK in lead or not self._is_lead(lead) or self.is_other(mention, start):
                return None
            if not mention.owner and self.masked[mention.span.end : verb].lstrip(" \u00a0").startswith(","):
                return mention
        return None

    def agent(self, start: int, end: int) -> Mention | None:
        """Return the name that begins after words like `by`, its titles aside."""
        mention = next(iter(self.people.between(start, end)), None)
        return mention if mention and self._is_lead(self.masked[start : mention.span.start]) else None

    def opens_sentence(self, mention: Mention, floor: int) -> bool:
        """Tell whether a name is the first of a sentence that begins after `floor`, or there."""
        breaks = _BREAK.finditer(self.masked, floor, mention.span.start)
        start = max((found.end() for found in breaks), default=floor)
        first = next(iter(self.people.between(start, mention.span.end)), None)
        leads = self._is_lead(self.masked[start : mention.span.start])
        return first == mention and leads and not self.is_other(mention, start)

    def is_near_opening(self, mention: Mention, floor: int) -> bool:
        """Tell whether at most a short title stands before a name, where nothing parts words."""
        start = max(self.masked.rfind(mark, floor, mention.span.start) for mark in "。！？\n") + 1
        return mention.span.start - max(start, floor) < UNSPACED_TITLES

    def is_other(
        self, mention: Mention, floor: int = 0, *, any_case: bool = False, clause: bool = False
    ) -> bool:
        """Tell whether words before a name, from `floor` on, show that it is no subject: `to Trump`.

        With `clause`, a word that opens a clause shows that it is one.
        """
        at = mention.span.start
        attached = clause and is_attached(at, self.masked, self.grammar)
        if attached or (not any_case and self.people.is_declined(mention)) or self._is_addressed(at):
            return True
        may_skip, closed = may_follow_adjective(mention, self.grammar), False
        owned = all(part.endswith(self.grammar.row.genitive_endings) for part in mention.words)
        owned = owned and not is_plain_given(mention.words[0], self.grammar)
        for _ in range(6):
            if not (word := before_word(self.masked, at, floor)):
                return False
            deputy = owned and word.lower() in self.grammar.row.deputies
            if deputy or self.grammar.according.fullmatch(word):
                return True
            folded, at = word.lower().rstrip("’'"), self.masked.rindex(word, 0, at)
            if word[-1] in "’'" and word.lower() in self.grammar.determiners:
                continue  # `à l’Associated Press`
            if any_case and folded in self.grammar.oblique_determiners:
                continue
            if folded in self.grammar.others or folded in self.grammar.oblique_determiners:
                return not (clause and opens_clause(word, at, self.masked, self.grammar))
            office = mention.titled and not closed and word in self.grammar.not_names
            titles = office or self.grammar.is_title(word)
            if folded not in self.grammar.determiners and not titles:  # `with Nato Secretary General NAME`
                if closed or not may_skip or not may_be_adjective(word, self.grammar):
                    return False
                may_skip = False  # `на руския президент Путин`
            closed = closed or folded in self.grammar.determiners  # `a la agencia la alcaldesa NAME`
        return False

    def _is_addressed(self, at: int) -> bool:
        """Tell whether a preposition stands before a name, its titles aside, where nothing parts words."""
        if self.grammar.row.spaced:
            return False
        lead, kinds = (
            self.masked[max(0, at - UNSPACED_TITLES) : at],
            (self.grammar.titles, self.grammar.places),
        )
        while title := next(
            (n for n in range(len(lead), 0, -1) if any(lead[-n:] in kind for kind in kinds)), 0
        ):
            lead = lead[:-title]
        return lead.endswith(tuple(self.grammar.others))

    def goes_on(self, text: str) -> bool:
        """Tell whether text after a quotation goes on with its sentence: `and`, `in`."""
        found = _WORDS.search(text)
        word = found.group().lower() if found else ""
        return word in self.grammar.others or word in self.grammar.row.clauses

    def pronoun_before(self, verb: int) -> Span | None:
        """Return a pronoun that is the word before a verb, adverbs aside."""
        at = verb
        for _ in range(3):
            if not (word := before_word(self.masked, at)):
                return None
            if word[0].isdigit() and (aged := age_before(at, self.masked, self.grammar)):
                return aged
            at = self.masked.rindex(word, 0, at)
            if self.is_pronoun(word):
                return None if is_led(at, self.masked, self.grammar) else Span(at, at + len(word))
            if word.lower() not in self.grammar.between:
                return None
        return None

    def pronoun_after(self, verb: int) -> Span | None:
        """Return a pronoun that is the word after a verb, or hangs on it: `dit-il`."""
        if aged := self.grammar.age.match(self.masked, verb + 1):
            return Span(*aged.span())
        found = _WORDS.match(self.masked, verb if self.masked[verb : verb + 1] == "-" else verb + 1)
        return Span(*found.span()) if found and found.group().lower() in self.grammar.pronouns else None

    def nobody_after(self, verb: int, ceiling: int) -> bool:
        """Tell whether no noun can be the subject after a verb: the clause ends, or goes on otherwise."""
        found = _WORDS.match(self.masked, verb + 1, ceiling) if verb + 1 < ceiling else None
        if not found:
            return True
        word = found.group()
        if has_noun_of_its_own(self.masked[verb:ceiling], self.grammar):
            return False
        named = self.people.between(verb, clause_end(self.masked, verb, ceiling))
        if self.grammar.row.cased and any(not one.owner and not self.is_other(one, verb) for one in named):
            return False
        return word.lower() in self.grammar.others | self.grammar.between or bool(
            self.grammar.that.match(word)
        )

    def is_pronoun(self, text: str) -> bool:
        """Tell whether a piece of text is a pronoun, alone or hanging on an auxiliary: `a-t-il`."""
        folded = text.lower()
        if self.grammar.age.fullmatch(text):
            return True
        return folded in self.grammar.pronouns or f"-{folded.rpartition('-')[2]}" in self.grammar.pronouns

    def is_filler(self, text: str) -> bool:
        """Tell whether a piece of text holds nothing that could be a subject."""
        words = [word.lower() for word in _WORDS.findall(text)]
        return all(
            word in self.grammar.between or word in self.grammar.places or word.isdigit() for word in words
        )

    def _is_lead(self, text: str) -> bool:
        """Tell whether text before a name holds only its titles, roles and articles."""
        stripped = text.strip(" \u00a0,，،–—-")
        return len(stripped) < TITLES_LENGTH and not re.search(r"[,;:]", stripped)

    def _joins(self, mention: Mention, verb: int, floor: int) -> bool:
        """Tell whether nothing between a name and a verb parts them."""
        between = without_party(self.masked[mention.span.end : verb].strip(" \u00a0").replace("،", ","))
        if not between:
            return True
        if re.search(rf"[;:!?；：。{MASK}]", between):
            return False
        adverbial = between[0] == "," and "," not in between[1:] and self.is_filler(between)
        if between == "," or (adverbial and not self._is_relative(between)):
            before = self.masked[floor : mention.span.start]
            titled = mention.titled and (self.grammar.row.cased or is_strict_lead(before, self.grammar))
            titled |= self.grammar.row.verb_last and self.grammar.row.cased  # Turkish `Kaya, şöyle dedi`
            return titled or before.rstrip().endswith((",", "،")) or opens_apposition(before, self.grammar)
        between = from_place(self.grammar.row.code).sub(",", between)
        apposed = between[0] == "," and ends_apposition(mention, between, floor, self.masked, self.grammar)
        if apposed or self._is_relative(between):
            return True
        if between[0] in ",，،(–—":
            closed = follows_comma(mention, floor, self.masked, self.grammar)
            return between[-1] in ",，،)–—" or (not closed and self._is_apposition(between))
        return self._begins_with_filler(between)

    def _is_relative(self, text: str) -> bool:
        """Tell whether text after a name opens a clause about it that the verb ends: `, who later`."""
        words = _WORDS.findall(text)
        if text[0] != "," or not words or self.grammar.row.verb_second:
            return False
        return bool(self.grammar.that.fullmatch(words[0])) and self.is_filler(" ".join(words[1:]))

    def _is_apposition(self, text: str) -> bool:
        """Tell whether text after a name and a comma tells who it is, or ends before an adverb."""
        if self._begins_with_filler(text.rpartition(",")[2]) and text.count(",") > 1:
            return True
        words = _WORDS.findall(text)[:3]
        return text.count(",") == 1 and any(word in self.grammar.titles for word in words)

    def _is_in_clause(self, mention: Mention, verb: int, floor: int) -> bool:
        """Tell whether a name parted from the verb by a comma stands in a clause about somebody else."""
        if "," not in self.masked[mention.span.end : verb]:
            return False
        return bool(self.grammar.that.search(self.masked[floor : mention.span.start].rpartition(",")[2]))

    def _begins_with_filler(self, text: str) -> bool:
        if not (words := [word.lower() for word in _WORDS.findall(text)]):
            return True
        if not self.grammar.row.spaced:
            return "," not in text and "，" not in text
        if text.lstrip().startswith(self.grammar.row.titles_after):
            return len(text) < TITLES_LENGTH and "," not in text
        helped = self.grammar.row.verb_second and words[0] in self.grammar.auxiliaries
        return (
            len(text) < (HELPED_LENGTH if helped else TITLES_LENGTH)
            and "," not in text
            and self.grammar.pronouns.isdisjoint(words)  # who is the subject: `at odds with Pratt since he`
            and any(
                words[0] in kind
                for kind in (self.grammar.between, self.grammar.places, self.grammar.row.belonging)
            )
        ) or (self.grammar.row.family_first and all(word in self.grammar.titles for word in words))
