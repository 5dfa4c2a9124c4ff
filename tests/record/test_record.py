from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from record.desks import EDITS, HERALD, Desk, seen, statement_of, story_of

from digest.model import CorrectionKind, History, What
from digest.record import RECORD, forget

HARBOUR = "The harbour is open again to every boat on the coast"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(history: History) -> dict[CorrectionKind, tuple[str, ...]]:
    return {one.kind: tuple(former.text for former in one.former) for one in history.corrections}


def test_nothing_is_told_where_there_is_no_record(desk: Desk) -> None:
    gathered = desk.gather()
    assert not gathered.history.corrections
    assert not gathered.history.moved
    assert {event.what for event in gathered.history.pending} == {What.APPEARED}


def test_a_record_says_each_thing_once(desk: Desk) -> None:
    assert desk.record().history.pending == ()
    lines = (desk.content / RECORD).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("edit", EDITS)
def test_a_build_after_recording_equals_the_one_before(desk: Desk, edit: str) -> None:
    desk.record()
    EDITS[edit](desk)  # type: ignore[no-untyped-call]
    before = seen(desk.gather())
    assert seen(desk.record()) == before
    assert desk.gather().history.pending == ()
    desk.put(
        "articles/later.md", HERALD.replace("2026-03-03", "2026-11-01").replace("herald.example", "h.example")
    )
    desk.remove("articles/later.md")
    assert seen(desk.gather()) == before


def test_the_first_record_changes_no_page(desk: Desk) -> None:
    EDITS["retracted"](desk)  # type: ignore[no-untyped-call]
    EDITS["noted"](desk)  # type: ignore[no-untyped-call]
    before = desk.gather()
    assert {one.kind for one in before.history.corrections} == {CorrectionKind.NOTE, CorrectionKind.RETRACTED}
    assert seen(desk.record()) == seen(before)


def test_a_story_keeps_its_id_when_an_earlier_article_comes_in(desk: Desk) -> None:
    id_ = story_of(desk.record(), "herald/harbour")
    EDITS["pinned"](desk)  # type: ignore[no-untyped-call]
    gathered = desk.gather()
    assert story_of(gathered, "diario/before") == id_ == "herald/harbour"


def test_a_statement_keeps_its_id_when_an_earlier_article_words_it(desk: Desk) -> None:
    id_ = statement_of(desk.record(), HARBOUR)
    copy = (
        HERALD.replace("2026-03-03", "2026-03-01").replace("herald\n", "times\n").replace("herald.ex", "t.ex")
    )
    desk.put("articles/first.md", copy)
    gathered = desk.gather()
    utterance = next(u for u in gathered.utterances if u.id == id_)
    assert {wording.quote.article.id for wording in utterance.wordings} == {"times/first", "herald/harbour"}


def test_joined_stories_have_the_older_ones_id_and_the_other_leads_there(desk: Desk) -> None:
    desk.record()
    EDITS["joined"](desk)  # type: ignore[no-untyped-call]
    gathered = desk.record()
    assert story_of(gathered, "times/dam") == "herald/harbour"
    desk.remove("articles/dam.md")
    assert desk.record().history.stories["times/dam"] == "herald/harbour"  # type: ignore[index]


def test_what_was_published_together_stays_together_until_an_editor_parts_it(desk: Desk) -> None:
    desk.put("stories.yml", "- together: [herald/harbour, times/dam]\n")
    desk.record()
    desk.remove("stories.yml")
    assert story_of(desk.gather(), "times/dam") == "herald/harbour"
    desk.put("stories.yml", "- apart: [herald/harbour, times/dam]\n- apart: [times/reopened, times/dam]\n")
    assert story_of(desk.gather(), "times/dam") == "times/dam"


def test_a_fragment_on_the_page_of_a_parted_story_leads_to_where_its_words_are(desk: Desk) -> None:
    desk.put("stories.yml", "- together: [herald/harbour, times/dam]\n")
    id_ = statement_of(desk.record(), "This dam")
    desk.put("stories.yml", "- apart: [herald/harbour, times/dam]\n- apart: [times/reopened, times/dam]\n")
    (moved,) = desk.gather().history.moved["herald/harbour"]  # type: ignore[index]
    assert (moved.anchor, moved.story, moved.statement) == (id_, "times/dam", id_)


def test_a_corrected_quotation_keeps_the_statement_and_readers_see_the_former_words(desk: Desk) -> None:
    id_ = statement_of(desk.record(), HARBOUR)
    EDITS["corrected"](desk)  # type: ignore[no-untyped-call]
    gathered = desk.gather()
    utterance = next(u for u in gathered.utterances if u.id == id_)
    assert utterance.lead.quote.text.startswith("The harbour is open once more")
    (correction,) = gathered.history.corrections
    assert correction.kind is CorrectionKind.WORDS
    assert correction.former[0].text.startswith(HARBOUR)
    assert correction.now == utterance.lead.quote.id
    assert correction.former[0].day == "2026-03-03"


