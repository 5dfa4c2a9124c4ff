"""A declared quotation that the text does not hold is named where it is declared."""

from pathlib import Path

from sites import a_site, run

TEXT = "Nicolás Maduro spoke in Caracas about the call.\n\n“It was a phone call,” Donald Trump said.\n"
KEYS = """title: Two presidents on a call
outlet: newsweek
language: en
quotes:
  - text: It was a telephone call
    speaker: Donald Trump
"""


def test_beside_a_pasted_text_it_is_the_line_of_the_yml(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"articles/pasted.txt": TEXT, "articles/pasted.yml": KEYS})
    result = run("digest", "check", folder=folder)
    assert result.returncode == 1
    assert result.stdout.startswith("content/articles/pasted.yml:5: error:")
    assert "It was a phone call" in result.stdout


def test_in_a_markdown_file_it_is_the_line_of_the_front_matter(tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"articles/call.md": f"---\n{KEYS}---\n{TEXT}"})
    result = run("digest", "check", folder=folder)
    assert result.stdout.startswith("content/articles/call.md:6: error:")


def test_it_is_named_also_where_the_same_front_matter_has_other_errors(tmp_path: Path) -> None:
    keys = KEYS.replace("language: en\n", "language: en\npublished: yesterday\ntags: [a]\n")
    keys = keys.replace("    speaker: Donald Trump", "    said_at: noon\n  - speaker: Donald Trump")
    result = run("digest", "check", folder=a_site(tmp_path, {"articles/call.md": f"---\n{keys}---\n{TEXT}"}))
    named = {line.split(": ")[0] for line in result.stdout.splitlines()}
    assert {f"content/articles/call.md:{line}" for line in (5, 6, 8, 9, 10)} == named
