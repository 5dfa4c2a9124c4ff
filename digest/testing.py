"""Tests that an engine of another package can run: what Digest asks of every engine.

    from digest.testing import EngineContract

    class TestMine(EngineContract):
        source, target = "es", "en"

        def engine(self):
            return Mine()

Plain asserts in a plain class, for pytest or any runner that calls methods beginning with `test_`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.errors import EngineError
from digest.model import Engine
from digest.translate import TranslationEngine

_WORD = re.compile(r"[^\s=]+")


class EngineContract:
    """What every engine promises; see `TranslationEngine`."""

    source = "es"
    target = "en"
    texts: Sequence[str] = ("Queremos paz.", "Fue un día largo.", "Queremos paz. Fue un día largo.")
    """Texts in the source language, all different, that the engine can translate."""
    unserved = ("zz", "qq")
    """A pair that it does not serve."""

    def engine(self) -> TranslationEngine:
        """Return the engine as a site gets it."""
        raise NotImplementedError("write a method `engine` that returns the engine to test")

    def test_the_stamp_fits_a_line_of_the_memory(self) -> None:
        """Name, model, version and pivot are words; options are words with values."""
        stamp = self.engine().stamp(self.source, self.target)
        assert isinstance(stamp, Engine), "the pair to test with is not served"
        words = (stamp.name, stamp.model, stamp.version, stamp.pivot or "en")
        assert all(map(_WORD.fullmatch, words)), f"white space or = in {words}"
        assert re.fullmatch(r"(\w+=\S+( \w+=\S+)*)?", stamp.options), f"no options: {stamp.options}"

    def test_the_stamp_stays_the_same(self) -> None:
        """What was made once is kept under it."""
        first, second = (self.engine().stamp(self.source, self.target) for _ in range(2))
        assert first == second

    def test_a_pair_that_is_not_served_has_no_stamp_and_is_an_error_to_ask_for(self) -> None:
        """Nothing is made up for a language that an engine does not know."""
        assert self.engine().stamp(*self.unserved) is None
        try:
            self.engine().translate(list(self.texts), *self.unserved)
        except EngineError:
            return
        raise AssertionError("a pair that is not served was translated")

    def test_a_region_is_served_by_its_main_language(self) -> None:
        """A site may be written in es-VE."""
        stamp = self.engine().stamp(f"{self.source}-{self.source.upper()}", self.target)
        assert stamp is not None

    def test_each_text_gets_one_output_in_its_place(self) -> None:
        """A text without words gets an empty one."""
        first, *_, last = self.texts
        made = self.engine().translate([first, "", last, " \n ", first], self.source, self.target)
        assert [bool(output.strip()) for output in made] == [True, False, True, False, True]
        assert made[0] == made[4]
        assert made[0] != made[2]

    def test_no_text_is_no_output(self) -> None:
        """An empty list is answered by one."""
        assert self.engine().translate([], self.source, self.target) == []

    def test_an_output_does_not_depend_on_what_else_is_asked(self) -> None:
        """Texts come in any order and number."""
        engine = self.engine()
        alone = [engine.translate([text], self.source, self.target)[0] for text in self.texts]
        many = [*self.texts[::-1]] * 40
        assert engine.translate(many, self.source, self.target) == alone[::-1] * 40

    def test_two_engines_make_the_same(self) -> None:
        """The promise that a digest builds the same each time."""
        first, second = (
            self.engine().translate(list(self.texts), self.source, self.target) for _ in range(2)
        )
        assert first == second