def test_a_wording_corrected_twice_is_still_found_by_its_first_fragment(desk: Desk) -> None:
    id_ = statement_of(desk.record(), HARBOUR)
    desk.edit("articles/harbour.md", ("open again", "open once more"))
    second = desk.record()
    between = next(u.lead.quote.id for u in second.utterances if u.id == id_)
    desk.edit("articles/harbour.md", ("every boat", "each boat"))
    utterance = next(u for u in desk.record().utterances if u.id == id_)
    assert between in utterance.former


def test_another_speaker_is_a_corrected_attribution(desk: Desk) -> None:
    desk.record()
    EDITS["another speaker"](desk)  # type: ignore[no-untyped-call]
    (correction,) = desk.gather().history.corrections
    assert (correction.kind, correction.speakers) == (CorrectionKind.ATTRIBUTION, ("Karl Holm", "Eva Lind"))


def test_the_same_person_by_a_fuller_name_is_no_corrected_attribution(desk: Desk) -> None:
    desk.record()
    desk.put("people.yml", "holm: {name: Karl Gustav Holm, aliases: [Karl Holm]}\n")
    gathered = desk.gather()
    assert gathered.history.corrections == ()
    assert gathered.history.people == {"karl-holm": "holm"}


def test_a_withdrawn_quotation_is_told_with_the_words_published(desk: Desk) -> None:
    desk.record()
    EDITS["withdrawn"](desk)  # type: ignore[no-untyped-call]
    assert told(desk.gather().history) == {
        CorrectionKind.WITHDRAWN: ("This dam was never needed by anybody",)
    }


def test_a_retracted_article_has_a_page_and_quotes_nobody(desk: Desk) -> None:
    desk.record()
    EDITS["retracted"](desk)  # type: ignore[no-untyped-call]
    gathered = desk.gather()
    article = next(a for a in gathered.content.articles if a.id == "times/dam")
    assert article.retracted
    assert article.excerpt == ()
    assert all(quote.article.id != "times/dam" for quote in gathered.quotes)
    assert told(gathered.history) == {CorrectionKind.RETRACTED: ("This dam was never needed by anybody",)}


def test_words_that_are_withheld_stand_nowhere(desk: Desk) -> None:
    desk.record()
    EDITS["withheld"](desk)  # type: ignore[no-untyped-call]
    gathered = desk.record()
    assert told(gathered.history) == {CorrectionKind.RETRACTED: ()}
    desk.remove("articles/dam.md")
    assert all("dam was never" not in f.text for c in desk.gather().history.corrections for f in c.former)


def test_forgotten_words_are_in_the_record_no_more_and_their_hash_is(desk: Desk) -> None:
    id_ = statement_of(desk.record(), "This dam")
    assert forget(desk.content, id_) == 1
    record = (desk.content / RECORD).read_text(encoding="utf-8")
    assert "never needed" not in record
    assert id_ in record
    assert desk.gather().history.pending == ()
    desk.remove("articles/dam.md")
    assert told(desk.gather().history) == {CorrectionKind.REMOVED: ()}


def test_an_article_that_cannot_be_read_for_an_error_is_not_told_as_gone(desk: Desk) -> None:
    desk.record()
    desk.edit("articles/dam.md", ("language: en", "language: no such language"))
    history = desk.gather().history
    assert history.corrections == ()
    assert not [event for event in history.pending if event.what is What.GONE]


def test_an_article_whose_outlet_has_another_id_is_found_again(desk: Desk) -> None:
    statement = statement_of(desk.record(), HARBOUR)
    EDITS["renamed outlet"](desk)  # type: ignore[no-untyped-call]
    gathered = desk.gather()
    assert gathered.history.articles == {"herald/harbour": "northport/harbour"}
    assert story_of(gathered, "northport/harbour") == "herald/harbour"
    assert statement_of(gathered, HARBOUR) == statement
    assert gathered.history.corrections == ()


def test_a_decision_of_editors_may_name_an_article_that_was_published_once(desk: Desk) -> None:
    desk.put("stories.yml", "- together: [herald/harbour, times/dam]\n")
    desk.record()
    desk.remove("articles/dam.md")
    assert desk.gather().problems == ()


def test_changes_have_the_day_that_the_site_is_made_for(desk: Desk) -> None:
    desk.record()
    EDITS["corrected"](desk)  # type: ignore[no-untyped-call]
    desk.settings = replace(desk.settings, as_of=date(2026, 6, 30))
    (correction,) = desk.gather().history.corrections
    assert correction.day == "2026-06-30"
