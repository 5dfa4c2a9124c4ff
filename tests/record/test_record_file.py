import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from record.desks import DAM, EDITS, Desk, seen
from sites import run

from digest.model import CorrectionKind
from digest.record import RECORD, append, load_record


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_order_and_repetition_of_lines_do_not_matter(desk: Desk) -> None:
    desk.record()
    for edit in ("corrected", "another speaker", "joined"):
        EDITS[edit](desk)  # type: ignore[no-untyped-call]
        desk.record()
    path = desk.content / RECORD
    lines = path.read_text(encoding="utf-8").splitlines()
    before = seen(desk.gather())
    path.write_text("\n".join([*reversed(lines), *lines]) + "\n", encoding="utf-8")
    assert seen(desk.gather()) == before
    assert desk.gather().history.pending == ()


def test_two_branches_that_both_recorded_are_merged_by_keeping_all_lines(tmp_path: Path) -> None:
    ours, theirs = Desk(tmp_path / "ours"), Desk(tmp_path / "theirs")
    for desk in (ours, theirs):
        desk.record()
    EDITS["corrected"](ours)  # type: ignore[no-untyped-call]
    EDITS["another speaker"](theirs)  # type: ignore[no-untyped-call]
    for desk in (ours, theirs):
        desk.record()
    merged = Desk(tmp_path / "merged")
    EDITS["corrected"](merged)  # type: ignore[no-untyped-call]
    EDITS["another speaker"](merged)  # type: ignore[no-untyped-call]
    lines = [(desk.content / RECORD).read_text(encoding="utf-8") for desk in (ours, theirs)]
    (merged.content / RECORD).write_text(
        "".join(dict.fromkeys("".join(lines).splitlines(keepends=True))), encoding="utf-8"
    )
    gathered = merged.gather()
    assert gathered.history.pending == ()
    assert {one.kind for one in gathered.history.corrections} == {
        CorrectionKind.WORDS,
        CorrectionKind.ATTRIBUTION,
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"appeared": "story", "id": "a/b", "day": "2026-0', "no JSON"),
        ('["appeared"]', "a mapping"),
        ('{"seen": "story", "id": "a/b"}', "begins with"),
        ('{"appeared": "cat", "id": "a/b"}', "begins with"),
        ('{"appeared": "story", "day": "2026-01-01", "members": []}', "“id” is missing"),
        ('{"appeared": "story", "id": "a/b", "day": "yesterday", "members": []}', "“day”"),
        ('{"appeared": "story", "id": "a/b", "day": "2026-01-01", "members": "a"}', "“members”"),
        ('{"appeared": "wording", "id": "a", "day": "2026-01-01", "article": 3}', "“article”"),
        ('{"appeared": "story", "id": ["a"], "day": "2026-01-01", "members": []}', "are texts"),
    ],
)
def test_a_damaged_line_is_named_and_takes_no_other_along(desk: Desk, line: str, said: str) -> None:
    whole = desk.record().history
    path = desk.content / RECORD
    good = path.read_bytes()
    path.write_bytes(good[:-1] + b"\n" + line.encode() + b"\n")
    published, (problem,) = load_record(desk.content)
    assert said in problem.message
    assert problem.line == good.count(b"\n") + 1
    assert published == load_record_of(good, desk)
    assert whole.pending == ()


def load_record_of(content: bytes, desk: Desk) -> object:
    (desk.content / RECORD).write_bytes(content)
    return load_record(desk.content)[0]


def test_a_record_cut_off_in_the_middle_is_written_on_without_a_loss(desk: Desk) -> None:
    desk.record()
    path = desk.content / RECORD
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    assert len(load_record(desk.content)[1]) == 1
    append(desk.content, desk.gather().history.pending)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert set(whole.decode().splitlines()) <= set(lines)


def test_every_line_of_a_record_is_an_object_in_a_fixed_order(desk: Desk) -> None:
    desk.put("articles/other.md", DAM.replace("dam", "weir").replace("Holm", "Beck"))
    desk.record()
    for line in (desk.content / RECORD).read_text(encoding="utf-8").splitlines():
        assert next(iter(json.loads(line))) == "appeared"


def test_git_merges_two_branches_that_both_recorded(tmp_path: Path) -> None:
    desk = Desk(tmp_path)

    def git(*command: str) -> None:
        identity = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
        subprocess.run(["git", *identity, *command], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / ".gitattributes").write_text("content/record.jsonl merge=union\n", encoding="utf-8")
    desk.record()
    git("init", "--initial-branch=main")
    git("add", "content", ".gitattributes")
    git("commit", "-m", "one")
    git("branch", "other")
    EDITS["corrected"](desk)  # type: ignore[no-untyped-call]
    desk.record()
    git("commit", "-am", "ours")
    git("checkout", "other")
    EDITS["another speaker"](desk)  # type: ignore[no-untyped-call]
    desk.record()
    git("commit", "-am", "theirs")
    git("merge", "main")
    gathered = desk.gather()
    assert gathered.problems == ()
    assert gathered.history.pending == ()
    kinds = {one.kind for one in gathered.history.corrections}
    assert kinds == {CorrectionKind.WORDS, CorrectionKind.ATTRIBUTION}


def test_two_who_record_at_the_same_time_write_each_line_once(desk: Desk) -> None:
    events = desk.gather().history.pending
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: append(desk.content, events), range(16)))
    lines = (desk.content / RECORD).read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines)) == len(events)


def test_forgetting_where_there_is_no_record_says_so(tmp_path: Path) -> None:
    run("digest", "new", "site", "site", folder=tmp_path, check=True)
    result = run("digest", "record", "--forget", "0123456789ab", folder=tmp_path / "site")
    assert result.returncode == 1
    assert "record.jsonl: there is no record, so nothing to forget; digest record writes one" in result.stderr
