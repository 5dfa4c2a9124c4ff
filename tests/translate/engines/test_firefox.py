"""Firefox's engine with real models: those of Portuguese and English."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from firefox_models import VERSION, installed_in
from memories import a_use, settings_in

from digest.errors import EngineError
from digest.model import Engine, Notice, Origin, Person, PersonId, SegmentKind, Term, TermId
from digest.testing import EngineContract
from digest.translate import TranslationEngine, load_memory, protected, translate
from digest.translate.engines.firefox import Firefox
from digest.translate.engines.firefox.pieces import MOST
from digest.translate.models import FIREFOX, Pin, save_pins


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed_in(tmp_path_factory.mktemp("firefox"))


@pytest.fixture(scope="module")
def firefox(models: Path) -> Firefox:
    return Firefox(models)


@pytest.fixture(scope="class")
def at(request: pytest.FixtureRequest, models: Path) -> None:
    request.cls.folder = models


@pytest.mark.usefixtures("at")
class TestContract(EngineContract):
    source, target = "pt", "en"
    texts = ("Queremos paz.", "Foi um dia longo.", "Queremos paz. Foi um dia longo.")
    folder: Path

    def engine(self) -> TranslationEngine:
        return Firefox(self.folder)


def test_the_stamp_says_which_model_and_engine(firefox: Firefox) -> None:
    assert firefox.stamp("pt-BR", "en-GB") == Engine(
        name="firefox", model="pt_en", version=VERSION, options="fxtranslate=0.5.0", label="Firefox"
    )


def test_without_a_model_for_a_pair_english_stands_between(firefox: Firefox) -> None:
    stamp = firefox.stamp("pt", "pt-PT")
    assert stamp is not None
    assert (stamp.model, stamp.pivot) == ("pt_en+en_pt", "en")
    assert "ponte" in firefox.translate(["A ponte fechou."], "pt", "pt-PT")[0]


@pytest.mark.parametrize(
    ("pair", "text", "there", "never"),
    [
        ("pt-en", "O juiz disse que «a obra é legal» e saiu.", ["“", "”"], ["«", '"']),
        ("pt-en", "« A obra é legal. »", ["“", ".”"], ["«"]),
        ("en-pt", "“He said ‘no’ twice,” the judge said.", ["“", "‘não’", "”"], []),
        ("pt-en", "– Vou embora, disse o juiz.", ["– ", "said"], ['"', "“"]),
        ("en-pt", "The fine is £40.", ["40 libras"], ["euro", "$"]),
        ("en-pt", "The fine is ₹5 million.", ["5 milhões de rupias"], []),
        ("pt-en", "A multa é de 40 €.", ["40", "uro"], ["$"]),
        ("en-pt", "It was −7 °C at night.", ["−7"], ["a 7"]),
        ("pt-en", "O filme dura 1½ hora.", ["1.5"], ["11"]),
        ("pt-en", "O ministro Žilvinas Šimkūnas chegou.", ["Žilvinas Šimkūnas"], []),
        ("pt-en", "O jornal Новая газета fechou.", ["Новая газета"], []),
        ("pt-en", "Leia em https://exemplo.org/x?y=1 ou escreva a voz@exemplo.org.", ["https://exemplo.org/x?y=1", "voz@exemplo.org"], []),
        ("pt-en", "JUIZ NÃO VAI ABRIR O PORTO", ["NOT", "PORT"], ["juiz", "JUIZ"]),
        ("en-pt", "JUDGE SAYS NO TO NEW ROAD", ["NÃO", "ESTRADA"], ["JUDGE"]),
        ("en-pt", "Mr. Lopes sang. Mrs. Hill danced.", ["Sr. Lopes", "Sra. Hill"], []),
        ("pt-en", "A área é de 10² m² e tem CO₂.", ["10²", "m²", "CO₂"], ["102"]),
        ("en-pt", "Road closed\nThe mayor said no.", ["\n", "prefeito disse"], []),
        ("en-pt", "The club cost £1.4bn.", ["1,4 bi"], ["euro", "bn"]),
        ("en-pt", "It cost $5.6bn last year.", ["5,6 bi"], ["bn"]),
        ("en-pt", "It raised $12m and then $250k.", ["12 milhões", "250"], ["12m", "250k"]),
        ("pt-en", "O clube pagou R$ 12 mi.", ["12 million"], ["12 mi."]),
        ("en-pt", "It takes £3–4 a day.", ["3–4 libras"], ["libras–", "libras-"]),
        ("pt-en", "Ouvi “sim” … e “talvez”.", ["…", "“"], ["..."]),
        ("pt-en", "''Nunca'' disse o juiz.", ["“Never", "”"], ["'"]),
        ("pt-en", "``Nunca'' disse o juiz.", ["“Never", "”"], ["'", "`"]),
        ("en-pt", "The club cost C$2 million.", ["canadenses"], ["US$"]),
        ("en-pt", "He waits on the 12th floor.", ["12º"], ["12o"]),
        ("pt-en", "Perto de ¼ das lojas fechou.", ["25%"], ["0.25"]),
        ("en-pt", "Mr. O’Neill’s dog won’t eat.", ["O’Neill"], ["'"]),
        ("pt-en", "PREFEITA ABRE NOVA ESCOLA", ["NEW SCHOOL"], []),
        ("en-pt", "NASA SENDS NO SHIP TO MARS", ["NASA", "NÃO"], []),
        ("pt-en", "—", ["—"], ["s"]),
        ("pt-en", "12 – 14", ["12 – 14"], []),
        ("en-pt", "“We met with President John Lamb”, Lopes said.", ["John Lamb”, disse Lopes"], []),
        ("en-pt", "“We saw him. Because we care!” he added.", ["“", "!”, "], []),
        ("pt-en", "O juiz disse que „a obra vale para todos“ e saiu.", ["“", "”"], ["„"]),
        ("pt-en", "« A loja abre na terça », disse o dono, « e fecha na sexta ».", ["Tuesday", ",” ", "Friday.”"], ["«"]),
        ("pt-en", "A conta subiu 3⅓ vezes.", ["3⅓"], ["31"]),
        ("pt-en", "O vereador Şerban Đurđević votou contra.", ["Şerban Đurđević"], []),
        ("pt-en", "Siga @portolivre e use #MaréAlta.", ["@portolivre", "#MaréAlta"], []),
        ("pt-en", "18/03 – 21/03", ["18/03 – 21/03"], []),
        ("pt-en", "– Quem foi? – perguntou o juiz. – Não sei.", ["– ", "asked", "not know"], ['"']),
        ("en-pt", "The toll rose from £9 to £11.50.", ["9", "11,50 libras"], ["euro", "$"]),
    ],
)  # fmt: skip
def test_what_the_vocabulary_does_not_hold_comes_out_right(
    firefox: Firefox, pair: str, text: str, there: list[str], never: list[str]
) -> None:
    output = firefox.translate([text], *pair.split("-"))[0]
    assert [one for one in there if one not in output] == [], output
    assert [one for one in never if one in output] == [], output


def test_a_long_sentence_keeps_its_end_and_goes_round_in_no_circle(firefox: Firefox) -> None:
    places = ["Santa Cruz", "Vila Nova", "Campo Largo", "Monte Belo", "Rio Claro", "Lagoa Azul"]
    names = ", ".join(
        f"{place} {ending}" for ending in ("do Norte", "do Sul", "do Meio", "de Cima") for place in places
    )
    output = firefox.translate([f"A luz faltou em {names} e volta na terça-feira."], "pt", "en")[0]
    assert "Tuesday" in output
    assert all(output.count(f"{place} d") >= 3 for place in places)
    assert len(names.split()) > MOST / 2


def test_the_number_of_processes_changes_no_output(models: Path) -> None:
    texts = [f"O navio número {number} chegou ao porto." for number in range(40)]
    one = Firefox(models).translate(texts, "pt", "en")
    assert Firefox(models, jobs=2).translate(texts, "pt", "en") == one
    assert len(set(one)) == 40


def test_another_thread_may_ask(firefox: Firefox) -> None:
    made: list[str] = []
    thread = threading.Thread(target=lambda: made.extend(firefox.translate(["Queremos paz."], "pt", "en")))
    thread.start()
    thread.join()
    assert made == firefox.translate(["Queremos paz."], "pt", "en")


@pytest.mark.parametrize("name", ["model.bin", "vocab.spm"])
@pytest.mark.parametrize("damage", ["cut", "empty", "gone", "noise"])
def test_a_damaged_model_is_a_clear_error(tmp_path: Path, name: str, damage: str) -> None:
    path = installed_in(tmp_path, "pt_en") / "pt_en" / name
    whole = path.read_bytes()
    made = {"cut": whole[: len(whole) // 3], "empty": b"", "noise": bytes(reversed(whole))}
    path.unlink() if damage == "gone" else path.write_bytes(made[damage])
    with pytest.raises(EngineError, match="pt_en"):
        Firefox(tmp_path).translate(["Queremos paz."], "pt", "en")


def pinned(folder: Path) -> Path:
    from digest.translate.models import files_digest

    pins = {pair: Pin(version=VERSION, files=files_digest(folder / pair)) for pair in ("pt_en",)}
    save_pins(folder / "models.toml", pins, FIREFOX)
    return folder / "models.toml"


def test_only_what_is_pinned_translates(tmp_path: Path) -> None:
    engine = Firefox(installed_in(tmp_path), models_file=pinned(tmp_path))
    assert engine.stamp("pt", "en")
    assert engine.stamp("en", "pt") is None


def test_the_vocabulary_of_the_other_direction_is_found_out(tmp_path: Path) -> None:
    """It loads, and writes nonsense."""
    models_file = pinned(installed_in(tmp_path))
    (tmp_path / "pt_en/vocab.spm").write_bytes((tmp_path / "en_pt/vocab.spm").read_bytes())
    with pytest.raises(EngineError, match="the files of pt_en are not those"):
        Firefox(tmp_path, models_file=models_file).translate(["Queremos paz."], "pt", "en")


def test_names_and_terms_that_a_model_loses_are_put_back(
    tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_FIREFOX_MODELS", str(models))
    settings = settings_in(tmp_path, languages=("en", "pt"), engines={"default": ("firefox",)})
    person = Person(id=PersonId("rosa"), name="Rosa Maltese Pinheiro")
    terms = [Term(id=TermId("port"), wording_by_language={"pt": "Casa do Povo", "en": "House of the People"})]
    kept = protected([person], glossary=terms)
    text = "A Casa do Povo ouviu Rosa Maltese Pinheiro."
    use = a_use(text, "en", language="pt", kind=SegmentKind.QUOTE)
    [made] = translate([use], load_memory(tmp_path), settings=settings, kept=kept).values()
    assert "House of the People" in made.text
    assert "Rosa Maltese Pinheiro" in made.text
    assert (made.origin, made.notices) == (Origin.MACHINE, ())
    assert Notice.DOUBTFUL not in made.notices


def test_a_headline_in_capitals_keeps_its_names(
    tmp_path: Path, models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGEST_FIREFOX_MODELS", str(models))
    settings = settings_in(tmp_path, languages=("pt", "en"), engines={"default": ("firefox",)})
    kept = protected([Person(id=PersonId("maltese"), name="Rosa Maltese")])
    use = a_use("PRESIDENT MALTESE MEETS U.S. ENVOY IN LISBON", "pt", language="en")
    [made] = translate([use], load_memory(tmp_path), settings=settings, kept=kept).values()
    assert "MALTESE" in made.text
    assert "PRESIDENT" in made.text
    assert "MEETS" not in made.text
