"""What a configuration says of the site's look is honoured in the digest's own frame."""

from __future__ import annotations

from pathlib import Path

import pytest
from sites import a_site, run

from digest.config.look import look_of
from digest.model import Look
from digest.publish.frame.inside import scoped
from digest.publish.frame.look import _contrast, readable, sheet

YML = """
site_name: The Digest
site_url: https://example.org/digest/
site_description: What was said, in a line.
copyright: Copyright &copy; 2026 <a href="https://example.org/us">Us</a>
repo_url: https://code.example.org/us/digest
docs_dir: content/pages
theme:
  name: material
  logo: logo.svg
  palette: {primary: light-green, scheme: slate}
  font: {text: Atkinson Hyperlegible}
extra:
  social:
    - {icon: fontawesome/brands/mastodon, link: "https://social.example.org/@us", name: Us on Mastodon}
    - {icon: fontawesome/solid/bug, link: "javascript:alert(1)"}
plugins:
  - search
  - digest: {languages: [en, ar]}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = a_site(tmp_path_factory.mktemp("look"), {"pages/logo.svg": "<svg/>"}, mkdocs_yml=YML)
    assert run("digest", "build", "--strict", folder=folder).returncode == 0
    return folder / "site"


def test_logo_copyright_and_links_stand_on_every_page(site: Path) -> None:
    page = (site / "ar/article/wtop/wtop/index.html").read_text(encoding="utf-8")
    assert '<img class="masthead__logo" src="../../../../logo.svg" alt="">' in page
    assert 'Copyright &copy; 2026 <a href="https://example.org/us">Us</a>' in page
    assert '<a href="https://social.example.org/@us" rel="me noopener external">Us on Mastodon</a>' in page
    assert (
        '<a href="https://code.example.org/us/digest" rel="me noopener external">code.example.org</a>' in page
    )
    assert "javascript:" not in page


def test_colour_typeface_and_scheme_stand_in_a_style_sheet_of_their_own(site: Path) -> None:
    rules = (site / "assets/digest/look.css").read_text(encoding="utf-8")
    assert rules.startswith(':root{color-scheme:dark;--typeface:"Atkinson Hyperlegible"}')
    assert "assets/digest/look.css" in (site / "en/index.html").read_text(encoding="utf-8")


def test_the_front_page_is_described_by_what_the_site_says_of_itself(site: Path) -> None:
    page = (site / "en/index.html").read_text(encoding="utf-8")
    assert '<meta name="description" content="What was said, in a line.">' in page


def test_the_same_bytes_are_written_by_mkdocs(site: Path, tmp_path: Path) -> None:
    folder = a_site(tmp_path, {"pages/logo.svg": "<svg/>"}, mkdocs_yml=YML)
    assert run("mkdocs", "build", folder=folder).returncode == 0
    for path in ("en/index.html", "ar/article/wtop/wtop/index.html", "assets/digest/look.css"):
        assert (folder / "site" / path).read_bytes() == (site / path).read_bytes()


def test_a_site_that_decided_nothing_has_no_style_sheet_for_it() -> None:
    assert sheet(Look()) == ""


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"theme": "material", "extra": [], "copyright": 5, "repo_url": None},
        {"theme": {"palette": "teal", "font": False, "logo": ["x"]}, "extra": {"social": "x"}},
        {
            "theme": {"palette": [], "font": {"text": 'x"; } body {'}},
            "extra": {"social": [None, {"link": 3}]},
        },
        {"theme": {"palette": {"primary": "custom"}}},
    ],
)
def test_what_is_not_of_its_kind_is_passed_over(values: dict[str, object]) -> None:
    assert look_of(values) == Look()


def test_a_logo_is_found_from_the_folder_of_a_host() -> None:
    assert look_of({"theme": {"logo": "img/logo.svg"}}, root="/site/").logo == "/site/img/logo.svg"
    assert (
        look_of({"theme": {"logo": "https://a.example/l.svg"}}, root="/s/").logo == "https://a.example/l.svg"
    )


@pytest.mark.parametrize("ground", ["#f4efe4", "#211f1b"])
@pytest.mark.parametrize("color", ["#ffeb3b", "#cddc39", "#000000", "#ffffff", "#3f51b5", "#795548"])
def test_any_colour_can_be_read_as_text(color: str, ground: str) -> None:
    assert _contrast(readable(color, ground), ground) >= 4.5


def test_a_scoped_style_sheet_reaches_nothing_outside() -> None:
    made = scoped(
        "/* } */ html { font-size: 2em } :root body { --md: 0 } a, .b:is(p, q) { x: y }"
        '@media print { @supports (c: d) { body > p { x: y } } } :root[data-show="original"] .c { x: y }'
        ":root[data-scheme=dark] { color-scheme: dark } :lang(zh-TW) { x: y } @font-face { x: y }"
    )
    assert made == (
        ".digest.digest a,.digest.digest .b:is(p, q){x: y}"
        "@media print{@supports (c: d){.digest.digest > p{x: y}}}"
        ':root[data-show="original"] .digest.digest .c{x: y}'
        ".digest.digest:lang(zh-TW),.digest.digest :lang(zh-TW){x: y}@font-face{x: y}"
    )
