"""The addresses of a story's later members, each leading to the story's canonical page.

Stories merge and split as articles come in, so the canonical address of one may change. Every
member's address exists in every edition, and a published link never breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from digest import languages
from digest.model import OutputFile, Site
from digest.publish import addresses, texts

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="{icon}">
</head>
<body>
<p><a href="{link}" lang="{title_language}" dir="{title_direction}">{title}</a></p>
</body>
</html>
"""


def redirects(site: Site) -> Iterator[OutputFile]:
    """Yield a small page for every edition and every member of a story but the canonical one."""
    for language in site.settings.languages:
        for story in site.stories:
            target = addresses.story(language, story.id)
            title = texts.headline(site, story, language)
            for article in story.articles[1:]:
                path = addresses.story(language, article.id)
                page = PAGE.format(
                    language=escape(language),
                    direction=languages.direction(language),
                    title=escape(title.text),
                    title_language=escape(title.lang),
                    title_direction=title.direction,
                    link=escape(addresses.link(target, page=path)),
                    icon=escape(addresses.link(addresses.icon(), page=path)),
                    canonical=escape(addresses.absolute(target, site_url=site.settings.site_url)),
                )
                yield OutputFile(f"{path}index.html", page.encode())
