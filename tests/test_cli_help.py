"""What `digest --help` says, and how little it needs to say it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
from sites import run

from digest.cli import COMMANDS, main


def test_help_says_of_each_command_what_the_command_itself_says() -> None:
    context = click.Context(main)
    own = {name: main.get_command(context, name) for name in main.list_commands(context)}

    assert {name: said for name, (_, said) in COMMANDS.items()} == {
        name: command.get_short_help_str(200) for name, command in own.items() if command
    }


def test_help_imports_no_stage_and_no_record() -> None:
    script = (
        "import sys\nfrom digest.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if name.startswith('digest.')), file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "Find every problem of the content" in done.stdout
    assert set(done.stderr.split()) == {"digest.cli", "digest.cli.exits"}


def test_a_run_that_finds_no_source_reads_no_texts_and_loads_no_engine(tmp_path: Path) -> None:
    run("digest", "new", "site", "site", folder=tmp_path, check=True)
    script = (
        "import sys\nfrom digest.cli import main\n"
        "try:\n    main(['add', '--all'])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path / "site", capture_output=True, text=True, check=True
    )
    heavy = {
        "digest.quote",
        "digest.translate",
        "digest.publish",
        "digest.receive",
        "digest.add.desk",
        "numpy",
    }
    assert heavy & set(done.stderr.split()) == set()
