"""Letters and pages saved as one: which part is the text, whose it is and where it can be read."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from test_receiving_files import items

from digest.receive import Body, Received


def a_letter(plain: str, html: str, **headers: str) -> EmailMessage:
    letter = EmailMessage()
    letter.set_content(plain)
    letter.add_alternative(html, subtype="html")
    for name, value in {"From": "desk@mairie.example", "To": "you@paper.example", **headers}.items():
        letter[name.replace("_", "-")] = value
    return letter


LONG = "« Oui », a dit Zoé Roux devant le port. " * 10


@pytest.mark.parametrize(
    ("plain", "body"),
    [
        (LONG, Body.PASTED),
        ("Ce message est en HTML.", Body.PAGE),
        ("", Body.PAGE),
    ],
)
def test_of_a_letter_the_plain_text_is_read_unless_it_is_a_line_about_the_other(
    plain: str, body: Body
) -> None:
    [one] = items(a_letter(plain, f"<p>{LONG}</p>").as_bytes(), "letter.eml")
    assert isinstance(one, Received)
    assert (one.body, "Zoé Roux" in one.source.decode(one.charset or "")) == (body, True)


def test_what_a_letter_encloses_is_not_its_text() -> None:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "Mairie <desk@mairie.example>", "Port"
    letter.set_content(f"<p>{LONG}</p>", subtype="html")
    letter.add_attachment("Autre texte. " * 50, filename="notes.txt")
    [one] = items(letter.as_bytes(), "letter.eml")
    assert isinstance(one, Received)
    assert "Zoé Roux" in one.source.decode(one.charset or "")


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("Mairie du Port <desk@mairie.example>", "Mairie du Port"),
        ("desk@mairie.example", "mairie.example"),
        ("=?utf-8?q?Mairie_de_l=C3=A9tang?= <desk@mairie.example>", "Mairie de létang"),
        ("", None),
    ],
)
def test_a_letter_is_of_who_sent_it_by_name_else_by_address(sender: str, outlet: str | None) -> None:
    data = f"From: {sender}\nSubject: Port\nMIME-Version: 1.0\n\n{LONG}".encode()
    [one] = items(data, "letter.eml")
    assert isinstance(one, Received)
    assert one.outlet == outlet


def test_a_letter_tells_where_it_can_be_read_in_what_language_and_what_it_is_called() -> None:
    letter = a_letter(
        LONG, "<p></p>", Subject="Le  port", Archived_At="<https://mairie.example/1?utm_source=m>",
        Content_Language="fr-CA, en", Message_ID="<1@mairie.example>",
    )  # fmt: skip
    [one] = items(letter.as_bytes(), "letter.eml")
    assert isinstance(one, Received)
    assert (one.url, one.language, one.id) == ("https://mairie.example/1", "fr-CA", "<1@mairie.example>")
    assert one.title == "Le port"


@pytest.mark.parametrize(
    ("headers", "shown"),
    [
        (b"Content-Type: multipart/related; boundary=b\n", "First"),
        (b'Content-Type: multipart/related; boundary=b; start="<2>"\n', "Second"),
        (b"Snapshot-Content-Location: https://a.example/2\nContent-Type: multipart/related; boundary=b\n", "Second"),
        (b"Snapshot-Content-Location: https://a.example/9\nContent-Type: multipart/related; boundary=b\n", "First"),
    ],
)  # fmt: skip
def test_a_page_saved_as_one_file_begins_with_the_part_that_it_names(headers: bytes, shown: str) -> None:
    part = b"--b\nContent-Type: text/html\nContent-ID: <%d>\nContent-Location: https://a.example/%d\n\n<p>%s</p>\n"
    parts = part % (1, 1, b"First") + part % (2, 2, b"Second")
    [page] = items(b"MIME-Version: 1.0\nSubject: x\n" + headers + b"\n" + parts + b"--b--\n", "page.mhtml")
    assert isinstance(page, Received)
    assert (page.body, shown in page.source.decode()) == (Body.PAGE, True)


@pytest.mark.parametrize(("to", "outlet"), [("To: you@paper.example\n", "Mairie"), ("", None)])
def test_a_message_with_pictures_is_a_letter_where_it_is_to_somebody_and_else_a_page(
    to: str, outlet: str | None
) -> None:
    head = f"From: Mairie <desk@mairie.example>\n{to}Subject: Port\nMIME-Version: 1.0\n"
    kind = "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
    [one] = items(f"{head}{kind}<p>{LONG}</p>\n--b--\n".encode(), "saved.eml")
    assert isinstance(one, Received)
    assert (one.outlet, one.title) == (outlet, "Port" if outlet else None)
