"""What every engine promises; each of them, with its real programs and models, keeps it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from argos_packages import unpacked
from memories import a_use, settings_in
from system import needs

from digest.errors import EngineError
from digest.translate import TranslationEngine, engine_names, engines, load_memory, translate

TEXTS = ["Queremos paz.", "El presidente habló en Caracas. Queremos paz.", "Fue un día largo."]
"""What both know."""

Make = Callable[..., TranslationEngine]


@pytest.fixture(params=["argos", pytest.param("apertium", marks=needs("apertium"))])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Return a function that makes the engine as a site with these settings gets it."""
    from argostranslate import settings as argos

    monkeypatch.setattr(argos, "package_dirs", [unpacked(tmp_path / "packages")])
    return lambda **fields: engines(settings_in(tmp_path, engines={"default": (name,)}, **fields))[name]


def test_the_contract_is_that_of_every_engine() -> None:
    """Firefox's is in `test_firefox.py`, LibreTranslate's in `test_libretranslate.py`."""
    assert set(engine_names()) == {"argos", "firefox", "apertium", "libretranslate"}


def test_the_stamp_names_the_engine_and_fits_a_comment_of_the_memory(name: str, make: Make) -> None:
    stamp = make().stamp("es", "en")
    assert stamp is not None
    assert stamp.name == name
    assert all(part and not set(part) & {" ", "=", "\n"} for part in (stamp.model, stamp.version))


def test_a_pair_that_is_not_installed_has_no_stamp_and_is_an_error_to_ask_for(make: Make) -> None:
    assert make().stamp("zh", "ar") is None
    with pytest.raises(EngineError, match="zh into ar"):
        make().translate(["是"], "zh", "ar")


def test_a_region_is_served_by_its_main_language(make: Make) -> None:
    assert make().stamp("es-VE", "en-GB") == make().stamp("es", "en")
    assert make().translate(TEXTS, "es-VE", "en-GB") == make().translate(TEXTS, "es", "en")


def test_each_text_gets_one_output_in_its_place(make: Make) -> None:
    outputs = make().translate([TEXTS[0], "", TEXTS[1], " \n ", TEXTS[0]], "es", "en")
    assert [bool(output) for output in outputs] == [True, False, True, False, True]
    assert outputs[0] == outputs[4]
    assert outputs[2].endswith(outputs[0])


def test_no_text_is_no_output(make: Make) -> None:
    assert make().translate([], "es", "en") == []


def test_an_output_does_not_depend_on_what_else_is_asked(make: Make) -> None:
    engine = make()
    alone = [engine.translate([text], "es", "en")[0] for text in TEXTS]
    assert engine.translate(TEXTS, "es", "en") == alone
    assert engine.translate(TEXTS[::-1] * 40, "es", "en") == alone[::-1] * 40


def test_the_number_of_jobs_changes_no_output(make: Make) -> None:
    many = [f"{TEXTS[n % 3]} {TEXTS[(n // 3) % 3]} {TEXTS[(n // 9) % 3]}" for n in range(200)]
    one, three = (make(jobs=jobs).translate(many, "es", "en") for jobs in (1, 3))
    assert one == three
    assert all(one)


def test_line_breaks_and_spaces_in_a_text_mean_nothing(make: Make) -> None:
    assert make().translate([" Queremos\n\n paz.\t"], "es", "en") == make().translate(TEXTS[:1], "es", "en")


def test_what_comes_out_reaches_a_page_with_the_engines_name(name: str, make: Make, tmp_path: Path) -> None:
    settings = settings_in(tmp_path, engines={"es-en": (name,)})
    uses = [a_use(TEXTS[0]), a_use(TEXTS[0], "fr")]
    [made] = translate(uses, load_memory(tmp_path), settings=settings, engines={name: make()}).values()
    assert made.engine is not None
    assert (made.language, made.engine.name) == ("en", name)
