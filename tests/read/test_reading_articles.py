"""Articles and summaries, as a person writes them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from folders import HEAD, a_markdown, read_files, told

from digest.model import Article, BlockKind, Moment, WrittenBy
from digest.read import schema_of
from digest.read.keys import ARTICLE

PATH = "articles/2025/12/maduro-call.md"


def read_one(folder: Path, source: str | bytes, *, timezone: str = "UTC") -> Article:
    content = read_files(folder, {PATH: source}, timezone=timezone)
    assert told(content) == []
    return content.articles[0]


def test_an_article_holds_what_its_front_matter_says(tmp_path: Path) -> None:
    keys = (
        "url: https://www.newsweek.com/maduro\npublished: 2025-12-03\nupdated: 2025-12-04T09:00:00+01:00\n"
        "authors: [Amira El-Fekki]\ntopics: [honduras]\nstory: call\narchive_url: https://archive.org/x\n"
        "written_by: desk\nquotes:\n  - text: It was a phone call.\n    speaker: Donald Trump\n"
        "    language: en\n    spoken_language: en\n    said_at: 2025-11-30\n    place: Air Force One\n"
    )
    article = read_one(tmp_path, a_markdown(keys))
    assert (article.id, article.path, article.outlet.name) == ("newsweek/maduro-call", PATH, "Newsweek")
    assert (article.url, article.archive_url) == ("https://www.newsweek.com/maduro", "https://archive.org/x")
    assert article.published == Moment(date(2025, 12, 3))
    assert article.updated == Moment(date(2025, 12, 4), datetime(2025, 12, 4, 8, tzinfo=UTC))
    assert (article.authors, article.topics, article.story) == (("Amira El-Fekki",), ("honduras",), "call")
    assert article.written_by is WrittenBy.DESK
    quote = article.quotes[0]
    assert (quote.text, quote.speaker, quote.place) == (
        "It was a phone call.",
        "Donald Trump",
        "Air Force One",
    )
    assert (quote.language, quote.spoken_language, quote.line) == ("en", "en", 14)
    assert quote.said_at == Moment(date(2025, 11, 30))


def test_a_speaker_of_null_is_nobody_and_no_speaker_is_left_to_the_rules(tmp_path: Path) -> None:
    keys = "quotes:\n  - text: a\n    speaker: null\n  - text: b\nnot_quotes:\n  - The Count\n"
    article = read_one(tmp_path, a_markdown(keys))
    assert [quote.speaker for quote in article.quotes] == ["", None]
    assert (article.not_quotes, article.line_by_field["not_quotes.0"]) == (("The Count",), 10)


def test_each_key_knows_its_line(tmp_path: Path) -> None:
    article = read_one(
        tmp_path, a_markdown("quotes:\n  - text: a\n    place: Caracas\n  - text: b\n", "\n\nText.")
    )
    lines = article.line_by_field
    assert (lines["title"], lines["quotes"], lines["quotes.0"], lines["quotes.1"]) == (2, 5, 6, 8)
    assert lines["text"] == 12


def test_norwegian_is_a_language_and_no_truth_value(tmp_path: Path) -> None:
    head = "title: on\noutlet: newsweek\nlanguage: no\n"
    article = read_one(tmp_path, a_markdown(head=head))
    assert (article.language, article.title) == ("no", "on")


def test_a_title_may_look_like_a_number_or_a_date(tmp_path: Path) -> None:
    assert (
        read_one(tmp_path, a_markdown(head=HEAD.replace("Maduro confirms call", "2025-12-03"))).title
        == "2025-12-03"
    )


def test_empty_keys_say_nothing(tmp_path: Path) -> None:
    article = read_one(tmp_path, a_markdown("url:\nauthors: ~\nquotes: null\npublished: \n"))
    assert (article.url, article.authors, article.quotes, article.published) == (None, (), (), None)


@pytest.mark.parametrize(
    ("written", "day", "instant"),
    [
        ("2025-12-03", 3, None),
        ("2025-12-03 22:30", 3, datetime(2025, 12, 4, 2, 30, tzinfo=UTC)),
        ("2025-12-03T22:30:00-04:00", 3, datetime(2025, 12, 4, 2, 30, tzinfo=UTC)),
        ("2025-12-04T02:30:00Z", 3, datetime(2025, 12, 4, 2, 30, tzinfo=UTC)),
        ("'2025-12-04t04:00:00.5z'", 4, datetime(2025, 12, 4, 4, 0, 0, 500_000, tzinfo=UTC)),
    ],
)
def test_the_site_s_time_zone_decides_the_day(
    tmp_path: Path, written: str, day: int, instant: datetime | None
) -> None:
    article = read_one(tmp_path, a_markdown(f"published: {written}\n"), timezone="America/Caracas")
    assert article.published == Moment(date(2025, 12, day), instant)


@pytest.mark.parametrize("change", ["\r\n", "\r", "bom"])
def test_marks_and_line_ends_of_other_systems_change_nothing(tmp_path: Path, change: str) -> None:
    source = a_markdown("url: https://example.org/\n", "# Why\n\nTrump was\nin Florida.")
    data = b"\xef\xbb\xbf" + source.encode() if change == "bom" else source.replace("\n", change).encode()
    assert read_one(tmp_path / "a", data) == read_one(tmp_path / "b", source)


def test_letters_are_composed_and_what_nobody_sees_is_left_out(tmp_path: Path) -> None:
    decomposed = "Nicola\u0301s Ma\u00adduro\ufeff"
    article = read_one(
        tmp_path, a_markdown(text=decomposed, head=HEAD.replace("Maduro confirms call", decomposed))
    )
    assert article.text == article.title == "Nicolás Maduro"


def test_a_draft_leaves_no_trace_even_with_mistakes(tmp_path: Path) -> None:
    content = read_files(
        tmp_path,
        {
            PATH: a_markdown("draft: yes\nurl: x\n"),
            "stories.yml": "- {story: newsweek/maduro-call, pin: true}",
        },
    )
    assert (content.articles, content.problems, content.decisions.pinned) == ((), (), ())


def test_draft_false_is_no_draft(tmp_path: Path) -> None:
    assert read_one(tmp_path, a_markdown("draft: no\n"))


def test_slugs_may_be_of_any_script(tmp_path: Path) -> None:
    names = ["مادورو", "мадуро", "马杜罗", "मादुरो", "madu\u0301ro"]
    content = read_files(tmp_path, {f"articles/{name}.md": a_markdown() for name in names})
    assert told(content) == []
    assert {article.id.split("/")[1] for article in content.articles} == {*names[:4], "madúro"}


def test_articles_come_by_date_then_id(tmp_path: Path) -> None:
    dates = {
        "c": "published: 2025-12-01\n",
        "b": "published: 2025-12-03\n",
        "a": "published: 2025-12-03\n",
        "d": "",
    }
    content = read_files(tmp_path, {f"articles/{slug}.md": a_markdown(keys) for slug, keys in dates.items()})
    assert [article.id for article in content.articles] == [f"newsweek/{slug}" for slug in "cabd"]


def test_every_block_is_a_span_of_the_text(tmp_path: Path) -> None:
    article = read_one(
        tmp_path, a_markdown(text="## Why\n\nTrump was\nin Florida.\n\n> Petare 🎙 *Caracas*\n\n- ¡Sí!")
    )
    texts = [(block.kind, block.span.of(article.text)) for block in article.blocks]
    assert texts == [
        (BlockKind.HEADING, "Why"),
        (BlockKind.PARAGRAPH, "Trump was in Florida."),
        (BlockKind.QUOTATION, "Petare 🎙 Caracas"),
        (BlockKind.ITEM, "¡Sí!"),
    ]
    assert article.text == "\n\n".join(text for _, text in texts)


def test_a_title_repeated_as_heading_is_no_part_of_the_text(tmp_path: Path) -> None:
    content = read_files(tmp_path, {PATH: a_markdown(text="# Maduro confirms call\n\nTrump was in Florida.")})
    assert content.articles[0].text == "Trump was in Florida."
    assert [(cut.path, cut.line, cut.reason) for cut in content.trimmed] == [(PATH, 6, "the title again")]


def test_characters_that_turn_the_direction_of_a_text_are_left_out(tmp_path: Path) -> None:
    article = read_one(tmp_path, a_markdown(text="It was a \u202elacihte\u202c phone\u200f call."))
    assert article.text == "It was a lacihte phone\u200f call."


@pytest.mark.parametrize(
    ("outlet", "fits"),
    [
        ("noticias_24-a", True),
        ("نيوز", True),
        ("新华网", True),
        ("a b", False),
        ("a/b", False),
        ("a.b", False),
    ],
)
def test_the_schemas_form_of_an_id_is_one_that_editors_programs_know(outlet: str, *, fits: bool) -> None:
    pattern = schema_of("article")["properties"]["outlet"]["pattern"]
    assert bool(re.search(pattern, outlet)) is fits
    assert "\\p" not in json.dumps(schema_of("article"))


def test_the_schema_knows_every_key_that_validation_knows() -> None:
    made = schema_of("article")
    assert list(made["properties"]) == [field.name for field in ARTICLE.fields]
    assert made["required"] == ["title", "outlet", "language"]
    assert made["additionalProperties"] is False
    assert made["properties"]["quotes"]["items"]["required"] == ["text"]
    assert all(key["description"] for key in made["properties"].values())


def test_reading_markdown_loads_no_extraction_library(tmp_path: Path) -> None:
    read_one(tmp_path, a_markdown())
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from digest.model import Settings\nfrom digest.read import read\n"
        f"folder = Path({str(tmp_path)!r})\n"
        "read(Settings(content_dir=folder, cache_dir=folder, languages=('en',), site_name='x', site_url='https://x/'))\n"
        "print([name for name in ('trafilatura', 'markdown', 'lxml', 'dateparser') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "[]"
