"""``clienteling headoffice …``: answers for programs, words for people, exit codes 0, 1 and 2."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from clienteling.cli import app, main
from clienteling.domain.clock import SystemClock
from clienteling.headoffice.enrolment import Asked, Enrolled
from clienteling.headoffice.home import Home
from clienteling.headoffice.journal import Journal
from clienteling.headoffice.opening import open_office
from clienteling.sync.invitation import plain_code, read_invitation
from clienteling.sync.signing import TillKey, digits, enrolment_words

OFFICE: Any = vars(typer.main.get_command(app))["commands"]["headoffice"]
ADMIN: dict[str, Any] = OFFICE.commands["admin"].commands
KEY = TillKey(bytes(range(32)))

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command of a head office in this test's own folder."""

    def run_it(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["headoffice", *words, "--home", str(tmp_path / "office")])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_it


@pytest.fixture
def home(run: Run, tmp_path: Path) -> Home:
    code, out, err = run("init", "--house", 'Maison "S" — 王', "--name", "hq.example")
    assert (code, len(out.strip())) == (0, 64)
    assert "Keep its folder keys apart" in err
    return Home(tmp_path / "office")


def test_every_command_has_an_example() -> None:
    commands = {**OFFICE.commands, **ADMIN}
    del commands["admin"]
    assert [name for name, one in commands.items() if "Example: clienteling" not in one.help] == []


def test_what_init_was_told_is_in_the_settings(home: Home, run: Run) -> None:
    settings = home.settings()
    assert (settings.house, settings.names, settings.port) == (
        'Maison "S" — 王',
        ("hq.example",),
        8843,
    )
    assert home.address() == "https://hq.example:8843"
    code, _out, err = run("init")
    assert code == 1
    assert "already" in err


def test_a_till_is_let_in_listed_granted_and_revoked_by_commands(home: Home, run: Run) -> None:
    code, out, _err = run("admin", "code", "--boutique", "PAR1", "--also", "LYO1")
    invitation = read_invitation(out)
    assert (code, invitation.address) == (0, "https://hq.example:8843")
    assert invitation.authority == home.authority()
    salt = _enrol(home, invitation.code)
    assert _states(run) == {"till": "waiting"}
    shown = digits(KEY.public, "till", salt, home.authority())
    wrong = f"{(int(shown) + 1) % 1_000_000:06d}"
    assert run("admin", "confirm", "till", wrong)[0] == 1
    assert run("admin", "confirm", "till", shown)[0] == 0
    assert _states(run) == {"till": "heard"}
    told = json.loads(run("admin", "grant", "till", "GVA1", "--json")[1])
    assert told == {"till": "till", "granted": ["g", "b:PAR1", "b:GVA1"]}
    assert json.loads(run("admin", "status", "--json")[1])["tills"] == {"heard": 1}
    assert run("admin", "revoke", "till", "--erase-book")[0] == 0
    assert _states(run) == {"till": "revoked"}
    assert "revoked" in run("admin", "tills")[1]
    run("admin", "revoke", "nobody")
    run("admin", "erase", "0" * 32, "--boutique", "PAR1")
    told = {"name": "The till"}
    assert _journal(home) == [
        ("made_code", "PAR1", {"also": "LYO1"}),
        ("let_in", "till", told),
        ("nothing", "till", {**told, "tried": "let_in"}),
        ("let_in", "till", told),
        ("limited", "till", {**told, "boutique": "GVA1"}),
        ("erased", "till", told),
        ("revoked", "nobody", {}),
        ("nothing", "nobody", {"tried": "revoked"}),
        ("erased_client", "0" * 32, {"boutique": "PAR1"}),
        ("nothing", "0" * 32, {"boutique": "PAR1", "tried": "erased_client"}),
    ]


def _enrol(home: Home, code: str) -> str:
    proof = KEY.sign(enrolment_words(plain_code(code), "till", KEY.public))
    with open_office(home, SystemClock(), threads=1) as office:
        found = office.enrolment.enrol(Asked(code, "till", "The till", KEY.public, proof))
    assert isinstance(found, Enrolled)
    assert found.granted == ("g", "b:PAR1", "b:LYO1")
    return found.salt


def _journal(home: Home) -> list[tuple[str, str, dict[str, str]]]:
    """Return what the journal says that the command line did, the oldest first."""
    with open_office(home, SystemClock(), threads=1) as office:
        journal = Journal(office.database, SystemClock(), home.key("seal"))
        assert journal.fault() is None
        entries = reversed(journal.entries(2**62, 100))
        return [(one.did, one.about, dict(one.detail)) for one in entries if not one.who]


def _states(run: Run) -> dict[str, str]:
    return {one["till"]: one["state"] for one in json.loads(run("admin", "tills", "--json")[1])}


def test_backups_are_made_listed_and_put_back(home: Home, run: Run) -> None:
    made = json.loads(run("admin", "backup", "--json")[1])
    listed = json.loads(run("admin", "backup", "--list", "--json")[1])
    assert listed == [made]
    assert Path(made["folder"]).parent == home.backups
    code, _out, err = run("admin", "restore")
    assert code == 0
    assert Path(made["folder"]).name in err
    assert _journal(home) == [("restored", Path(made["folder"]).name, {})]
    assert any("set-aside" in one.name for one in home.folder.iterdir())
    assert run("admin", "upgrade")[0] == run("admin", "snapshots")[0] == 0


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["admin", "code", "--boutique", "a b"], 1, "no boutique's scope"),
        (["admin", "code"], 2, "--boutique"),
        (["admin", "revoke", "nobody"], 1, "No till nobody is known"),
        (["admin", "refuse", "nobody"], 1, "waits"),
        (["admin", "grant", "nobody", "LYO1"], 1, "No till nobody is known"),
        (["admin", "erase", "0" * 32, "--boutique", "PAR1"], 1, "nobody of the id"),
        (["admin", "restore"], 1, "no backup"),
        (["admin", "restore", "--from", "/nowhere"], 1, "no backup"),
        (["admin", "dance"], 2, "No such command"),
        (["serve", "--port", "99999"], 2, "--port"),
        (["init", "--certificate", "x.pem"], 2, "given together"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_says_why(
    home: Home, run: Run, words: list[str], code: int, sentence: str
) -> None:
    found, out, err = run(*words)
    assert (found, out) == (code, "")
    assert sentence in err


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("port = 8843", "port = "), "cannot be read"),
        (("port = 8843", "prot = 8843"), "no setting"),
        (('names = ["hq.example"]', "names = []"), "no setting"),
        (("metrics_from = []", "metrics_from = [5]"), "no setting"),
    ],
    ids=["no toml", "unknown", "nameless", "wrong type"],
)
def test_settings_that_cannot_be_read_stop_every_command(
    home: Home, run: Run, change: tuple[str, str], sentence: str
) -> None:
    path = home.folder / "headoffice.toml"
    path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
    code, _out, err = run("admin", "status")
    assert code == 1
    assert sentence in err


def test_a_lost_key_and_a_wrong_key_change_nothing(home: Home, run: Run) -> None:
    key = home.folder / "keys" / "data.key"
    kept = key.read_bytes()
    for wrong, sentence in ((b"short", "no key"), (bytes(32), "cannot be read with the key")):
        key.write_bytes(wrong)
        code, _out, err = run("admin", "status")
        assert code == 1
        assert sentence in err
    key.unlink()
    assert run("admin", "status")[0] == 1
    key.write_bytes(kept)
    assert run("admin", "status")[0] == 0
