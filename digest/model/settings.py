"""What the site's owner decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from digest.model.text import Moment


class TranslateMode(StrEnum):
    """Whether an installed engine may fill what the memory lacks during a build."""

    AUTO = "auto"
    NEVER = "never"


class FrameOf(StrEnum):
    """Whose header, footer and colours stand around the digest's pages."""

    OWN = "own"
    """The digest's: the pages are whole documents."""
    THEME = "theme"
    """The host's theme's, with its navigation and search."""


class Layout(StrEnum):
    """Where the sources stand to the pages that the generator publishes."""

    OWN = "own"
    """The pages are a folder of the content: a digest of its own."""
    OLD = "old"
    """The content is itself the folder of pages, as before `content_dir`; a digest of its own, too."""
    HOST = "host"
    """The pages are somewhere else, and somebody else's: the digest is a guest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script of the owner's."""

    path: str
    """An address, or a path in the site."""
    type: str = ""
    defer: bool = False
    is_async: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """Limits of a host; None: it names none."""

    name: str
    files: int | None = None
    bytes: int | None = None
    file_bytes: int | None = None
    folder_files: int | None = None
    redirects: int = 0
    """Lines that it reads of a file `_redirects`; 0: it reads none."""
    redirects_bytes: int | None = None
    files_first: bool = False
    """Whether a file of the site goes before a line that fits its address."""
    has_fragments: bool = False
    """Whether a line of that file may lead to a part of a page."""


