"""What is wrong with the languages in which a site's interface speaks."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Problem, Settings, Severity
from digest.publish.frame.interface import own_catalog
from digest.publish.frame.strings import INTERFACE, catalog_languages, nearest


def interface_problems(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with a site's own catalogs, and a warning for an edition without any."""
    folder = settings.content_dir / INTERFACE
    # Editors at work leave hidden ones.
    own = sorted(folder.glob("[!.]*.po")) if folder.is_dir() else []
    read_by_somebody = {code for language in settings.languages for code in nearest(language)}
    good = set(catalog_languages())
    for path in own:
        name = f"{INTERFACE}/{path.name}"
        if path.stem not in read_by_somebody:
            editions = ", ".join(settings.languages)
            message = f"there is no edition in “{path.stem}”, so nothing shows this; there are {editions}"
            yield Problem(name, 1, Severity.WARNING, message)
            continue
        found, faults = own_catalog(path)
        for line, what in faults:
            yield Problem(name, line, Severity.ERROR, what)
        if found is not None:
            good.add(path.stem)
    for language in settings.languages:
        if not good.intersection(nearest(language)):
            name = f"{INTERFACE}/{language}.po"
            message = f"no interface texts in “{language}”, so its edition speaks English; write this catalog"
            yield Problem(name, None, Severity.WARNING, message)
