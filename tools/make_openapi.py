"""Write ``docs/openapi.json`` from the words of the wire, or say whether it is as they are.

Usage: python -m tools.make_openapi [--check]
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from clienteling.headoffice.web import trust
from clienteling.sync import wire
from clienteling.sync.packing import JSON, MSGPACK

PATH = Path(__file__).resolve().parent.parent / "docs" / "openapi.json"

#: What is asked, and what is answered with 200.
WORDS: dict[str, tuple[str, type, tuple[type, ...]]] = {
    "/v1/push": (
        "Send a stretch of a till's log.",
        wire.Push,
        (wire.Pushed, wire.Elsewhere, wire.Amnesia),
    ),
    "/v1/pull": (
        "Ask for what is new in the till's scopes.",
        wire.Pull,
        (wire.Pulled, wire.Amnesia, wire.SnapshotNeeded),
    ),
    "/v1/snapshot": (
        "Ask for a part of a scope's prepared snapshot; *refused* where there is none.",
        wire.SnapshotAsked,
        (wire.SnapshotPart, wire.Refused),
    ),
    "/v1/enrol": (
        "Ask to be let in, with a one-time code. `key` and `proof` are base64 for URLs.",
        trust.EnrolWords,
        (trust.Welcome,),
    ),
    "/v1/session": (
        "Ask for a nonce; bring it back signed for a token.",
        trust.SessionWords,
        (trust.Nonce, trust.Begun),
    ),
}

REFUSALS = {
    "400": "Cannot be read at all, or was cut short.",
    "401": "`session`: no session, or not signed as it should be: begin a new one. `replay`: its "
    "number was used.",
    "403": "`revoked` (with an `order`, signed by head office, where the book is to be erased), "
    "`pending`, `unknown`, `another till`, `code`.",
    "408": "The body came too slowly.",
    "413": "Larger than is agreed, as it is or without its compression.",
    "415": "Another content type or encoding than the agreed ones.",
    "422": "Can be read and makes no sense; `reason` says where.",
    "426": "`upgrade`: this protocol or schema is not spoken any more. `newer`: not yet.",
    "429": "Too often; `Retry-After` says for how long.",
    "500": "A fault of head office; nothing was kept in part.",
    "503": "Busy, or the database is away; `Retry-After` says for how long.",
}

SIGNED = {
    "name": "clienteling-signature",
    "in": "header",
    "required": True,
    "schema": {"type": "string"},
    "description": "base64url of an Ed25519 signature over these lines, joined by a newline: "
    "`clienteling 1`, `request`, SHA-256 of the token in hex, the counter, the method, the path "
    "with its query, SHA-256 of the body as it is sent in hex.",
}
COUNTER = {
    "name": "clienteling-counter",
    "in": "header",
    "required": True,
    "schema": {"type": "integer", "minimum": 1},
    "description": "Larger than any this session has used; a request that comes twice is refused.",
}


def document() -> dict[str, Any]:
    """Return the description of head office's interface."""
    kinds = {kind for _words, asked, told in WORDS.values() for kind in (asked, *told)}
    ordered = sorted({*kinds, wire.Refused}, key=lambda kind: kind.__name__)
    _refs, schemas = msgspec.json.schema_components(
        ordered, ref_template="#/components/schemas/{name}"
    )
    paths = {path: {"post": _post(path, *words)} for path, words in WORDS.items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Head office of clienteling",
            "version": str(wire.PROTOCOL),
            "description": "What a till says to head office over HTTPS, in MessagePack or JSON, "
            "compressed with zstd where `Content-Encoding` says so. docs/sync.md has the "
            "concepts and an example of every message.",
        },
        "paths": {**paths, **_contents(), **_plain()},
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "parameters": {"counter": COUNTER, "signature": SIGNED},
            "responses": {
                status: {"description": words, "content": _both(_ref(wire.Refused))}
                for status, words in REFUSALS.items()
            },
            "securitySchemes": {
                "till": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "authorization",
                    "description": "`Till` and the token of a session.",
                }
            },
        },
    }


def _post(path: str, words: str, asked: type, told: tuple[type, ...]) -> dict[str, Any]:
    is_open = path in {"/v1/enrol", "/v1/session"}
    refs = [_ref(kind) for kind in told]
    answer = refs[0] if len(refs) == 1 else {"oneOf": refs}
    return {
        "summary": words,
        **({} if is_open else _bound()),
        "requestBody": {"required": True, "content": _both(_ref(asked))},
        "responses": {"200": {"description": "The answer.", "content": _both(answer)}}
        | _refusals(),
    }


def _contents() -> dict[str, Any]:
    raw: dict[str, Any] = {"application/octet-stream": {}}
    sha256 = {
        "name": "sha256",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    }
    wanted = {
        "type": "object",
        "properties": {"wanted": {"type": "array", "items": {"type": "string"}}},
    }
    not_here = {"404": {"description": "Not here. `Upload-Offset` where a row names it."}}

    def act(words: str, answers: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"summary": words, **_bound(), **more, "responses": {**answers, **_refusals()}}

    return {
        "/v1/blobs": {
            "get": act(
                "Ask which contents rows name and head office has not.",
                {"200": {"description": "Their hashes.", "content": _both(wanted)}},
            )
        },
        "/v1/blobs/{sha256}": {
            "parameters": [sha256],
            "head": act(
                "Ask how far a content is here.",
                {"200": {"description": "`Upload-Offset`, equal to its size."}, **not_here},
            ),
            "get": act(
                "Ask for a piece, with `Range`.",
                {"206": {"description": "A piece.", "content": raw}, **not_here}
                | {"416": {"description": "Past its end."}},
            ),
            "put": act(
                "Send a piece, with `Upload-Offset` and `Upload-Length`.",
                {"200": {"description": "`Upload-Offset`: go on from there."}, **not_here}
                | {"507": {"description": "Head office's disk is full."}},
                requestBody={"content": raw},
            ),
        },
    }


def _plain() -> dict[str, Any]:
    def get(words: str, kind: str, **more: str) -> dict[str, Any]:
        answers = {"200": {"description": "So it is.", "content": {kind: {}}}}
        told = {status.strip("_"): {"description": said} for status, said in more.items()}
        return {"get": {"summary": words, "responses": answers | told}}

    return {
        "/v1/authority": get(
            "The certificate of head office's own authority; compare its fingerprint.",
            "application/x-pem-file",
            _404="A public authority vouches for it.",
        ),
        "/health": get("Whether it works.", JSON, _503="Its database does not answer."),
        "/metrics": get(
            "Figures for Prometheus.",
            "text/plain",
            _404="Asked from a network that the settings do not name.",
        ),
    }


def _bound() -> dict[str, Any]:
    names = ("counter", "signature")
    return {
        "security": [{"till": []}],
        "parameters": [{"$ref": f"#/components/parameters/{name}"} for name in names],
    }


def _refusals() -> dict[str, Any]:
    return {status: {"$ref": f"#/components/responses/{status}"} for status in REFUSALS}


def _both(schema: dict[str, Any]) -> dict[str, Any]:
    return {kind: {"schema": schema} for kind in (MSGPACK, JSON)}


def _ref(kind: type) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{kind.__name__}"}


def text() -> str:
    """Return the document as it stands in the file."""
    return json.dumps(document(), indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the file, or compare it."""
    if "--check" in sys.argv[1:]:
        same = PATH.is_file() and PATH.read_text("utf-8") == text()
        print("docs/openapi.json is as the words are." if same else "docs/openapi.json is old.")
        return 0 if same else 1
    PATH.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
