"""Evidence: what was received, kept as WARC (ISO 28500) where an outlet's entry allows it; never published.

One record a file, `content/evidence/<yyyy>/<mm>/<slug>-<sha256>.warc.gz`, which any replay tool opens. The
same bytes received at the same moment make the same file.
"""

from __future__ import annotations

import io
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.add.draft import Draft, draft_of
from digest.fetch import Answer
from digest.model import Article, Problem, Quote, Settings, Severity
from digest.receive import BODY_HEADER, Body, Received, UnreadableError, receive

_NO_LONGER = frozenset({"transfer-encoding", "content-encoding"})
"""Headers of how an answer travelled that would mislead whoever reads its record."""
_TYPES = {
    Body.PAGE: "text/html",
    Body.FRAGMENT: "text/html",
    Body.TEXT: "text/plain",
    Body.PASTED: "text/plain",
}


def evidence_path(draft: Draft, path: str) -> str:
    """Return where the evidence of an article at `path` is kept, relative to the content folder."""
    article = Path(path)
    return f"evidence/{'/'.join(article.parts[1:-1])}/{article.stem}-{draft.sha256[:12]}.warc.gz"


def record_of(received: Received, answer: Answer | None, when: str) -> bytes:
    """Return a WARC file of what was received.

    Args:
        received: The article, with its text.
        answer: What the server said, if the whole of it is the article's page.
        when: ISO 8601, in UTC.
    """
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - only where evidence is allowed
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    target = received.url or received.id or "urn:digest:received"
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{target} {when} {len(received.source)}")
    headers = {"WARC-Record-ID": f"<urn:uuid:{name}>", "WARC-Date": when, BODY_HEADER: received.body.value}
    if answer is not None and received.body is Body.PAGE:
        # Unpacked, so that the headers say so; what the server packed it with tells nobody anything.
        said = [(key, value) for key, value in answer.headers if key.lower() not in _NO_LONGER]
        said = [
            (key, str(len(received.source)) if key.lower() == "content-length" else value)
            for key, value in said
        ]
        http = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), said, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            answer.address, "response", payload=io.BytesIO(received.source), http_headers=http,
            warc_headers_dict=headers,
        )  # fmt: skip
    else:
        kind = (
            f"{_TYPES[received.body]}; charset={received.charset}"
            if received.charset
            else _TYPES[received.body]
        )
        record = writer.create_warc_record(
            target, "resource", payload=io.BytesIO(received.source), warc_content_type=kind,
            warc_headers_dict=headers,
        )  # fmt: skip
    writer.write_record(record)
    record.raw_stream.close()
    return out.getvalue()


def differing_from_evidence(
    articles: tuple[Article, ...], quotes: tuple[Quote, ...], settings: Settings
) -> Iterator[Problem]:
    """Extract each article from its evidence anew; yield what its text or a quotation says otherwise."""
    by_article: dict[str, list[Quote]] = {}
    for quote in quotes:
        by_article.setdefault(quote.article.id, []).append(quote)
    for article in articles:
        if article.evidence:
            yield from _differing(article, by_article.get(article.id, []), settings)


def _differing(article: Article, quotes: list[Quote], settings: Settings) -> Iterator[Problem]:
    def problem(line: int | None, severity: Severity, message: str) -> Problem:
        return Problem(article.path, line, severity, message)

    line = article.line_by_field.get("evidence")
    try:
        draft = _extracted(article, settings)
    except (OSError, UnreadableError) as error:
        said = getattr(error, "strerror", None) or str(error)
        yield problem(line, Severity.ERROR, f"its evidence {article.evidence} cannot be read: {said}")
        return
    if isinstance(draft, str):
        yield problem(line, Severity.ERROR, f"its evidence {article.evidence} holds no article: {draft}")
        return
    text = draft.text
    for quote in quotes:
        if quote.text not in text and not quote.is_paraphrase:
            at = article.line_by_field.get("text", 1) + article.text.count("\n", 0, quote.span.start)
            yield problem(
                at, Severity.ERROR, f"“{quote.text}” does not stand in its evidence {article.evidence}"
            )
    if text != article.text:
        yield problem(
            line, Severity.WARNING, f"its text differs from its evidence: {_first(article.text, text)}"
        )


def _extracted(article: Article, settings: Settings) -> Draft | str:
    content_dir = settings.content_dir
    path = content_dir / str(article.evidence)
    # Where evidence/ is itself a link that leads out, nothing in it is in the content folder.
    if not path.resolve().is_relative_to(content_dir.resolve() / "evidence"):
        raise UnreadableError("it must stand in evidence/")
    with path.open("rb") as file:
        found = next((item for item in receive(file, name=path.name) if isinstance(item, Received)), None)
    if found is None:
        return "there is no page in it"
    return draft_of(
        replace(found, title=article.title),
        zone=ZoneInfo(settings.timezone),
        language=article.language,
        most=settings.max_text_bytes,
    )


def _first(kept: str, received: str) -> str:
    """Return the first paragraph that differs."""
    pairs = zip(kept.split("\n\n"), received.split("\n\n"), strict=False)
    mine, theirs = next(((a, b) for a, b in pairs if a != b), ("its end", "its end"))
    return f"“{mine[:80]}”, in the evidence “{theirs[:80]}”"
