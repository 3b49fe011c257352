"""PDF files for tests, written by hand: lines of text at places, with tags or without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

FONTS = {"roman": "Times-Roman", "italic": "Times-Italic", "bold": "Times-Bold", "typewriter": "Courier"}


Path = tuple[str, ...]  # types and names of elements, from the outermost in: ("TR", "1", "TD", "a")


class Text(NamedTuple):
    """Letters at a place. ``tag`` is "Artifact", or the element it belongs to: one path is one element."""

    x: float
    y: float
    text: str
    font: str = "roman"
    size: float = 10
    tag: str | Path | None = None


def pdf(*pages: Sequence[Text]) -> bytes:
    """Pages -> a PDF, tagged if any of its texts are."""
    objects = ["<< /Type /Catalog /Pages 2 0 R {tree} >>", ""]
    fonts = {
        name: _add(objects, f"<< /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >>")
        for name, face in FONTS.items()
    }
    resources = "<< /Font << " + " ".join(f"/{name} {n} 0 R" for name, n in fonts.items()) + " >> >>"
    elements: dict[Path, list[str]] = {}
    parents: list[list[Path]] = []
    kids = []
    for number, page in enumerate(pages):
        content, marked = _content(page)
        stream = _add(objects, f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        kid = _add(
            objects,
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {resources} "
            f"/Contents {stream} 0 R /StructParents {number} >>",
        )
        for mcid, key in enumerate(marked):
            elements.setdefault(key, []).append(f"<< /Type /MCR /Pg {kid} 0 R /MCID {mcid} >>")
        parents.append(marked)
        kids.append(kid)
    objects[1] = f"<< /Type /Pages /Kids [{_references(kids)}] /Count {len(kids)} >>"
    tree = _tree(objects, elements, parents) if elements else ""
    objects[0] = objects[0].replace("{tree}", tree)
    return written(objects)


def written(objects: Sequence[str], trailer: str = "") -> bytes:
    """Bodies of objects 1, 2 … -> a file; the first is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + table.encode() + end.encode()


def _add(objects: list[str], body: str) -> int:
    objects.append(body)
    return len(objects)


def _references(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _content(page: Sequence[Text]) -> tuple[str, list[Path]]:
    """Operators of a page, and the element of each of its marked-content ids."""
    operators: list[str] = []
    marked: list[Path] = []
    for text in page:
        letters = text.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        show = f"BT /{text.font} {text.size} Tf {text.x} {text.y} Td ({letters}) Tj ET"
        if isinstance(text.tag, str):
            show = f"/{text.tag} BMC {show} EMC"
        elif text.tag:
            show = f"/Span << /MCID {len(marked)} >> BDC {show} EMC"
            marked.append(text.tag)
        operators.append(show)
    return "\n".join(operators), marked


def _tree(objects: list[str], elements: dict[Path, list[str]], parents: Sequence[Sequence[Path]]) -> str:
    """The structure tree: below one document, an element a path."""
    paths = dict.fromkeys(path[:end] for path in elements for end in range(2, len(path) + 1, 2))
    numbers = {path: len(objects) + i for i, path in enumerate(paths, 1)}
    document = len(objects) + len(paths) + 1
    for path in paths:
        below = [f"{numbers[kid]} 0 R" for kid in paths if kid[:-2] == path]
        kids = " ".join([*elements.get(path, []), *below])
        above = numbers.get(path[:-2], document)
        _add(objects, f"<< /Type /StructElem /S /{path[-2]} /P {above} 0 R /K [{kids}] >>")
    top = _references([numbers[path] for path in paths if len(path) == 2])
    _add(objects, f"<< /Type /StructElem /S /Document /P {document + 1} 0 R /K [{top}] >>")
    nums = " ".join(f"{i} [{_references([numbers[path] for path in page])}]" for i, page in enumerate(parents))
    root = _add(objects, f"<< /Type /StructTreeRoot /K [{document} 0 R] /ParentTree << /Nums [{nums}] >> >>")
    return f"/MarkInfo << /Marked true >> /StructTreeRoot {root} 0 R"
