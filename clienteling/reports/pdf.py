"""Write composed pages as a PDF: selectable text, real language, title, outline and tags."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, BinaryIO, Final

from clienteling.domain.progress import Progress, Silent
from clienteling.reports.compose import compose
from clienteling.reports.embed import EmbeddedFace
from clienteling.reports.lookbook import LookbookSnapshot
from clienteling.reports.page import (
    Box,
    CheckBox,
    Code,
    Ink,
    Page,
    Picture,
    PictureSource,
    Rect,
    Rule,
    Text,
    paint,
)
from clienteling.reports.pdf_structure import Outline, PageTags, Tags
from clienteling.reports.pictures import Jpeg, PreparedPictures
from clienteling.reports.words import WORDS

_POINT: Final = 72 / 254
_PER_MICROMETRE: Final = 72 / 25_400
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

    def _page_object(self, page: Page, painter: "PdfPainter") -> Any:
        pdfdoc = self._pdfdoc
        sheet = page_class()()
        sheet.pagewidth = page.size.width * _POINT
        sheet.pageheight = page.size.height * _POINT
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
        left, low = text.x * _POINT, (page.size.height - text.baseline) * _POINT
        size = max(run.size_tenths_point for run in text.runs) / 10
        right = left + text.width_micrometres * _PER_MICROMETRE
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


@dataclass(slots=True)
class PdfPainter:
    """Draws operations as the commands of one page."""

    document: Document
    height: int
    tags: PageTags
    commands: list[str] = field(default_factory=list)
    images: dict[str, Any] = field(default_factory=dict)
    links: list[Text] = field(default_factory=list)

    def text(self, operation: Text) -> None:
        """Draw a line of text."""
        if not operation.runs:
            return
        say = self.commands.append
        turned = any(run.rtl for run in operation.runs)
        say(self.tags.begin("P", operation.logical if turned else ""))
        say(f"{_colour(operation.ink)} rg BT")
        x, y = operation.x * _POINT, self._y(operation.baseline)
        for run in operation.runs:
            face = self.document.face(run.face)
            left = x + run.offset_micrometres * _PER_MICROMETRE
            say(f"/{face.name} {run.size_tenths_point / 10:g} Tf 1 0 0 1 {left:.3f} {y:.3f} Tm")
            say(f"{face.shown(run.text)} TJ")
        say("ET EMC")
        if operation.link:
            self.links.append(operation)

    def rule(self, operation: Rule) -> None:
        """Draw a hairline."""
        top = operation.y - operation.thickness / 2
        self._filled(operation.ink, operation.x, top, operation.width, operation.thickness)

    def box(self, operation: Box) -> None:
        """Draw a rectangle."""
        frame = operation.frame
        if operation.fill:
            self._filled(operation.fill, frame.x, frame.y, frame.width, frame.height)
        if operation.outline:
            self._outlined(operation.outline, frame, operation.thickness)

    def check_box(self, operation: CheckBox) -> None:
        """Draw a square for a pen."""
        self._outlined(operation.ink, operation.frame, 3)

    def code(self, operation: Code) -> None:
        """Draw a QR code, each row's dark stretches as one rectangle."""
        frame, count = operation.frame, len(operation.rows)
        side = frame.width / count
        self.commands.append(
            f"{self.tags.begin('Figure', operation.payload)} {_colour(Ink.INK)} rg"
        )
        for row, modules in enumerate(operation.rows):
            for start, end in _dark_stretches(modules):
                x, y = frame.x + start * side, frame.y + row * side
                self.commands.append(f"{self._rectangle(x, y, (end - start) * side, side)} f")
        self.commands.append("EMC")

    def picture(self, operation: Picture) -> bool:
        """Draw a picture and say whether it could be had."""
        found = self.document.image(operation)
        if found is None:
            return False
        name, reference = found
        self.images[name] = reference
        frame = operation.frame
        place = f"{frame.width * _POINT:.3f} 0 0 {frame.height * _POINT:.3f}"
        corner = f"{frame.x * _POINT:.3f} {self._y(frame.bottom):.3f}"
        tag = self.tags.begin("Figure", operation.words)
        self.commands.append(f"{tag} q {place} {corner} cm /{name} Do Q EMC")
        return True

    def _filled(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        rectangle = self._rectangle(x, y, width, height)
        self.commands.append(f"/Artifact BMC {_colour(ink)} rg {rectangle} f EMC")

    def _outlined(self, ink: Ink, frame: Rect, thickness: int) -> None:
        rectangle = self._rectangle(frame.x, frame.y, frame.width, frame.height)
        width = f"{thickness * _POINT:.3f} w"
        self.commands.append(f"/Artifact BMC {_colour(ink)} RG {width} {rectangle} S EMC")

    def _rectangle(self, x: float, y: float, width: float, height: float) -> str:
        sizes = f"{width * _POINT:.3f} {height * _POINT:.3f}"
        return f"{x * _POINT:.3f} {self._y(y + height):.3f} {sizes} re"

    def _y(self, y: float) -> float:
        return (self.height - y) * _POINT


def _colour(ink: Ink) -> str:
    parts = (int(ink.value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.4g}" for part in parts)


def _dark_stretches(modules: str) -> Iterable[tuple[int, int]]:
    start = None
    for at, module in enumerate(f"{modules}0"):
        if module == "1" and start is None:
            start = at
        elif module == "0" and start is not None:
            yield start, at
            start = None
