"""A lookbook of 12 pages and 24 pieces, alone and in a batch; beside the copying of its pictures.

The limit is reading the 24 pictures and writing them into one file: paper cannot be made of less.
The peer is ReportLab's platypus, with its pictures as they are and without ASCII85.
"""

import importlib.util
import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.alone import alone
from benchmarks.frame import FOLDER, Figure, Options, figure, race
from benchmarks.looks import PAGES, PIECES, Files, draw_pictures, snapshots

_LIMIT, _PEER = "pictures copied", "ReportLab platypus"
_REPEATS = 7
_PICTURES = FOLDER / "pictures"


def run(options: Options) -> list[Figure]:
    """Measure one lookbook, warm and from cold pictures, and a batch of many."""
    paths = draw_pictures(_PICTURES)
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        one = alone("benchmarks.lookbook:one_by_one", folder=folder)
        many = alone("benchmarks.lookbook:many", folder=folder, count=options.documents)
        _check(Path(folder), options.documents)
    took, batch = one.value, many.value
    peers = {name: took[name] for name in (_PEER, *_others()) if name in took}
    size = sum(path.stat().st_size for path in paths) / 1e6
    return [
        figure(
            "one more of a batch", took["next"], limit=(_LIMIT, took[_LIMIT]), peers=peers, goal=3,
            note=f"pictures {size:.1f} MB, PDF {took['size'] / 1e6:.1f} MB; text is read back",
        ),
        figure(
            "the first, pictures cut anew", took["first"], limit=(_LIMIT, took[_LIMIT]),
            peers=peers, note="24 pictures brought to 300 dots an inch of their frames",
        ),
        figure(
            f"batch of {options.documents}, a file each", [batch["each"]], unit="s",
            limit=(_LIMIT, [batch["copied"]]), goal=1.3,
        ),
        figure(
            f"batch of {options.documents}, one file", [batch["together"]], unit="s",
            limit=(_LIMIT, [batch["copied"]]), goal=1.3,
        ),
        figure("memory of the batches", [many.peak_mib or 0], unit="MiB"),
    ]  # fmt: skip


def ours(options: Options) -> None:
    """Do our part alone, for its memory."""
    from clienteling.reports.batch import write_batch

    draw_pictures(_PICTURES)
    with tempfile.TemporaryDirectory(prefix="clienteling-bench-") as folder:
        made = snapshots(min(options.documents, 20))
        write_batch(made, Files(_PICTURES), Path(folder), one_file=False)


def one_by_one(folder: str) -> dict[str, Any]:
    """Write single lookbooks, by us and by peers, in a process that is warm."""
    from clienteling.reports.pdf import write_pdf
    from clienteling.reports.pictures import PreparedPictures

    source, (snapshot,) = Files(_PICTURES), snapshots(1)
    out = Path(folder) / "one.pdf"
    prepared = PreparedPictures(source)

    def written(pictures: Any) -> Callable[[int], None]:
        def write(_turn: int) -> None:
            with out.open("wb") as file:
                write_pdf(snapshot, pictures or PreparedPictures(source), file)

        return write

    runners: dict[str, Callable[[int], object]] = {
        "next": written(prepared),
        _LIMIT: lambda _: copy(Path(folder)),
        _PEER: lambda _: platypus(Path(folder) / "peer.pdf"),
        **_others(),
    }
    for runner in runners.values():
        runner(0)
    took: dict[str, Any] = race(runners, range(_REPEATS), 1)
    took["first"] = race({"first": written(None)}, range(3), 1)["first"]
    return took | {"size": out.stat().st_size}


def many(folder: str, count: int) -> dict[str, Any]:
    """Write a batch, one file each and all in one, and copy the pictures as often."""
    from clienteling.reports.batch import write_batch

    source, made, place = Files(_PICTURES), snapshots(count), Path(folder)
    start = time.perf_counter()
    write_batch(made, source, place / "each", one_file=False)
    each = time.perf_counter()
    write_batch(made, source, place / "all.pdf", one_file=True)
    together = time.perf_counter()
    for _ in made:
        copy(place)
    copied = time.perf_counter()
    return {"each": each - start, "together": together - each, "copied": copied - together}


def copy(folder: Path) -> None:
    """Read the pictures and write them into one file."""
    parts = [path.read_bytes() for path in sorted(_PICTURES.glob("*.jpg"))]
    (folder / "copied.bin").write_bytes(b"".join(parts))


def platypus(path: Path) -> None:
    """Make the same pages with ReportLab's own layout, pictures as they are."""
    from reportlab import rl_config
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Image, PageBreak, Paragraph, SimpleDocTemplate, Table

    rl_config.useA85 = 0
    style = getSampleStyleSheet()["Normal"]
    pictures = sorted(_PICTURES.glob("*.jpg"))
    told: list[Any] = []
    for number in range(PAGES):
        pair = pictures[number * 2 : number * 2 + 2]
        cells = [[Image(str(one), 200, 300), Paragraph(f"Ondine coat {one.stem}", style)]
                 for one in pair]  # fmt: skip
        told += [Paragraph("For Ravello, in May", style), Table(cells), PageBreak()]
    SimpleDocTemplate(str(path), pagesize=A4).build(told)


def _others() -> dict[str, Callable[[int], object]]:
    """Return the peers that happen to be installed; none is a dependency of ours."""
    if importlib.util.find_spec("weasyprint") is None:
        return {}
    return {"WeasyPrint": lambda _: _weasyprint()}


def _weasyprint() -> None:
    from weasyprint import HTML  # type: ignore[import-not-found, unused-ignore] # where installed

    images = "".join(
        f'<img src="{path.as_uri()}" style="width:70mm">Ondine coat'
        for path in sorted(_PICTURES.glob("*.jpg"))
    )
    HTML(string=images).write_pdf(io.BytesIO())


def _check(folder: Path, count: int) -> None:
    """Read our files back: pages, pictures, and the names in them."""
    files = sorted((folder / "each").glob("*.pdf"))
    assert len(files) == count
    pages, text, pictures = _read_back(folder / "one.pdf")
    assert (pages, pictures) == (PAGES, PIECES), (pages, pictures)
    for words in ("Ondine coat", "玉兰真丝衬衫", "シャガール", "Altieri"):
        assert words in text, words
    assert _read_back(files[-1])[0] == PAGES
    assert _read_back(folder / "all.pdf")[0] == PAGES * count


def _read_back(path: Path) -> tuple[int, str, int]:
    """Return pages, text and number of pictures of the first twelve pages of a PDF."""
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as document:
        first = [document[number] for number in range(PAGES)]
        text = "".join(page.get_textpage().get_text_bounded() for page in first)
        image = pdfium.raw.FPDF_PAGEOBJ_IMAGE
        pictures = sum(len(list(page.get_objects([image], max_depth=15))) for page in first)
        return len(document), text, pictures
