"""A real cluster of two worker processes does the same as one process, whatever happens to a worker."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from argos_packages import sentences, unpacked
from newsrooms import a_file
from package_server import package_server
from sites import a_site, run, tree

from digest.cluster import ClusterError, cluster_pool

ARTICLE = """---
title: The harbour, part {number}
outlet: newsweek
language: en
published: 2026-03-05
---
“The harbour will open in May, as pier {number} does,” Mayor Ann Example said on Thursday.
“We shall need {number} cranes for it,” she added.
"""
YML = """
site_name: The Digest
site_url: https://example.org/digest/
docs_dir: content/pages
plugins:
  - digest:
      languages: [en, es]
      engines: {default: [argos]}
"""
TRANSLATED = {
    "articles/llamada.md": "---\ntitle: Queremos paz.\noutlet: wtop\nlanguage: es\n---\n«La llamada fue breve», dijo Maduro.\n"
}


class Cluster:
    """A scheduler and its workers, each a process."""

    def __init__(self, folder: Path, environments: tuple[Mapping[str, str], ...]) -> None:
        self.file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--port", "0", "--no-dashboard")
        while not self.file.exists():
            time.sleep(0.1)
        self.address = json.loads(self.file.read_text())["address"]
        self.workers: list[subprocess.Popen[bytes]] = []
        for env in environments:
            self.join(env)

    def join(self, env: Mapping[str, str]) -> None:
        """Start one more worker."""
        self.workers.append(self._start("worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", env=env))

    def _start(
        self, what: str, *options: str, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self.file), *options]
        return subprocess.Popen(
            command, env={**os.environ, **(env or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def wait_for_work(self) -> None:
        """Wait until somebody's tasks are there."""
        from distributed import Client

        def working(dask_scheduler: Any) -> bool:  # nested: the scheduler cannot import this module
            return any(task.state == "processing" for task in dask_scheduler.tasks.values())

        with Client(self.address, set_as_default=False) as client:
            while not client.run_on_scheduler(working):
                time.sleep(0.05)

    def wait(self) -> None:
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(len(self.workers), timeout=60)


@contextmanager
def a_cluster(folder: Path, *environments: Mapping[str, str]) -> Iterator[Cluster]:
    cluster = Cluster(folder, environments or ({}, {}))
    try:
        if cluster.workers:
            cluster.wait()
        yield cluster
    finally:
        for process in (*cluster.workers, cluster.scheduler):
            process.kill()
            process.wait()


def many(folder: Path, number: int = 200) -> Path:
    files = {f"articles/{n}/harbour-{n}.md": ARTICLE.format(number=n) for n in range(1, number + 1)}
    return a_site(folder, {**files, "articles/broken.md": "---\ntitle: [\n---\n"}, mkdocs_yml=YML)


def checked(folder: Path, *options: str) -> tuple[int, str]:
    done = run("digest", "check", "--format", "json", *options, folder=folder)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("address", ["nonsense", "tcp://x", "tcp://x:y", ""])
def test_what_is_no_address_of_a_scheduler_is_named_before_anything_is_asked(address: str) -> None:
    with (
        pytest.raises(ClusterError, match="no address of a scheduler; write it as tcp://"),
        cluster_pool(address),
    ):
        pass


def test_where_nobody_answers_one_line_says_so() -> None:
    with (
        pytest.raises(ClusterError, match=r"^tcp://127.0.0.1:9: no scheduler of Dask answers here"),
        cluster_pool("tcp://127.0.0.1:9"),
    ):
        pass


@pytest.mark.thorough
def test_two_workers_find_what_one_process_finds_and_name_a_broken_article(tmp_path: Path) -> None:
    folder = many(tmp_path)
    own = checked(folder)
    with a_cluster(tmp_path) as cluster:
        assert checked(many(tmp_path / "again"), "--cluster", cluster.address) == own
    assert own[0] == 1
    assert "broken.md" in own[1]


