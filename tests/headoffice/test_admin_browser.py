"""The administration in a real Chromium, on the real server: one story from the first code on."""

import json
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Any

import pyotp
import pytest

from clienteling.cli import main
from clienteling.headoffice.overview import all_tills
from clienteling.sync.enrolling import enrol
from clienteling.sync.http import HttpTransport
from clienteling.sync.invitation import read_invitation
from clienteling.sync.wire import Cursor, Pull, Pulled, Refused
from tests.headoffice.administering import PASSPHRASE
from tests.headoffice.servers import Server, key_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAPER = {"light": "rgb(247, 244, 238)", "dark": "rgb(19, 18, 17)"}
WORDS = {"g": Cursor()}


@pytest.fixture
def browser() -> Iterator["Browser"]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if path is None:
        pytest.skip("Chromium is not installed here: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        one = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield one
        one.close()


@pytest.fixture
def page(browser: "Browser", server: Server) -> Iterator["Page"]:
    """A page without scripts, which tells of everything that a page was not allowed."""
    context = browser.new_context(
        base_url=server.address,
        ignore_https_errors=True,
        java_script_enabled=False,
        locale="en-GB",
        viewport={"width": 1280, "height": 800},
    )
    told: list[str] = []
    asked: list[str] = []
    one = context.new_page()
    one.set_default_timeout(10_000)
    one.on("console", lambda message: told.append(message.text))
    one.on("request", lambda request: asked.append(request.url))
    yield one
    context.close()
    # A form that is refused has its status; the browser says so, and nothing else is said.
    assert [text for text in told if "status of 422" not in text] == []
    assert [url for url in asked if not url.startswith(server.address)] == []


@pytest.fixture
def till_line(server: Server) -> Iterator[Callable[[str], HttpTransport]]:
    """Opens a line for a till, and hangs up at the end whatever came of it."""
    with ExitStack() as lines:
        yield lambda till: lines.enter_context(closing(server.transport(till)))


def _invited(server: Server, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    words = ["headoffice", "admin", "user", "--home", str(server.home.folder)]
    assert main([*words, "--port", str(server.port), "--json", "Hélène Marchand"]) == 0
    found: dict[str, str] = json.loads(capsys.readouterr().out)
    assert found["address"] == f"{server.address}/admin/welcome"
    return found


def _come_in(page: "Page", found: dict[str, str]) -> None:
    page.goto("/admin")
    page.get_by_role("link", name="I was given a code").click()
    page.get_by_label("Name").fill(found["name"])
    page.get_by_label("Code").fill(found["code"])
    page.get_by_role("button", name="Continue").click()
    page.get_by_text("Write it by hand instead").click()
    secret = (page.locator(".secret").text_content() or "").replace(" ", "")
    box = page.get_by_role("img").bounding_box()
    assert box is not None
    assert (box["width"], box["height"]) == (232, 232)
    page.get_by_label("Six digits").fill(pyotp.TOTP(secret).now())
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The passphrase once more").fill(PASSPHRASE)
    page.get_by_role("button", name="Keep this and sign in").click()


def _as_seen(page: "Page", scheme: Any) -> str:
    page.emulate_media(color_scheme=scheme)
    body = page.locator("body")
    return str(body.evaluate("body => getComputedStyle(body).backgroundColor"))


def _fits(page: "Page", width: int) -> None:
    """See that no page is wider than the window."""
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("/admin", "/admin/enrolment", "/admin/boutiques", "/admin/people"):
        page.goto(path)
        assert page.locator("html").evaluate("html => html.scrollWidth") <= width, (path, width)


def test_a_till_is_let_in_and_revoked_by_somebody_with_a_browser(
    server: Server,
    page: "Page",
    till_line: Callable[[str], HttpTransport],
    capsys: pytest.CaptureFixture[str],
) -> None:
    _come_in(page, _invited(server, capsys))
    assert page.get_by_role("heading", level=1).text_content() == "Tills"
    cookies = {str(one["name"]): one for one in page.context.cookies()}
    visit = cookies["__Host-office"]
    assert (visit["secure"], visit["httpOnly"], visit["sameSite"]) == (True, True, "Strict")

    page.get_by_role("link", name="Let a till in").first.click()
    page.get_by_label("Boutique").fill("PAR1")
    page.get_by_role("button", name="Make a code").click()
    line = page.locator(".whole").text_content() or ""
    invitation = read_invitation(line)
    assert invitation.address == server.address

    till = f"till-{secrets.token_hex(8)}"
    name = "Counter <b>one</b>, 中环"
    member = enrol(invitation, till, name, key_of(till))
    transport = till_line(till)
    transport.waiting = 12
    assert transport.pull(Pull(till, "life", 1, WORDS)) == Refused("pending")

    page.get_by_role("link", name="Look again").click()
    digits = page.get_by_label("Digits on the till’s screen")
    digits.fill(f"{(int(member.digits) + 1) % 1_000_000:06d}")
    page.get_by_role("button", name="Let it in").click()
    assert "not the digits of this till" in (page.locator(".wrong").text_content() or "")
    assert digits.get_attribute("aria-invalid") == "true"
    digits.fill(member.digits)
    digits.press("Enter")
    assert page.get_by_role("status").text_content() == f"{name} is let in."
    assert isinstance(transport.pull(Pull(till, "life", 1, WORDS)), Pulled)

    page.get_by_role("link", name="Tills", exact=True).first.click()
    row = page.get_by_role("row").filter(has_text="中环")
    told = [cell.strip() for cell in row.get_by_role("cell").all_text_contents()]
    assert told == ["PAR1", "In use", "just now", "12", "Right", "0.1.0"]

    page.get_by_role("link", name="简体中文").click()
    assert page.get_by_role("heading", level=1).text_content() == "门店电脑"
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.get_by_role("link", name=name).click()
    page.get_by_role("checkbox").check()
    page.get_by_label("如需清除").fill(name)
    page.get_by_role("button", name="停用").click()
    assert (
        page.get_by_role("status").text_content() == f"{name} 已停用，下次联络时将清除其客户册。"
    )
    assert transport.pull(Pull(till, "life", 1, WORDS)) == Refused("revoked")
    assert transport.order is not None
    page.get_by_role("link", name="English").click()
    with server.open() as office:
        states = {row.till: row.state for row in all_tills(office.database)}
    assert states[till] == "revoked"

    page.get_by_role("link", name="Journal").click()
    assert page.get_by_text("Every entry is as it was written").is_visible()
    assert {_as_seen(page, scheme) for scheme in PAPER} == set(PAPER.values())
    _fits(page, 390)
    _fits(page, 1280)
    page.keyboard.press("Tab")
    assert page.locator(":focus-visible").count() == 1
    page.get_by_role("button", name="Sign out").click()
    page.goto("/admin/journal")
    assert page.get_by_role("button", name="Sign in").is_visible()
