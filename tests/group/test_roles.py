from __future__ import annotations

from builders import an_article

from digest.group.people import people_behind
from digest.quote import find_quotes


def test_a_speaker_without_a_name_is_nobody_with_a_page() -> None:
    article = an_article(
        "“It was a phone call, and nothing more,” a spokesman for the White House said.",
        "“We are ready right now, and that is all,” Vladimir Putin said.",
    )
    quotes = find_quotes(article).quotes
    assert [quote.speaker for quote in quotes] == ["a spokesman for the White House", "Vladimir Putin"]
    assert [person.name for person in people_behind(quotes, (), {}, {}).values()] == ["Vladimir Putin"]
