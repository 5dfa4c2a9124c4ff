"""Names of things, as types."""

from __future__ import annotations

from typing import NewType

ArticleId = NewType("ArticleId", str)
"""`OUTLET/SLUG`: unique in a site, and part of the addresses of its pages."""
OutletId = NewType("OutletId", str)
PersonId = NewType("PersonId", str)
TermId = NewType("TermId", str)
TopicId = NewType("TopicId", str)
QuoteId = NewType("QuoteId", str)
"""A hash of the article's id and the words: it stays when the text around them is edited."""
UtteranceId = NewType("UtteranceId", str)
"""A hash of the earliest wording: the same in every build."""
