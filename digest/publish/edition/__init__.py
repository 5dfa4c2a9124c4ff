"""What the pages of one edition show: everything the site says, as readers of one language see it.

In goes a `Site`; `Edition` gathers it once and is asked by every page. What it answers are records (`views`)
whose texts are chosen for the reader and say who worded them.
"""

from digest.publish.edition.chapters import ChapterView, chapters
from digest.publish.edition.coverage import Coverage, Row, coverage
from digest.publish.edition.edition import Edition
from digest.publish.edition.facts import Facts, facts_of
from digest.publish.edition.topics import Topics
from digest.publish.edition.views import Day, Front, OutletView, Report, Section, StoryView

__all__ = [
    "ChapterView",
    "Coverage",
    "Day",
    "Edition",
    "Facts",
    "Front",
    "OutletView",
    "Report",
    "Row",
    "Section",
    "StoryView",
    "Topics",
    "chapters",
    "coverage",
    "facts_of",
]