@pytest.mark.thorough
def test_a_worker_that_is_killed_loses_only_what_it_was_at(tmp_path: Path) -> None:
    own = checked(many(tmp_path / "own"))
    folder = many(tmp_path / "other")
    with a_cluster(tmp_path) as cluster:
        command = [sys.executable, "-m", "digest", "check", "--format", "json", "--cluster", cluster.address]
        with subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as running:
            cluster.wait_for_work()
            cluster.workers[0].send_signal(signal.SIGKILL)
            out, err = running.communicate(timeout=120)
    assert (running.returncode, out + err) == own


@pytest.mark.thorough
def test_a_scheduler_that_goes_ends_the_command_with_one_line(tmp_path: Path) -> None:
    folder = many(tmp_path / "site", 800)
    with a_cluster(tmp_path) as cluster:
        command = [sys.executable, "-m", "digest", "check", "--cluster", cluster.address]
        with subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as running:
            cluster.wait_for_work()
            cluster.scheduler.send_signal(signal.SIGKILL)
            out, err = running.communicate(timeout=180)
    assert running.returncode == 1
    assert "the cluster went away" in err
    assert "Traceback" not in out + err


@pytest.mark.thorough
def test_a_cluster_translates_as_one_process_does_and_a_worker_without_the_model_is_named(
    tmp_path: Path,
) -> None:
    models = {"ARGOS_PACKAGES_DIR": str(unpacked(tmp_path / "packages"))}
    folders = [a_site(tmp_path / name, TRANSLATED, mkdocs_yml=YML) for name in ("own", "other", "none")]
    done = run("digest", "translate", folder=folders[0], env=models)
    assert done.returncode == 0, done.stderr
    with a_cluster(tmp_path, models, models) as cluster:
        there = run("digest", "translate", "--cluster", cluster.address, folder=folders[1], env=models)
    assert there.returncode == 0, there.stderr
    assert tree(folders[1] / "content/translations") == tree(folders[0] / "content/translations")
    with a_cluster(tmp_path / "packages", {"ARGOS_PACKAGES_DIR": str(tmp_path / "nothing")}) as cluster:
        told = run("digest", "translate", "--cluster", cluster.address, folder=folders[2], env=models)
    assert told.returncode == 1
    assert "is not here, which translates es → en; run digest models install there" in told.stderr


def backlog(folder: Path, number: int = 300) -> Path:
    """Write a site with texts to translate, each of its own."""
    known = [spanish for spanish, *_ in sentences()]
    files = {
        f"articles/{n}/llamada-{n}.md": (
            f"---\ntitle: {known[n % len(known)]}\noutlet: wtop\nlanguage: es\n---\n"
            f"«La llamada número {n} fue breve», dijo Maduro. «{known[n * 7 % len(known)]}»\n"
        )
        for n in range(number)
    }
    return a_site(folder, files, mkdocs_yml=YML)


@pytest.mark.thorough
def test_a_worker_that_is_killed_while_it_translates_loses_only_its_piece(tmp_path: Path) -> None:
    models = {"ARGOS_PACKAGES_DIR": str(unpacked(tmp_path / "packages"))}
    own, other = backlog(tmp_path / "own"), backlog(tmp_path / "other")
    assert run("digest", "translate", folder=own, env=models).returncode == 0
    with a_cluster(tmp_path, models, models) as cluster:
        command = [sys.executable, "-m", "digest", "translate", "--cluster", cluster.address]
        with subprocess.Popen(
            command, cwd=other, env={**os.environ, **models}, stderr=subprocess.PIPE, text=True
        ) as running:
            while not list((other / "content").glob("translations/**/*.po")):
                time.sleep(0.05)
            cluster.workers[0].send_signal(signal.SIGKILL)
            _, err = running.communicate(timeout=300)
    assert running.returncode == 0, err
    assert "segments" in err  # how far it was, as without a cluster
    assert tree(other / "content/translations") == tree(own / "content/translations")


