"""`outlets.yml`, `people.yml`, `topics.yml` and `stories.yml`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from folders import a_markdown, read_files, told

from digest.publish import catalog_languages

ARTICLES = {f"articles/{slug}.md": a_markdown() for slug in ("call", "forum", "count")}


def test_outlets_people_and_topics_hold_what_is_written(tmp_path: Path) -> None:
    content = read_files(
        tmp_path,
        {
            "outlets.yml": "wtop:\n  name: WTOP\n  language: en\n  country: US\n  url: https://wtop.com/\n  excerpt_words: 40\n",
            "people.yml": (
                "maduro:\n  name: Nicolás Maduro\n  names: {ar: نيكولاس مادورو, ru: Николас Мадуро}\n"
                "  aliases: [Maduro Moros]\n  languages: [es]\n  role: President of Venezuela\n  role_language: en\n"
            ),
            "topics.yml": "elections:\n  labels: {en: Elections, es: Elecciones}\n  iptc: medtop:11000000\n",
        },
    )
    assert told(content) == []
    (outlet,), (person,), (topic, *_) = content.outlets, content.people, content.topics
    assert (outlet.id, outlet.name, outlet.country, outlet.url) == ("wtop", "WTOP", "US", "https://wtop.com/")
    assert (outlet.language, outlet.excerpt_words) == ("en", 40)
    assert person.names == ("Nicolás Maduro", "نيكولاس مادورو", "Николас Мадуро", "Maduro Moros")
    assert (person.languages, person.role, person.role_language) == (("es",), "President of Venezuela", "en")
    assert (topic.label_in("es"), topic.iptc) == ("Elecciones", "medtop:11000000")


def test_iptcs_subjects_are_topics_without_a_file_labelled_in_every_language_of_the_interface(
    tmp_path: Path,
) -> None:
    content = read_files(
        tmp_path, {"topics.yml": None, "articles/call.md": a_markdown("topics: [politics, weather]\n")}
    )
    assert told(content) == []
    assert content.articles[0].topics == ("politics", "weather")
    assert [topic.iptc for topic in content.topics] == [
        f"medtop:{number:02}000000" for number in range(1, 18)
    ]
    for topic in content.topics:
        assert [code for code in catalog_languages() if code not in topic.label_by_language] == []


def test_a_site_may_describe_such_a_topic_itself(tmp_path: Path) -> None:
    own = "politics: {labels: {en: Power}}\nsport: {labels: {en: sport, fr: Les sports}}\nweather: {labels: {en: Weather}}\n"
    by_id = {topic.id: topic for topic in read_files(tmp_path, {"topics.yml": own}).topics}
    shown = {
        (id_, code): by_id[id_].label_in(code)
        for id_ in ("politics", "sport", "weather")
        for code in ("en", "es", "fr")
    }
    # What is called otherwise has no label of ours in any language; what is called the same has those it lacks.
    assert (shown["politics", "en"], shown["politics", "es"]) == ("Power", "Power")
    assert (shown["sport", "en"], shown["sport", "es"], shown["sport", "fr"]) == (
        "sport",
        "sport",
        "Les sports",
    )
    assert shown["weather", "es"] != "Weather"


def test_a_glossary_holds_what_stays_and_what_is_worded_in_each_language(tmp_path: Path) -> None:
    content = read_files(
        tmp_path,
        {
            "glossary.yml": (
                "truth-social: {keep: Truth Social}\n"
                "assembly:\n  words: {es: Asamblea Nacional, en: National Assembly, ar: الجمعية الوطنية}\n"
            )
        },
    )
    assert told(content) == []
    kept, worded = content.glossary
    assert (kept.id, kept.in_language("ar"), kept.in_language("en")) == (
        "truth-social",
        "Truth Social",
        "Truth Social",
    )
    assert [worded.in_language(code) for code in ("es-VE", "en", "fr")] == [
        "Asamblea Nacional",
        "National Assembly",
        None,
    ]


def test_decisions_hold_what_is_written(tmp_path: Path) -> None:
    stories = (
        "- together: [newsweek/call, newsweek/forum]\n- apart: [newsweek/call, newsweek/count]\n"
        "- story: newsweek/call\n  title: {es: La llamada}\n  pin: true\n- story: newsweek/count\n  pin: true\n"
        "- story: newsweek/forum\n  hide: false\n"
        "- changed: negation\n  wordings: [0a1b2c3d4e5f, 123456789012]\n"
        "- changed: nothing\n  wordings: [0a1b2c3d4e5f, 123456789013]\n"
    )
    content = read_files(tmp_path, {**ARTICLES, "stories.yml": stories})
    assert told(content) == []
    assert content.decisions.together == (("newsweek/call", "newsweek/forum"),)
    assert content.decisions.apart == (("newsweek/call", "newsweek/count"),)
    assert content.decisions.titles == {"newsweek/call": {"es": "La llamada"}}
    assert content.decisions.pinned == ("newsweek/call", "newsweek/count")
    change, none = content.decisions.changes
    assert none.kind is None
    assert (change.kind, change.wordings, change.line) == ("negation", {"0a1b2c3d4e5f", "123456789012"}, 10)


WRONG = [
    ("outlets.yml", "- wtop\n", "1: the file must map ids to entries, each a mapping with at least “name”; not a list"),
    ("outlets.yml", "wtop: WTOP\n", "1: “wtop” must be a mapping with at least “name”, not “WTOP”"),
    ("outlets.yml", "wtop: {}\n", "1: “name” is missing; write a name"),
    ("outlets.yml", "w top: {name: WTOP}\n", "1: “w top” is no id"),
    ("outlets.yml", "wtop: {name: WTOP, country: USA}\n", "1: “country” must be a country code such as “VE”, not “USA”"),
    ("outlets.yml", "wtop: {name: WTOP, country: XQ}\n", "1: “XQ” is no country code of ISO 3166-1"),
    ("outlets.yml", "wtop: {name: WTOP, excerpt_words: -1}\n", "1: “excerpt_words” must be a whole number"),
    ("outlets.yml", "wtop: {name: WTOP, excerpt_words: 40 words}\n", "1: “excerpt_words” must be a whole number"),
    ("outlets.yml", "wtop:\n  name: WTOP\n  lang: en\n", "3: unknown key “lang”; did you mean “language”?"),
    ("outlets.yml", "a: {name: A}\na: {name: B}\n", "2: “a” stands here again (first in line 1); keep one"),
    ("outlets.yml", b"a: {name: caf\xe9}\n", "1: this is not UTF-8"),
    ("people.yml", "m: {name: M, names: {spanish: M}}\n", "1: “spanish” is no language code; did you mean “es”?"),
    ("people.yml", "m: {name: M, languages: es}\n", "1: “languages” must be a list"),
    ("topics.yml", "t: {labels: T}\n", "1: “labels” must be texts by language code"),
    ("topics.yml", "t: {labels: {en: T}, iptc: 11000000}\n", "1: “iptc” must be a code such as “medtop:20000593”"),
    ("topics.yml", "a: {}\n---\nb: {}\n", "2: a second document begins here; leave out the line “---”"),
    ("glossary.yml", "- CELAC\n", "1: the file must map ids to entries, each a mapping: “keep”, or “words” in two languages or more; not a list"),
    ("glossary.yml", "celac: CELAC\n", "1: “celac” must be a mapping: “keep”, or “words”"),
    ("glossary.yml", "celac: {}\n", "1: “celac” must be a mapping: “keep”, or “words” in two languages or more"),
    ("glossary.yml", "an: {words: {es: Asamblea}}\n", "1: “an” must be a mapping: “keep”, or “words” in two languages or more"),
    ("glossary.yml", "an: {keep: AN, words: {es: AN, en: NA}}\n", "1: “an” must be a mapping: “keep”, or “words”"),
    ("glossary.yml", "an: {words: {spanish: AN, en: NA}}\n", "1: “spanish” is no language code; did you mean “es”?"),
    ("glossary.yml", "an: {term: AN}\n", "1: unknown key “term”; did you mean “keep”?"),
    ("stories.yml", "together: [a/b, a/c]\n", "1: the file must be a list, each item a mapping"),
    ("stories.yml", "- together: [newsweek/call, newsweek/farum]\n", "1: there is no article “newsweek/farum”; did you mean “newsweek/forum”?"),
    ("stories.yml", "- together: [newsweek/call]\n", "1: “together” needs two articles or more"),
    ("stories.yml", "- apart: [newsweek/call, newsweek/forum, newsweek/count]\n", "1: “apart” needs two articles"),
    ("stories.yml", "- together: [call, forum]\n", "1: “together” must be an article as OUTLET/SLUG, not “call”"),
    ("stories.yml", "- pin: true\n", "1: each item must be a mapping: “together”, “apart”, “changed” with “wordings”, or “story” with “title”"),
    ("stories.yml", "- story: newsweek/call\n", "1: each item must be a mapping"),
    ("stories.yml", "- changed: number\n", "1: each item must be a mapping"),
    ("stories.yml", "- {changed: numbers, wordings: [0a1b2c3d4e5f, 0a1b2c3d4e5e]}\n", "1: “changed” must be “negation” or “number” or “name” or “modality” or “word” or “nothing” or “statement”, not “numbers”"),
    ("topics.yml", "rail: {labels: {en: Rail}, under: labor}\n", "1: “rail” is under an unknown topic “labor”; did you mean “labour”?"),
    ("topics.yml", "a: {labels: {en: A}, under: labour}\nb: {labels: {en: B}, under: a}\n", "2: “b” is under “a”, which is under a topic itself; there are two levels"),
    ("topics.yml", "a: {labels: {en: A}, under: a}\n", "1: “a” is under “a”"),
    ("topics.yml", "a: {labels: {en: A}, people: [nobody]}\n", "1: “a” names an unknown person “nobody”"),
    ("topics.yml", "a: {labels: {en: A}, words: [flood]}\n", "1: “words” must be lists of words by language code"),
    ("topics.yml", "a: {labels: {en: A}, words: {en: flood}}\n", "1: “words.en” must be a list, each item a word"),
    ("topics.yml", "a: {labels: {en: A}, sections: [x/y/z]}\n", "1: “sections” must be a folder of addresses"),
    ("people.yml", "a: {name: A, wikidata: 5582}\n", "1: “wikidata” must be an id such as Q5582, not “5582”"),
    ("people.yml", "a:\n  name: A\n  offices:\n    - {role: Minister, since: soon}\n", "4: “since” must be a date such as 2025-12-03"),
    ("stories.yml", "- {changed: number, wordings: [0a1b2c3d4e5f]}\n", "1: “changed” needs two “wordings”"),
    ("stories.yml", "- {changed: number, wordings: [0a1b2c3d4e5f, 0a1b2c3d4e5e]}\n- {changed: number, wordings: [0a1b2c3d4e5e, 0a1b2c3d4e5f]}\n", "2: line 1 answers for these two wordings already; keep one of the two"),
    ("stories.yml", "- {changed: number, wordings: [0a1b2c3d4e5f, 0a1b2c3d4e5e]}\n- {changed: nothing, wordings: [0a1b2c3d4e5f, 0a1b2c3d4e5e]}\n", "2: line 1 answers for these two wordings already"),
    ("stories.yml", "- {changed: number, wordings: [newsweek/call, newsweek/forum]}\n", "1: “wordings” must be a wording's id"),
    ("stories.yml", "-\n  storry: newsweek/call\n  pin: true\n", "2: unknown key “storry”; did you mean “story”?"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "message"), WRONG, ids=range(len(WRONG)))
def test_a_mistake_in_a_data_file_is_named_with_its_line(
    tmp_path: Path, name: str, text: str | bytes, message: str
) -> None:
    files = ARTICLES if name == "stories.yml" else {}
    content = read_files(tmp_path, {**files, name: text})
    assert told(content)[0].startswith(f"{name}:{message}"), told(content)


def test_an_entry_with_a_mistake_is_left_out_and_the_others_stay(tmp_path: Path) -> None:
    content = read_files(tmp_path, {"outlets.yml": "newsweek: {nme: x}\nblick: {name: Blick}\n", **ARTICLES})
    assert [outlet.id for outlet in content.outlets] == ["blick"]
    assert content.articles == ()
    message = (
        "articles/call.md:3: the outlet “newsweek” has an error of its own in outlets.yml; mend that first"
    )
    assert message in told(content)


def test_a_decision_on_a_broken_article_waits_without_another_error(tmp_path: Path) -> None:
    files = {
        "articles/call.md": a_markdown("url: x\n"),
        "stories.yml": "- {story: newsweek/call, pin: true}\n",
    }
    content = read_files(tmp_path, files)
    assert [problem.path for problem in content.problems] == ["articles/call.md"]


def test_empty_and_missing_files_are_no_problem(tmp_path: Path) -> None:
    content = read_files(tmp_path, {**ARTICLES, "people.yml": "", "stories.yml": "# nothing yet\n"})
    assert told(content) == []
    assert len(content.articles) == 3


def test_a_topic_has_rules_and_stands_under_another(tmp_path: Path) -> None:
    rules = "words: {es: [huelga, paro*]}, people: [ann-lee], sections: [economia, blick/arbeit]"
    files = {
        "topics.yml": f"rail:\n  {{labels: {{en: Rail strikes}}, under: labour, {rules}}}\n",
        "people.yml": "ann-lee: {name: Ann Lee}\n",
    }
    [topic] = [one for one in read_files(tmp_path, files).topics if one.id == "rail"]

    assert (topic.under, topic.words) == ("labour", {"es": ("huelga", "paro*")})
    assert (topic.people, topic.sections) == (("ann-lee",), ("economia", "blick/arbeit"))


def test_whom_a_topic_names_is_not_asked_where_people_have_errors_of_their_own(tmp_path: Path) -> None:
    files = {"topics.yml": "a: {labels: {en: A}, people: [ann]}\n", "people.yml": "ann: {nme: Ann}\n"}

    assert {problem.path for problem in read_files(tmp_path, files).problems} == {"people.yml"}


def test_a_persons_offices_come_the_latest_first_with_their_days(tmp_path: Path) -> None:
    offices = "[{role: Mayor, until: 2019-05-01}, {role: Minister, since: 2019-05-02, until: 2022-01-27}]"
    files = {"people.yml": f"ann:\n  {{name: Ann Lee, role: Judge, offices: {offices}, wikidata: Q42}}\n"}
    [ann] = read_files(tmp_path, files).people

    assert [office.role for office in ann.offices] == ["Minister", "Mayor"]
    assert ann.wikidata == "Q42"
    assert ann.office_on(date(2018, 1, 1)) == "Mayor"
    assert ann.office_on(date(2020, 1, 1)) == "Minister"
    assert ann.office_on(date(2022, 1, 28)) is None
    assert ann.office_on(None) is None
