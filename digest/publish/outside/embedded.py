"""Statements for other sites to frame: a page each that loads nothing and runs nothing.

The style sheet stands in the page, so that a frame is one request, and the policy names it by its hash.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import OutputFile
from digest.publish import addresses
from digest.publish.edition import Edition
from digest.publish.frame import REFERRER, Renderer, embed_policy, embed_sheet


def embeds(edition: Edition) -> Iterator[OutputFile]:
    """Yield the pages of an edition that its owner asks for with `outputs: [embeds]`."""
    site, language = edition.site, edition.language
    if "embeds" not in site.settings.outputs:
        return
    renderer = Renderer(site.settings, language)
    style, policy = embed_sheet()[0], embed_policy()
    for story in site.stories:
        view = edition.story(story)
        for card in view.cards:
            path = addresses.embed(language, card.utterance.id)
            values = {"card": card, "headline": view.headline, "style": style, "policy": policy}
            page = renderer.render("embed.html", path=path, referrer=REFERRER, own=path, **values)
            # Frames that were set up before the statement's id changed go on showing it.
            for id_ in dict.fromkeys((card.utterance.id, *card.utterance.former)):
                yield OutputFile(f"{addresses.embed(language, id_)}index.html", page.strip().encode() + b"\n")
