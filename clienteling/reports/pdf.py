"""Write composed pages as a PDF: selectable text, real language, title, outline and tags."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, BinaryIO, Final

from clienteling.domain.progress import Progress, Silent
from clienteling.reports.compose import compose
from clienteling.reports.embed import EmbeddedFace
from clienteling.reports.lookbook import LookbookSnapshot
from clienteling.reports.page import (
    Page,
    Picture,
    PictureSource,
    Text,
    paint,
)
from clienteling.reports.pdf_painter import PER_MICROMETRE, POINT, PdfPainter
from clienteling.reports.pdf_structure import Outline, Tags
from clienteling.reports.pictures import Jpeg, PreparedPictures
from clienteling.reports.words import WORDS

_SILENT: Final = Silent()
_PROGRAM: Final = "clienteling"


def write_pdf(
    snapshot: LookbookSnapshot,
    pictures: PictureSource | PreparedPictures,
    out: BinaryIO,
    *,
    progress: Progress = _SILENT,
) -> None:
    """Write a lookbook as PDF; the same snapshot and pictures give the same bytes.

    Args:
        snapshot: What to print.
        pictures: Where pictures come from; prepared ones are used again across a batch.
        out: Where the file goes; nothing is written when the person cancels.
        progress: Told after each page.
    """
    prepared = pictures if isinstance(pictures, PreparedPictures) else PreparedPictures(pictures)
    document = Document(about(snapshot), prepared)
    pages = compose(snapshot)
    for number, page in enumerate(pages, 1):
        document.add(page, (page.name,))
        progress.step(number, len(pages))
    document.write(out)


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself."""

    title: str
    author: str
    subject: str
    language: str
    created: date


def about(snapshot: LookbookSnapshot) -> About:
    """Say what a lookbook's document is."""
    words = WORDS[snapshot.language]
    client = snapshot.client
    title = snapshot.title.strip() or words.lookbook
    return About(
        title=f"{title} – {client.address or client.name}" if client else title,
        author=" · ".join(name for name in (snapshot.adviser.name, snapshot.house) if name),
        subject=words.subject.format(house=snapshot.house),
        language=snapshot.language.value,
        created=snapshot.created,
    )


class Document:
    """A PDF in the making; pages are added one by one, then it is written.

    Args:
        said: Title, author, language and the rest.
        pictures: Where pictures come from.
    """

    def __init__(self, said: About, pictures: PreparedPictures) -> None:
        from reportlab import rl_config
        from reportlab.pdfbase import pdfdoc

        rl_config.useA85 = 0  # text armour would cost sixty times the time and a fifth more bytes
        self._pdfdoc = pdfdoc
        self._document: Any = pdfdoc.PDFDocument(compression=1, invariant=1, lang=said.language)
        self._pictures = pictures
        self._faces: dict[str, EmbeddedFace] = {}
        self._images: dict[int, tuple[str, Jpeg]] = {}
        self._outline = Outline()
        self._tags = Tags()
        self._describe(said)

    def add(self, page: Page, names: Sequence[str]) -> None:
        """Add a page.

        Args:
            page: A composed page.
            names: Its place in the outline, from the outermost to its own name.
        """
        number = self._document.pageCounter
        painter = PdfPainter(self, page.size.height, self._tags.page())
        paint(page, painter)
        self._outline.add(tuple(names), number)
        sheet = self._page_object(page, painter)
        self._document.updateSignature(sheet.stream)
        self._document.inPage()
        self._document.addPage(sheet)

    def write(self, out: BinaryIO) -> None:
        """Write the file."""
        fonts = self._document.idToObject["BasicFonts"].dict
        for face in self._faces.values():
            fonts[face.name] = face.add_to(self._document)
        catalog = self._document.Catalog
        self._tags.add_to(self._document)
        self._document.Outlines = self._outline
        catalog.Outlines = self._outline.reference(self._document)
        catalog.PageMode = self._pdfdoc.PDFName("UseNone")
        out.write(self._document.GetPDFData(None))

    def face(self, key: str) -> EmbeddedFace:
        """Return the face of this document under a key."""
        if key not in self._faces:
            self._faces[key] = EmbeddedFace(key, f"F{len(self._faces) + 1}")
        return self._faces[key]

    def image(self, operation: Picture) -> tuple[str, Any] | None:
        """Return the name and reference of a picture, laid into the file once."""
        jpeg = self._pictures.jpeg(operation.key, operation.frame, operation.focus)
        if jpeg is None:
            return None
        if id(jpeg) not in self._images:
            name = f"Im{len(self._images) + 1}"
            self._document.Reference(self._image_object(jpeg), name)
            # Kept beside its name, so that no other picture gets its id while this lives.
            self._images[id(jpeg)] = (name, jpeg)
        name = self._images[id(jpeg)][0]
        return name, self._pdfdoc.PDFObjectReference(name)

    def _image_object(self, jpeg: Jpeg) -> Any:
        pdfdoc = self._pdfdoc
        space = "DeviceRGB" if jpeg.components == 3 else "DeviceGray"
        about_it = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Image"),
                "Width": jpeg.width,
                "Height": jpeg.height,
                "BitsPerComponent": 8,
                "ColorSpace": pdfdoc.PDFName(space),
                "Filter": pdfdoc.PDFName("DCTDecode"),
            },
        )
        return pdfdoc.PDFStream(dictionary=about_it, content=jpeg.data)

    def _page_object(self, page: Page, painter: PdfPainter) -> Any:
        pdfdoc = self._pdfdoc
        sheet = page_class()()
        sheet.pagewidth = page.size.width * POINT
        sheet.pageheight = page.size.height * POINT
        box = [0, 0, round(sheet.pagewidth, 3), round(sheet.pageheight, 3)]
        sheet.MediaBox = pdfdoc.PDFArray(box)
        sheet.StructParents = painter.tags.number
        sheet.setCompression(1)
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.allProcs()
        resources.XObject = painter.images
        sheet.Resources = resources
        sheet.Annots = [self._link(text, page) for text in painter.links] or None
        sheet.setStream(painter.commands)
        return sheet

    def _link(self, text: Text, page: Page) -> Any:
        pdfdoc = self._pdfdoc
        left, low = text.x * POINT, (page.size.height - text.baseline) * POINT
        size = max(run.size_tenths_point for run in text.runs) / 10
        right = left + text.width_micrometres * PER_MICROMETRE
        rect = [round(v, 2) for v in (left, low - size * 0.3, right, low + size)]
        uri = {"S": pdfdoc.PDFName("URI"), "URI": pdfdoc.PDFString(text.link)}
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Annot"),
                "Subtype": pdfdoc.PDFName("Link"),
                "Rect": pdfdoc.PDFArray(rect),
                "Border": pdfdoc.PDFArray([0, 0, 0]),
                "A": pdfdoc.PDFDictionary(uri),
            },
        )

    def _describe(self, said: About) -> None:
        pdfdoc, document = self._pdfdoc, self._document
        info = document.info
        info.title, info.author, info.subject = said.title, said.author, said.subject
        info.creator = info.producer = _PROGRAM
        day = said.created
        document._timeStamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)  # noqa: SLF001 - the only way to say when a document was made
        document.updateSignature(f"{said}")
        shown = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        document.Catalog.ViewerPreferences = shown


@cache
def page_class() -> type[Any]:
    """Return ReportLab's page with the two entries that tagged pages need."""
    from reportlab.pdfbase.pdfdoc import PDFPage

    return type(
        "TaggedPage", (PDFPage,), {"__NoDefault__": [*PDFPage.__NoDefault__, "StructParents"]}
    )
