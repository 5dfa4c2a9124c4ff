"""Every record that flows through a build, from a content file to a finished page.

Read this package, then `digest.build`: together they are the map of the project. Records are frozen;
a stage adds a new record and never fills in a field of an old one. Offsets count code points.
Language codes are BCP 47 tags. Nothing here imports another part of the project.
"""

from digest.model.change import Change, ChangeKind, ConfirmedChange
from digest.model.content import (
    Article,
    Block,
    BlockKind,
    Content,
    DeclaredQuote,
    Moment,
    Outlet,
    Person,
    Problem,
    Severity,
    Span,
    StoryDecisions,
    Term,
    Topic,
    Trimmed,
    WrittenBy,
)
from digest.model.ids import ArticleId, OutletId, PersonId, QuoteId, TermId, TopicId, UtteranceId
from digest.model.settings import Layout, Settings, TranslateMode
from digest.model.site import OutputFile, Page, Site
from digest.model.speech import Matched, Quote, Utterance, Vetoed, Wording, WordingState
from digest.model.standing import Coverage, Standing, coverage
from digest.model.story import Grouping, Link, Story
from digest.model.translation import (
    Engine,
    Memory,
    Notice,
    Origin,
    Segment,
    SegmentKind,
    SegmentUse,
    Translation,
)

__all__ = [
    "Article",
    "ArticleId",
    "Block",
    "BlockKind",
    "Change",
    "ChangeKind",
    "ConfirmedChange",
    "Content",
    "Coverage",
    "DeclaredQuote",
    "Engine",
    "Grouping",
    "Layout",
    "Link",
    "Matched",
    "Memory",
    "Moment",
    "Notice",
    "Origin",
    "Outlet",
    "OutletId",
    "OutputFile",
    "Page",
    "Person",
    "PersonId",
    "Problem",
    "Quote",
    "QuoteId",
    "Segment",
    "SegmentKind",
    "SegmentUse",
    "Settings",
    "Severity",
    "Site",
    "Span",
    "Standing",
    "Story",
    "StoryDecisions",
    "Term",
    "TermId",
    "Topic",
    "TopicId",
    "TranslateMode",
    "Translation",
    "Trimmed",
    "Utterance",
    "UtteranceId",
    "Vetoed",
    "Wording",
    "WordingState",
    "WrittenBy",
    "coverage",
]
