"""What puts a report on a topic by its words: `tests/golden/topics/words.txt`, a line each."""

from __future__ import annotations

import pytest
from builders import an_article
from golden_cases import rows

from digest.group.topics.rules import Rules
from digest.model import Topic, TopicId


@pytest.mark.parametrize(("language", "words", "headline", "told"), rows("topics/words.txt"))
def test_a_report_is_on_a_topic_whose_words_its_headline_has(
    language: str, words: str, headline: str, told: str
) -> None:
    # The words are those of the report's language, but in the line that says otherwise.
    own = "en" if headline == "The flood rose" and language == "es" else language
    topic = Topic(id=TopicId("water"), label_by_language={}, words={own: tuple(words.split("; "))})
    article = an_article("It happened at night.", title=headline, language=language)
    assert Rules([topic], [], {}).of(article) == ({"water"} if told == "on" else set())
