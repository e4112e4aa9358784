"""``import`` and ``export``: other programs' files in, and ours out."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clienteling.bootstrap import Backend
from clienteling.cli.common import BookOption, JsonOption, Line, answer, opened, say
from clienteling.domain.errors import UserError

if TYPE_CHECKING:
    from clienteling.exchange.faults import LineProblem
    from clienteling.exchange.prepare import Prepared


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("import")(bring_in)
    app.command("export")(export)


def bring_in(
    files: Annotated[list[Path], typer.Argument(help="CSV, TSV or XLSX files.")],
    book: BookOption = None,
    kind: Annotated[
        str | None, typer.Option("--as", help="clients or purchases; recognised unless given.")
    ] = None,
    dates: Annotated[
        str | None, typer.Option("--dates", help="day-first or month-first, where both fit.")
    ] = None,
    stores: Annotated[
        list[str] | None,
        typer.Option(
            "--store", help="NAME=CODE: the boutique that a name in the file means; repeatable."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check only.")] = False,
    report: Annotated[
        Path | None, typer.Option("--report", help="Where the lines to mend are written.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Bring files of clients or purchases into the book; a file brought in again doubles nothing.

    Example: clienteling import customers.csv orders.csv --dry-run
    """
    results = []
    with opened(book, alone=not dry_run) as backend:
        for path in files:
            prepared = _with_stores(backend, _prepared(backend, path, kind, dates), stores or [])
            to_mend = _report_of(path, files, report)
            result = (_check if dry_run else _load)(backend, prepared, to_mend)
            results.append(result)
            if not as_json:
                _tell(result)
    if as_json:
        answer(results if len(results) > 1 else results[0])
    if any(one["bad"] for one in results):
        raise typer.Exit(1)


def export(
    out: Annotated[Path, typer.Option("--out", "-o", help="A .csv, .xlsx or .json file.")],
    book: BookOption = None,
    amounts: Annotated[
        bool, typer.Option("--amounts", help="With what each client spent.")
    ] = False,
) -> None:
    """Write the clients to a file; formulas in names are made harmless.

    Example: clienteling export -o clients.xlsx
    """
    from clienteling.exchange.export_clients import export_clients

    with opened(book) as backend, backend.opened.store().read() as session:
        count = export_clients(session, out, amounts=amounts)
    say(f"{count:,} clients are in {out}.")


def _prepared(backend: Backend, path: Path, kind: str | None, dates: str | None) -> "Prepared":
    from clienteling.exchange.dates import DateOrder
    from clienteling.exchange.fields import FileKind
    from clienteling.exchange.prepare import prepare

    if kind not in (None, "clients", "purchases"):
        raise UserError("--as takes clients or purchases.")
    if dates not in (None, "day-first", "month-first"):
        raise UserError("--dates takes day-first or month-first.")
    prepared = backend.ask(
        prepare,
        path=path,
        kind=None if kind is None else FileKind(kind),
        date_order=None if dates is None else DateOrder(dates.replace("-", "_")),
    )
    say(f"{path.name}: {_understood(prepared)}.")
    return prepared


def _report_of(path: Path, files: list[Path], report: Path | None) -> Path | None:
    """Return where a file's lines to mend go; with several files each has a report of its own."""
    if report is None or len(files) == 1:
        return report
    return report.with_name(f"{report.stem}-{path.stem}{report.suffix}")


def _with_stores(backend: Backend, prepared: "Prepared", said: list[str]) -> "Prepared":
    """Return a file as it is understood with the boutiques that were named for it."""
    from clienteling.exchange.house_names import read_house_names

    if not said:
        return prepared
    names, mapping = backend.ask(read_house_names), prepared.mapping
    for one in said:
        name, _, code = one.rpartition("=")
        store = names.store(code)
        if not name or store is None:
            raise UserError(f"--store takes NAME=CODE; {one} names no boutique of the book.")
        mapping = mapping.with_store(name, store.hex())
    return replace(prepared, mapping=mapping)


def _understood(prepared: "Prepared") -> str:
    kind = prepared.mapping.kind.value
    how = prepared.mapping.name or ("as last time" if prepared.is_remembered else "by its columns")
    return f"{kind}, {how}"


def _check(backend: Backend, prepared: "Prepared", report: Path | None) -> dict[str, object]:
    from clienteling.exchange.checking import CheckOptions, check_file
    from clienteling.exchange.house_names import read_house_names
    from clienteling.exchange.rejects import write_rejects

    me, names = backend.me(), backend.ask(read_house_names)
    options = CheckOptions(me.store.currency, me.store.country, names) if me else None
    found = check_file(
        prepared.path, prepared.facts, prepared.mapping, options=options, progress=Line()
    )
    if report is not None and found.bad:
        write_rejects(found, report)
    return _summary(prepared.path, found.read, found.good, found.bad, found.problems, {})


def _load(backend: Backend, prepared: "Prepared", report: Path | None) -> dict[str, object]:
    from clienteling.exchange.load import ImportOptions, import_file

    me = backend.me()
    if me is None:
        raise UserError("This book has no boutique yet; open it once, or make a demo book.")
    backend.opened.back_up_before_import()
    result = import_file(
        backend.opened.store(), prepared.path, prepared.facts, prepared.mapping,
        clock=backend.clock,
        options=ImportOptions(me.store.id, me.staff.id, rejects=report),
        progress=Line(),
    )  # fmt: skip
    added = dict(result.added)
    summary = _summary(prepared.path, result.read, result.good, result.bad, result.problems, added)
    return {**summary, "batch": result.batch_id}


def _summary(
    path: Path,
    read: int,
    good: int,
    bad: int,
    problems: "list[LineProblem]",
    added: dict[str, int],
) -> dict[str, object]:
    return {
        "file": path.name, "read": read, "good": good, "bad": bad, "added": added,
        "problems": problems,
    }  # fmt: skip


def _tell(result: dict[str, object]) -> None:
    problems = result["problems"]
    for one in problems if isinstance(problems, list) else ():
        where = f", {one.column}" if one.column else ""
        say(f"line {one.line}{where}: {one.reason}; {one.remedy} [{one.value}]")
    added = result["added"]
    new = (
        ", ".join(f"{count:,} {table}" for table, count in added.items())
        if isinstance(added, dict)
        else ""
    )
    print(
        f"{result['file']}: {result['read']:,} lines read, {result['good']:,} good, "
        f"{result['bad']:,} to mend" + (f"; new: {new}" if new else "")
    )
