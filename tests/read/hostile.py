"""Files made to harm whoever opens them; each is generated, a few lines a kind."""

from __future__ import annotations

import io
import zipfile
import zlib

from tests.read.pdfs import Text, pdf, written

PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
FONT = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >> >>"
SOUND = pdf([Text(100, 700, "The General Assembly,")])


def _page(content: str, resources: str = "", filters: str = "") -> bytes:
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << {FONT} {resources} >> /Contents 4 0 R >>"
    )
    return written([CATALOG, PAGES, page, f"<< /Length {len(content)} {filters} >>\nstream\n{content}\nendstream"])


def _packed(size: int, times: int) -> str:
    """A stream of blanks, flate upon flate."""
    packer = zlib.compressobj(9)
    block = b" " * (1 << 20)
    data = b"".join(packer.compress(block) for _ in range(size >> 20)) + packer.flush()
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return data.hex() + ">"


def _forms(depth: int, width: int) -> bytes:
    """Forms that each draw the next, several times; the last draws itself."""
    objects = [CATALOG, PAGES, ""]
    for i in range(depth):
        after = 4 + min(i + 1, depth - 1)
        content = "/X Do " * width
        head = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {after} 0 R >> >>"
        objects.append(f"<< {head} /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects[2] = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Contents 4 0 R >>"
    )
    return written(objects)


def pdfs() -> dict[str, bytes]:
    """Name -> file."""
    many = "<< /Type /Pages /Kids [" + "3 0 R " * 200_000 + "] /Count 200000 >>"
    blank = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    loop = "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'00' * 32}> >> /ID [<00> <00>]"
    image = "/XObject << /I << /Type /XObject /Subtype /Image >> >>"
    scan = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q"
    return {
        "cut short": SOUND[: len(SOUND) // 3],
        "only a head": b"%PDF-1.7\n",
        "encrypted": written([CATALOG, PAGES, blank], encrypt),
        "a scan": _page(scan, image),
        "nothing on it": written([CATALOG, PAGES, blank]),
        "two million words": _page("BT /F 10 Tf " + "(a) Tj " * 2_000_000 + "ET"),
        "a flate bomb": _page(_packed(1 << 29, 1), filters="/Filter [/ASCIIHexDecode /FlateDecode]"),
        "a flate bomb in a flate bomb": _page(
            _packed(1 << 29, 2), filters="/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode]"
        ),
        "forms of forms": _forms(29, 7),
        "a form of itself": _forms(1, 2),
        "too many pages": written([CATALOG, many, blank]),
        "pages in a circle": written([CATALOG, loop]),
        "arrays in arrays": written([CATALOG + "[" * 100_000, PAGES, blank]),
        "tables in a circle": SOUND.replace(
            b"/Root", b"/Prev " + SOUND[SOUND.index(b"startxref") + 10 :][:4].strip() + b" /Root"
        ),
    }


def _docx(document: bytes, name: str = "word/document.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, document)
    return stream.getvalue()


def docxs() -> dict[str, bytes]:
    """Name -> file."""
    word = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 20))
    outside = b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + word + b"<w:body>&e;</w:body></w:document>"
    sound = _docx(word + b"<w:body><w:p><w:r><w:t>Decides</w:t></w:r></w:p></w:body></w:document>")
    return {
        "no zip": b"PK\x03\x04 word/document.xml",
        "cut short": sound[: len(sound) // 2],
        "no document": _docx(word, "word/styles.xml"),
        "no XML": _docx(b"The General Assembly"),
        "blanks without end": _docx(word + b" " * (1 << 29)),
        "paragraphs without end": _docx(word + b"<w:body>" + b"<w:p/>" * 20_000_000 + b"</w:body></w:document>"),
        "a billion laughs": _docx(b'<!DOCTYPE w [<!ENTITY l0 "ha">' + laughs + b"]>" + word + b"&l19;</w:document>"),
        "a file from outside": _docx(outside),
        "elements in elements": _docx(b"<a>" * 1_000_000),
    }
