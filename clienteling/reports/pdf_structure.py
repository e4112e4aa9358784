"""Give a PDF its outline and its tags, so that readers and screen readers find their way."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any


class Outline:
    """The outline in the making: names, nested, each with its page.

    It stands where ReportLab's own outline would, hence ``prepare`` and ``ready``.
    """

    ready = 1

    def __init__(self) -> None:
        self._root = _Entry("", 0)

    def add(self, names: tuple[str, ...], page: int) -> None:
        """Add a page under its outer names, which are made when first met.

        Args:
            names: From the outermost to the page's own.
            page: The page's number, from 1.
        """
        parent = self._root
        for name in names[:-1]:
            if not parent.below or parent.below[-1].name != name:
                parent.below.append(_Entry(name, page))
            parent = parent.below[-1]
        parent.below.append(_Entry(names[-1], page))

    def prepare(self, document: Any, canvas: Any) -> None:
        """Do nothing: the outline is whole when the document asks for it."""

    def reference(self, document: Any) -> Any:
        """Add all entries to a document and return the reference of the outline."""
        from reportlab.pdfbase import pdfdoc

        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Outlines")})
        reference = document.Reference(root, "outline")
        _add_below(document, self._root, root, reference, "outline")
        return reference


@dataclass(slots=True)
class _Entry:
    name: str
    page: int
    below: list["_Entry"] = field(default_factory=list)


def _add_below(document: Any, entry: _Entry, holder: Any, parent: Any, path: str) -> None:
    from reportlab.pdfbase import pdfdoc

    if not entry.below:
        return
    names = [f"{path}.{number}" for number in range(len(entry.below))]
    references = [pdfdoc.PDFObjectReference(name) for name in names]
    for at, (child, name) in enumerate(zip(entry.below, names, strict=True)):
        target = [pdfdoc.PDFObjectReference(f"Page{child.page}"), pdfdoc.PDFName("Fit")]
        item = pdfdoc.PDFDictionary(
            {
                "Title": pdfdoc.PDFString(child.name),
                "Parent": parent,
                "Dest": pdfdoc.PDFArray(target),
            },
        )
        if at:
            item["Prev"] = references[at - 1]
        if at + 1 < len(references):
            item["Next"] = references[at + 1]
        _add_below(document, child, item, document.Reference(item, name), name)
    holder["First"], holder["Last"] = references[0], references[-1]
    holder["Count"] = len(references) if path == "outline" else -len(references)


@dataclass(slots=True)
class PageTags:
    """The tagged stretches of one page: what kind, and in words what it says or shows."""

    number: int
    marked: list[tuple[str, str]] = field(default_factory=list)

    def begin(self, kind: str, words: str) -> str:
        """Return the command that begins a stretch; ``EMC`` ends it.

        Args:
            kind: "P" or "Figure".
            words: What it shows, or reads as where its glyphs don't say so; may be empty.
        """
        self.marked.append((kind, words))
        return f"/{kind} <</MCID {len(self.marked) - 1}>> BDC"


class Tags:
    """The structure tree in the making. Source: ISO 32000-1 §14.7."""

    def __init__(self) -> None:
        self._pages: list[PageTags] = []

    def page(self) -> PageTags:
        """Begin the tags of the next page."""
        self._pages.append(PageTags(len(self._pages)))
        return self._pages[-1]

    def add_to(self, document: Any) -> None:
        """Add the tree to a document."""
        from reportlab.pdfbase import pdfdoc

        whole = pdfdoc.PDFObjectReference("tags.document")
        parents: list[Any] = []
        children: list[Any] = []
        for tags in self._pages:
            found = [self._element(document, tags, at, whole) for at in range(len(tags.marked))]
            children += found
            parents += [tags.number, document.Reference(pdfdoc.PDFArray(found))]
        root = pdfdoc.PDFObjectReference("tags")
        element = {
            "Type": pdfdoc.PDFName("StructElem"),
            "S": pdfdoc.PDFName("Document"),
            "P": root,
            "K": pdfdoc.PDFArray(children),
        }
        document.Reference(pdfdoc.PDFDictionary(element), "tags.document")
        numbers = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(parents)})
        tree = {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": whole,
            "ParentTree": document.Reference(numbers),
            "ParentTreeNextKey": len(self._pages),
        }
        document.Catalog.StructTreeRoot = document.Reference(pdfdoc.PDFDictionary(tree), "tags")
        document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _element(self, document: Any, tags: PageTags, at: int, parent: Any) -> Any:
        kind, words = tags.marked[at]
        return document.Reference(
            _element_class()(kind, words, f"Page{tags.number + 1}", at, parent)
        )


@cache
def _element_class() -> type[Any]:
    """Return the class of tagged stretches, which write themselves.

    A page has dozens; ReportLab's dictionaries would take half the time of a whole document.
    """
    from reportlab.pdfbase import pdfdoc

    class Element(pdfdoc.PDFObject):
        __RefOnly__ = 1

        def __init__(self, kind: str, words: str, page: str, at: int, parent: Any) -> None:
            self._kind, self._words, self._page, self._at = kind, words, page, at
            self._parent = parent

        def format(self, document: Any) -> bytes:
            parent = self._parent.format(document).decode()
            page = pdfdoc.PDFObjectReference(self._page).format(document).decode()
            said = f"/{'Alt' if self._kind == 'Figure' else 'ActualText'} " if self._words else ""
            words = f"<FEFF{self._words.encode('utf-16-be').hex()}>" if self._words else ""
            return (
                f"<</Type /StructElem /S /{self._kind} /P {parent} /Pg {page} /K {self._at} "
                f"{said}{words}>>"
            ).encode()

    return Element