@pytest.mark.thorough
def test_two_workers_add_what_one_process_adds(tmp_path: Path) -> None:
    text = "The ferry, part {0}\n\n“We shall sail with {0} boats,” Captain Ann Example said on Thursday.\n"
    sources = [a_file(tmp_path, f"{n}.txt", text.format(n)) for n in range(200)]
    sources.insert(50, a_file(tmp_path, "empty.txt", ""))
    options = ("digest", "add", "--outlet", "wtop", *map(str, sources))
    own, other = a_site(tmp_path / "own", mkdocs_yml=YML), a_site(tmp_path / "other", mkdocs_yml=YML)
    alone = run(*options, folder=own)
    with a_cluster(tmp_path) as cluster:
        helped = run(*options, "--cluster", cluster.address, folder=other)
    assert (helped.returncode, helped.stdout, helped.stderr) == (1, alone.stdout, alone.stderr)
    assert "200 added, 1 failed" in helped.stderr
    assert tree(other / "content") == tree(own / "content")


MANY = 10_000


@pytest.mark.thorough
def test_ten_thousand_texts_are_added_as_by_one_process_though_a_worker_is_killed(tmp_path: Path) -> None:
    text = "Ferry {0} sails\n\nIt has {1} cabins.\n\n“We sail from pier {0},” Captain Ann Example said.\n"
    names = [a_file(tmp_path, f"{n}.txt", text.format(n, n * 7 % 1000)).name for n in range(MANY)]
    own, other = a_site(tmp_path / "own", mkdocs_yml=YML), a_site(tmp_path / "other", mkdocs_yml=YML)
    command = [sys.executable, "-m", "digest", "add", "--outlet", "wtop", *(f"../{name}" for name in names)]
    alone = subprocess.run(command, cwd=own, capture_output=True, text=True, check=False).stderr
    assert f"{MANY} added" in alone[-200:]
    with a_cluster(tmp_path) as cluster:
        command += ["--cluster", cluster.address]
        with subprocess.Popen(
            command, cwd=other, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        ) as run_there:
            cluster.wait_for_work()
            cluster.workers[0].send_signal(signal.SIGKILL)
            _, err = run_there.communicate()
    assert f"{MANY} added" in err[-200:]
    assert tree(other / "content") == tree(own / "content")


@pytest.mark.thorough
def test_workers_get_the_models_that_are_pinned_and_so_do_those_that_join_later(tmp_path: Path) -> None:
    def models(name: str) -> dict[str, str]:
        return {"ARGOS_PACKAGES_DIR": str(tmp_path / name)}

    folder, own = (a_site(tmp_path / name, TRANSLATED, mkdocs_yml=YML) for name in ("there", "own"))
    with package_server() as served, a_cluster(tmp_path, models("one"), models("one")) as cluster:
        served.offer("es_en")
        index = ("--index", f"{served.address}index.json")
        for site in (folder, own):
            done = run("digest", "models", "install", "es", "en", *index, folder=site, env=models("here"))
            assert done.returncode == 0, done.stderr
        there = ("--cluster", cluster.address)
        done = run("digest", "models", "install", *there, *index, folder=folder, env=models("here"))
        assert (done.returncode, done.stdout) == (0, "every pinned model is installed on 2 workers\n"), (
            done.stderr
        )
        cluster.join(models("late"))
        cluster.wait()
        assert run("digest", "translate", *there, folder=folder, env=models("here")).returncode == 0
        assert run("digest", "translate", folder=own, env=models("here")).returncode == 0
        assert tree(folder / "content/translations") == tree(own / "content/translations")
        assert tree(tmp_path / "late") == tree(tmp_path / "one") == tree(tmp_path / "here")
    with package_server() as served, a_cluster(tmp_path / "own", models("last")) as cluster:
        served.files["/index.json"] = b"[]"
        index = ("--index", f"{served.address}index.json", "--cluster", cluster.address)
        told = run("digest", "models", "install", *index, folder=folder, env=models("here"))
    assert told.returncode == 1
    assert told.stderr.startswith("a worker cannot have a pinned model: ")
    assert "Traceback" not in told.stderr


@pytest.mark.thorough
def test_a_cluster_without_workers_is_named(tmp_path: Path) -> None:
    cluster = Cluster(tmp_path, ())
    try:
        with pytest.raises(ClusterError, match="this cluster has no workers"), cluster_pool(cluster.address):
            pass
    finally:
        cluster.scheduler.kill()
        cluster.scheduler.wait()
