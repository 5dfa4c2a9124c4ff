"""The sample digest: what it holds, and that matching does not live on the desk's own translations."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from sites import ROOT
from system import needs

from digest.build import Gathered, build, gather
from digest.config import load_settings
from digest.model import Origin, Settings, Site, WordingState
from digest.translate import fill_memory

EDITIONS = ("en", "es", "fr", "ar", "pt")


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load_settings(str(ROOT / "mkdocs.yml"))


@pytest.fixture(scope="module")
def gathered(settings: Settings) -> Gathered:
    return gather(settings)


@pytest.fixture(scope="module")
def site(settings: Settings) -> Site:
    return build(settings)


@pytest.fixture
def without_memory(settings: Settings, tmp_path: Path) -> Settings:
    """The sample's content with `translations/` deleted."""
    ignored = shutil.ignore_patterns("translations")
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=ignored)
    return replace(settings, content_dir=tmp_path / "content", cache_dir=tmp_path / "cache")


def together(gathered: Gathered) -> set[frozenset[tuple[str, str]]]:
    """Return every pair of wordings, by article and text, that stand in one utterance."""
    utterances = [
        [(str(wording.quote.article.id), wording.quote.text) for wording in utterance.wordings]
        for utterance in gathered.utterances
    ]
    return {frozenset({a, b}) for said in utterances for a in said for b in said if a != b}


def test_it_reports_three_stories_of_many_outlets_in_many_languages(gathered: Gathered) -> None:
    articles = gathered.content.articles
    assert all(article.is_summary for article in articles)
    assert len(gathered.grouping.stories) == 3
    for story in gathered.grouping.stories:
        # An article's file is called by what it tells: no story holds two of these names.
        assert len({str(article.id).rpartition("/")[2] for article in story.articles}) == 1
    assert len(articles) >= 14
    assert len({article.outlet.id for article in articles}) >= 12
    assert len({article.language for article in articles}) >= 8


def test_nothing_in_it_is_wrong(gathered: Gathered) -> None:
    assert gathered.problems == ()


def test_everything_is_there_in_every_edition_through_the_committed_memory(
    gathered: Gathered, site: Site
) -> None:
    missing = [use for use in gathered.segments if (use.segment, use.target) not in site.translations]
    assert missing == []
    assert {use.target for use in gathered.segments} == set(EDITIONS)


def test_passages_of_a_machine_say_which_and_none_claims_a_review(site: Site) -> None:
    machine = [made for made in site.translations.values() if made.origin is Origin.MACHINE]
    engines = Counter(
        (made.engine.name, made.language) for made in machine if made.engine and made.engine.version
    )
    assert engines["firefox", "pt"] >= 20
    assert 3 <= sum(engines.values()) - engines["firefox", "pt"] <= 8
    assert sum(engines.values()) == len(machine)
    assert not any(made.reviewed for made in machine)
    assert not [made for made in site.translations.values() if made.origin is Origin.DESK and made.reviewed]


def test_each_statement_has_one_speaker_and_at_most_one_language(gathered: Gathered) -> None:
    for utterance in gathered.utterances:
        originals = {w.quote.language for w in utterance.wordings if w.state is WordingState.ORIGINAL}
        assert utterance.person is not None
        assert originals <= {utterance.spoken_language}


def test_without_its_memory_wordings_are_matched_alike_or_not_at_all(
    gathered: Gathered, without_memory: Settings
) -> None:
    alone = together(gather(without_memory))
    assert alone
    assert alone <= together(gathered)


@needs("apertium")
def test_with_a_machines_memory_in_place_of_the_desks_no_match_is_another(
    gathered: Gathered, without_memory: Settings
) -> None:
    empty = gather(without_memory)
    engines = replace(without_memory, engines={"default": ("apertium",)})
    report = fill_memory(empty.segments, empty.memory, settings=engines)
    assert report.filled
    machine = together(gather(without_memory))
    assert together(empty) <= machine <= together(gathered)


def test_english_words_are_never_the_original_of_the_spanish_ones_that_look_alike(
    gathered: Gathered, without_memory: Settings
) -> None:
    for found in (gathered, gather(without_memory)):
        texts = [[wording.quote.text for wording in said.wordings] for said in found.utterances]
        with_english = [said for said in texts if any(text.startswith("Welcome dialogue") for text in said)]
        assert len(with_english) == 1
        assert not [text for text in with_english[0] if "respetuoso" in text or "respectful" in text]
