"""`digest new site`: a folder that builds at once."""

from __future__ import annotations

import json
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path
from string import Template, capwords

from digest.errors import AddError

_FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "workflow.yml": ".github/workflows/publish.yml",
    "news.yml": ".github/workflows/news.yml",
    "outlets.yml": "content/outlets.yml",
    "people.yml": "content/people.yml",
    "topics.yml": "content/topics.yml",
    "article.md": "content/articles/2026/03/harbour-plan.md",
    "about.md": "content/pages/en/about.md",
}
"""What stands in `starter/`, and where it goes."""


def new_site(folder: Path) -> list[str]:
    """Make a site in a folder that is not there yet, or empty; return the paths of its files.

    It appears whole or not at all.

    Raises:
        AddError: there is something already, or the folder cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AddError(f"{folder}: there is something already; name a folder that is new or empty")
    name = capwords(folder.resolve().name.replace("-", " ").replace("_", " ")) or "Our Digest"
    # It stands between double quotes of YAML.
    quoted = json.dumps(name, ensure_ascii=False)[1:-1]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".new-site-", dir=folder.resolve().parent))
        try:
            for source, target in _FILES.items():
                text = files("digest.add").joinpath("starter", source).read_text("utf-8")
                path = made / target
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(Template(text).safe_substitute(name=quoted), "utf-8")
            made.chmod(0o755)
            made.replace(folder)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as error:
        raise AddError(f"{folder}: cannot be written: {error.strerror}") from error
    return sorted(_FILES.values())
