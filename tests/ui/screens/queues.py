"""A CUPS of a test's own: its own folder, its own socket, one queue that keeps what it prints."""

import ctypes
import ctypes.util
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NAME = "Salon"
_TRIES = 2000  # some milliseconds each
FILTERS = Path("/usr/lib/cups/filter")

_SERVER = """
Listen {folder}/socket
Browsing Off
WebInterface No
DefaultAuthType None
LogLevel warn
<Location />
  Order deny,allow
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""

_FILES = """
FileDevice Yes
ServerRoot {folder}/root
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
"""

# A printer that takes PDF as it is: CUPS chooses pages and copies, and nothing is drawn anew.
_PRINTER = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "SALON.PPD"
*Manufacturer: "House"
*Product: "(Salon)"
*ModelName: "Salon"
*ShortNickName: "Salon"
*NickName: "Salon"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Paper: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*PageSize A5/A5: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Paper: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*PageRegion A5/A5: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*ImageableArea A5/A5: "0 0 420 595"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension A5/A5: "420 595"
"""


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue and the file that stands for its paper."""

    server: str
    paper: Path


def missing() -> str:
    """Name what this machine lacks for a CUPS of one's own; empty where nothing is."""
    programs = [name for name in ("cupsd", "lpadmin", "lp") if _found(name) is None]
    if not (FILTERS / "pdftopdf").exists():
        programs.append("pdftopdf")
    return ", ".join(programs)


@contextmanager
def own_queue() -> Iterator[Queue]:
    """Run CUPS with one queue, for this thread and the programs it is told to."""
    # Not below pytest's own folders: CUPS works as another user where it was begun as root.
    with tempfile.TemporaryDirectory(prefix="cups-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        for part in ("root", "spool", "spool/tmp", "cache", "state"):
            (folder / part).mkdir()
        (folder / "cupsd.conf").write_text(_SERVER.format(folder=folder))
        (folder / "files.conf").write_text(_FILES.format(folder=folder))
        (folder / "salon.ppd").write_text(_PRINTER)
        files = ["-c", str(folder / "cupsd.conf"), "-s", str(folder / "files.conf")]
        with subprocess.Popen([_found("cupsd") or "cupsd", "-f", *files]) as running:
            try:
                queue = Queue(str(folder / "socket"), folder / "paper.pdf")
                _add(queue, folder / "salon.ppd")
                with _heard(queue.server):
                    yield queue
            finally:
                running.terminate()


def _add(queue: Queue, printer: Path) -> None:
    """Make the queue; CUPS answers some moments after it was begun."""
    device = ["-v", f"file:{queue.paper}", "-P", str(printer)]
    adding = [_found("lpadmin") or "lpadmin", "-h", queue.server, "-p", NAME, "-E", *device]
    said = ""
    for _try in range(_TRIES):
        done = subprocess.run(adding, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return
        said = done.stderr
    raise AssertionError(said)


@contextmanager
def _heard(server: str) -> Iterator[None]:
    """Let Qt, in this thread, ask this CUPS: a variable would come too late once it has asked."""
    cups = ctypes.CDLL(ctypes.util.find_library("cups") or "libcups.so.2")
    cups.cupsSetServer(server.encode())
    try:
        yield
    finally:
        cups.cupsSetServer(None)


def _found(program: str) -> str | None:
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin:/usr/bin")