# As the hosts' own documentation said in 2026: Cloudflare, “Pages: Limits” and “Redirects”; GitHub, “GitHub
# Pages limits”; GitLab, “GitLab.com settings” and “GitLab Pages redirects”; Netlify, “Deploys”.
HOSTS = {
    "cloudflare-pages": Host(
        name="Cloudflare Pages",
        files=20_000,
        file_bytes=25 * 2**20,
        redirects=2_000,
        redirects_bytes=100_000,
        has_fragments=True,
    ),
    "github-pages": Host(name="GitHub Pages", bytes=10**9),
    "gitlab-pages": Host(
        name="GitLab Pages",
        files=200_000,
        bytes=10**9,
        redirects=1_000,
        redirects_bytes=64 * 1024,
        files_first=True,
    ),
    # It names no number of lines; what others read, it does.
    "netlify": Host(name="Netlify", folder_files=54_000, redirects=10_000, files_first=True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the site's configuration says of how it looks, as far as the digest's own frame can show it."""

    logo: str = ""
    """A picture: an address, or a path in the site."""
    copyright: str = ""
    """HTML of the owner's."""
    links: tuple[tuple[str, str], ...] = ()
    """Addresses of the owner's elsewhere, with what each is called."""
    primary: str = ""
    """The colour of links and marks: `#rrggbb`."""
    is_dark: bool = False
    """Whether the site is dark whatever the reader's device prefers."""
    typeface: str = ""
    """Of texts; used where the reader has it, never loaded."""
    description: str = ""
    """What the site is, for search engines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """Which feeds a site has. Each is a file an edition, so the defaults are few."""

    formats: tuple[str, ...] = ("atom",)
    """Of `atom`, `rss`, `json`."""
    of: tuple[str, ...] = ("edition", "topic", "corrections")
    """And of `person`, `outlet`."""
    variants: tuple[str, ...] = ()
    """Beside each: `originals` has no translation, `reviewed` no machine translation that nobody reviewed."""


OUTPUTS = ("api", "cards", "embeds", "news")
"""What a site may have beside its pages and feeds: JSON files for programs, a picture of each story for where
it is linked to, a page of each statement for other sites to frame, and a sitemap of the last days' news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the site's owner decided; made by `digest.config` and nowhere else."""

    content_dir: Path
    """Holds the sources: articles, data files, translations, evidence, record."""
    pages_dir: Path | None = None
    """`docs_dir`: ordinary pages and their pictures; None where nobody publishes any."""
    layout: Layout = Layout.OWN
    cache_dir: Path
    languages: tuple[str, ...]
    """The editions, the default one first."""
    site_name: str
    name_by_language: Mapping[str, str] = field(default_factory=dict)
    """The site's name in editions that know it by another; see `name_in`."""
    about_by_language: Mapping[str, str] = field(default_factory=dict)
    """A few sentences at the foot of an edition's pages that tell who makes the site."""
    contact_by_language: Mapping[str, str] = field(default_factory=dict)
    """Where readers of an edition write to: a mail address, or one of the web."""
    tagline_by_language: Mapping[str, str] = field(default_factory=dict)
    """One line that tells readers of an edition what the site is."""
    site_url: str
    """Where the digest stands: absolute, with a final slash; may end in a sub-path, its prefix among it."""
    look: Look = Look()
    frame: FrameOf = FrameOf.OWN
    feeds: Feeds = Feeds()
    outputs: tuple[str, ...] = ()
    """Of `OUTPUTS`. Each is more files, so there are none by default."""
    unreviewed: str = ""
    """What search engines are asked of pages whose headline is machine translation that nobody reviewed."""
    likely_topics: bool = True
    """Whether stories that nobody gave a topic get one by likeness."""
    prefix: str = ""
    """The folder of the generator's site that the digest stands in, with a final slash; empty: all of it."""
    timezone: str = "UTC"
    as_of: date | None = None
    """Articles published after this day are left out; None: whatever is there is published."""
    front_days: int = 7
    """How many days a story stays on the front page."""
    front_stories: int = 36
    """How many stories the front page has at most."""
    archive_before: date | None = None
    """Stories whose newest report is of an earlier day are closed: their pages are kept between builds."""
    archive_dir: Path = Path("archive")
    """Holds them."""
    archive_sites: tuple[tuple[date, str], ...] = ()
    """Sites of closed years: each has the stories that ended before a day, and its address; oldest first."""
    archive: date | None = None
    """The day of the one that is made; None: the site of what is open."""
    newer_url: str = ""
    """Where what is open stands, for the others."""
    article_pages: bool = True
    """Whether an article has a page of its own; else it is a part of its story's page."""
    translate: TranslateMode = TranslateMode.AUTO
    engines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Engines to try, in order, by pair (`es-en`) or `default`."""
    engine_options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What an engine needs to be told, by its name: an address, a key."""
    models_file: Path = Path("models.toml")
    """Which models may translate; where there is no such file, whichever are installed."""
    beam: int = 4
    """Hypotheses that a neural engine keeps at each step."""
    batch_tokens: int = 1024
    """Tokens that a neural engine translates at a time."""
    max_text_bytes: int = 2_000_000
    """Of an article's text in UTF-8, inline images dropped: more is no article, and is named, not read."""
    host: str = ""
    """Where the site goes, by a name of `HOSTS`; empty: nobody said."""
    jobs: int = 1
    stylesheets: tuple[str, ...] = ()
    """The owner's own, after ours: addresses, or paths in the site."""
    scripts: tuple[Script, ...] = ()
    """The owner's own, on every page."""
    template_dirs: tuple[Path, ...] = ()
    """Folders searched for page templates, the site's own before the project's."""

    def name_in(self, language: str) -> str:
        """Return the site's name as readers of an edition know it."""
        return self.name_by_language.get(language, self.site_name)

    @property
    def archive_until(self) -> Moment | None:
        """Return the last day of which the site of closed years at hand tells; None: of what is open."""
        return Moment(self.archive - timedelta(days=1)) if self.archive else None

    @property
    def older_sites(self) -> tuple[tuple[date, str], ...]:
        """Return the sites of closed years that are older than the one at hand, the newest first."""
        return tuple(one for one in reversed(self.archive_sites) if not self.archive or one[0] < self.archive)

    @property
    def is_guest(self) -> bool:
        """Tell whether the site around the digest is its owner's affair alone."""
        return self.layout is Layout.HOST or bool(self.prefix)
