"""Files that organisers send: words out of all common kinds, a kind answer for the rest."""

from __future__ import annotations

import asyncio
import io
import zipfile

import pytest
from docx import Document

from bot.invitation import extraction
from bot.invitation.extraction import Unreadable, Why


def read(name: str, content: bytes) -> str | Unreadable:
    """Read a file as the bot does."""
    return asyncio.run(extraction.text_of(name, content))


def word_file() -> bytes:
    """Write a small Word text with a heading, a numbered list, bullets and a table."""
    document = Document()
    document.add_heading("Årsmöte i Ekens vänner")
    document.add_paragraph("Tid: 5 mars 2027 kl 18")
    document.add_paragraph("Mötet öppnas", style="List Number")
    document.add_paragraph("Val", style="List Number")
    document.add_paragraph("Fika", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Plats", "Folkets hus"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def open_document(body: str) -> bytes:
    """Write a small OpenDocument text."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    numbered = '<text:list-style style:name="L1"><text:list-level-style-number/></text:list-style>'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{numbered}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        archive.writestr("content.xml", content)
    return saved.getvalue()


def portable(words: str) -> bytes:
    """Write a PDF of one line, by hand."""
    stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode("latin-1")
    fonts = b"/Resources << /Font << /F1 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %s >>" % fonts,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


def test_a_word_file_keeps_its_lists_and_tables() -> None:
    """Numbers and bullets that Word draws by itself are written out."""
    words = read("inbjudan.docx", word_file())

    assert words == (
        "\nÅrsmöte i Ekens vänner\nTid: 5 mars 2027 kl 18\n1. Mötet öppnas\n2. Val\n• Fika\n"
        "Plats\tFolkets hus"
    )


def test_an_open_document_keeps_its_nested_lists() -> None:
    """A list in a list is indented."""
    nested = (
        '<text:h>Årsmöte</text:h><text:p>Tid:<text:tab/>kl<text:s text:c="2"/>18</text:p>'
        '<text:list text:style-name="L1"><text:list-item><text:p>Val</text:p><text:list>'
        "<text:list-item><text:p>ordförande</text:p></text:list-item></text:list>"
        "</text:list-item></text:list>"
    )

    words = read("a.odt", open_document(nested))

    assert words == "\nÅrsmöte\nTid:\tkl  18\n1. Val\n  • ordförande"


def test_a_pdf_gives_its_words() -> None:
    """The words of the page, and no more."""
    assert read("a.pdf", portable("Årsmöte 5 mars")) == "Årsmöte 5 mars"


def test_a_web_page_gives_its_words_without_its_menu() -> None:
    """Scripts and menus are left out, lists are marked, hidden addresses written out."""
    page = (
        "<html><head><title>x</title></head><body><nav>Meny</nav><h1>Årsmöte</h1>"
        "<p>Tid: 5&nbsp;mars<br>kl 18</p><ul><li>Ett<ul><li>Under</li></ul></li></ul>"
        "<ol><li>Ja</li></ol><table><tr><td>A</td><td>B</td></tr></table>"
        "<script>var x</script><a href='mailto:a@b.example'>Mejla</a> "
        "<a href='https://b.example/x'>Anmäl dig</a></body></html>"
    )

    words = read("a.html", page.encode())

    assert words == (
        "Årsmöte\n\nTid: 5 mars\nkl 18\n\n• Ett\n  • Under\n1. Ja\n\nA\tB\n\n"
        "Mejla a@b.example Anmäl dig https://b.example/x"
    )


def test_a_mail_gives_its_subject_and_its_body() -> None:
    """The subject is often the title."""
    mail = (
        "From: Lisa <lisa@b.example>\nSubject: =?utf-8?q?=C3=85rsm=C3=B6te?=\n"
        "Content-Type: text/html; charset=utf-8\n\n<p>Välkommen</p>"
    )

    assert read("a.eml", mail.encode()) == (
        "Från: Lisa <lisa@b.example>\nÄmne: Årsmöte\n\nVälkommen"
    )


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_whichever_letters_it_was_saved_with(letters: str) -> None:
    """Old Windows files are common in associations."""
    assert read("a.txt", "Årsmöte på Ön".encode(letters)) == "Årsmöte på Ön"


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.docx", b"PK nonsense", Why.DAMAGED),
        ("a.odt", b"not a zip", Why.DAMAGED),
        ("a.pdf", b"%PDF-1.4 broken", Why.DAMAGED),
        ("a.pdf", portable(""), Why.EMPTY),
        ("a.txt", b"  \n ", Why.EMPTY),
        ("a.doc", b"\xd0\xcf\x11\xe0", Why.UNKNOWN_KIND),
        ("photo", b"\x89PNG", Why.UNKNOWN_KIND),
        ("a.txt", b"x" * (extraction.LARGEST + 1), Why.TOO_BIG),
    ],
)
def test_a_file_without_words_gets_a_kind_answer(name: str, content: bytes, why: Why) -> None:
    """A bad file is an answer, never an error."""
    assert Unreadable(why) == read(name, content)


def test_an_archive_made_to_swell_is_refused() -> None:
    """Seventy megabytes of nothing in seventy kilobytes are not unpacked."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (70 * 1024 * 1024))

    assert Unreadable(Why.DAMAGED) == read("a.docx", saved.getvalue())


def test_a_file_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bot waits a while, then ends the process and says so."""
    monkeypatch.setattr(extraction, "PATIENCE", 0.001)

    assert Unreadable(Why.TOO_SLOW) == read("a.docx", word_file())
