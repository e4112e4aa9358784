"""Give a PDF its outline and its tags, so that readers and screen readers find their way."""

from dataclasses import dataclass, field
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
        """Return the command that begins a stretch; ``EMC`` ends it."""
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
        from reportlab.pdfbase import pdfdoc

        kind, words = tags.marked[at]
        element = {
            "Type": pdfdoc.PDFName("StructElem"),
            "S": pdfdoc.PDFName(kind),
            "P": parent,
            "Pg": pdfdoc.PDFObjectReference(f"Page{tags.number + 1}"),
            "K": at,
            "Alt" if kind == "Figure" else "ActualText": pdfdoc.PDFString(words),
        }
        return document.Reference(pdfdoc.PDFDictionary(element))
