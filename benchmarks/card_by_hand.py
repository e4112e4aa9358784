"""The card's first screen as a hand would write it on the bare driver, with nothing around it."""

from datetime import date
from typing import Any

from sqlcipher3 import dbapi2

_ONE = {
    "head": """SELECT c.*, a.sha256, ci.name, ci.names, ci.highlighted, s.name FROM client c
        LEFT JOIN attachment a ON a.id = c.portrait_id LEFT JOIN circle ci ON ci.id = c.circle_id
        LEFT JOIN store s ON s.id = c.home_store_id WHERE c.id = :id AND c.deleted_at IS NULL""",
    "adviser": """SELECT s.id, s.given_name, a.since FROM assignment a
        JOIN staff s ON s.id = a.staff_id WHERE a.client_id = :id AND a.role = 'primary'
        AND a.until IS NULL AND a.deleted_at IS NULL ORDER BY a.since DESC, a.id LIMIT 1""",
    "preferences": """SELECT id, polarity, target, words, detail, strength, source, noted_on
        FROM preference WHERE client_id = :id AND deleted_at IS NULL
        ORDER BY strength DESC, noted_on DESC, id""",
    "addresses": """SELECT id, label, lines, locality, region, postal_code, country FROM address
        WHERE client_id = :id AND deleted_at IS NULL ORDER BY is_primary DESC, id""",
    "flags": """SELECT id, kind, reason FROM client_flag WHERE client_id = :id
        AND deleted_at IS NULL AND (until IS NULL OR until > :today) ORDER BY since DESC, id""",
    "consent": """SELECT channel, decision, at FROM consent_event WHERE client_id = :id
        AND purpose = 'marketing' AND deleted_at IS NULL ORDER BY at, id""",
    "contacts": """SELECT id, kind, value_raw, value_norm, label, is_primary, status
        FROM contact_point WHERE client_id = :id AND deleted_at IS NULL AND status != 'retired'
        ORDER BY is_primary DESC, id""",
    "sizes": """SELECT p.id, category, system, label, brand, fit, source, confirmed_on, given_name
        FROM size_profile p LEFT JOIN staff s ON s.id = p.staff_id
        WHERE p.client_id = :id AND p.deleted_at IS NULL ORDER BY p.id""",
    "dates": "SELECT * FROM key_date WHERE client_id = :id AND deleted_at IS NULL ORDER BY id",
    "ties": """SELECT id, from_client_id, to_client_id, kind, words, secret FROM relationship
        WHERE (from_client_id = :id OR to_client_id = :id) AND deleted_at IS NULL ORDER BY id""",
    "wishes": """SELECT w.id, w.product_id, w.words, p.name, p.name_words, w.size_label, noted_on
        FROM wish w LEFT JOIN product p ON p.id = w.product_id WHERE w.client_id = :id
        AND w.deleted_at IS NULL AND w.status IN ('open', 'offered')
        ORDER BY noted_on DESC, w.id DESC""",
    "stock": """SELECT w.id, s.store_id, st.city, sum(s.on_hand) FROM wish w
        JOIN variant v ON v.product_id = w.product_id JOIN stock s ON s.variant_id = v.id
        JOIN store st ON st.id = s.store_id WHERE w.client_id = :id AND w.deleted_at IS NULL
        AND w.status IN ('open', 'offered') AND s.deleted_at IS NULL
        AND (w.size_label IS NULL OR v.size_label IS NULL OR v.size_label = w.size_label)
        GROUP BY w.id, s.store_id""",
    "last_pieces": """SELECT l.id, p.id, l.words, p.name, p.name_words, pu.sold_on, l.net_minor,
        pu.currency FROM purchase pu JOIN purchase_line l ON l.purchase_id = pu.id
        LEFT JOIN product p ON p.id = l.product_id
        WHERE pu.client_id = :id AND pu.deleted_at IS NULL AND l.deleted_at IS NULL
        AND l.quantity + coalesce((SELECT sum(b.quantity) FROM purchase_line b
          WHERE b.return_of_id = l.id AND b.deleted_at IS NULL), 0) > 0
        AND NOT EXISTS (SELECT 1 FROM owned_piece o WHERE o.client_id = :id
          AND o.purchase_line_id = l.id AND o.state = 'returned' AND o.deleted_at IS NULL)
        ORDER BY pu.sold_at DESC, l.position, l.id LIMIT 8""",
    "notes": """SELECT n.id, n.noted_at, n.body, s.given_name, n.visibility, n.product_id
        FROM note n LEFT JOIN staff s ON s.id = n.staff_id WHERE n.client_id = :id
        AND n.deleted_at IS NULL AND n.visibility != 'private'
        ORDER BY n.noted_at DESC, n.id DESC LIMIT 30""",
    "meetings": """SELECT i.id, i.occurred_at, i.channel, i.summary, i.outcome, i.motive,
        s.given_name, st.name FROM interaction i LEFT JOIN staff s ON s.id = i.staff_id
        LEFT JOIN store st ON st.id = i.store_id WHERE i.client_id = :id
        AND i.deleted_at IS NULL AND i.visibility != 'private'
        ORDER BY i.occurred_at DESC, i.id DESC LIMIT 30""",
    "pieces": """SELECT l.id, pu.sold_at, l.words, p.name, p.name_words, p.id, l.net_minor,
        pu.currency, st.name, l.quantity, l.gift_words FROM purchase pu
        JOIN purchase_line l ON l.purchase_id = pu.id
        LEFT JOIN product p ON p.id = l.product_id LEFT JOIN store st ON st.id = pu.store_id
        WHERE pu.client_id = :id AND pu.deleted_at IS NULL AND l.deleted_at IS NULL
        ORDER BY pu.sold_at DESC, l.id DESC LIMIT 30""",
}
_KIN = "SELECT * FROM client WHERE id IN ({})"
_KIN_DATES = "SELECT * FROM key_date WHERE client_id IN ({}) AND deleted_at IS NULL"
_PICTURES = """SELECT pp.product_id, a.sha256 FROM product_picture pp
    JOIN attachment a ON a.id = pp.attachment_id WHERE pp.product_id IN ({})
    AND pp.deleted_at IS NULL ORDER BY pp.position DESC, pp.id DESC"""


def first_screen(raw: dbapi2.Connection, client_id: bytes, today: date) -> dict[str, Any]:
    """Read everything the first screen shows of a client, as plain rows of one moment."""
    values = {"id": client_id, "today": today.isoformat()}
    raw.execute("BEGIN")
    found: dict[str, Any] = {
        name: raw.execute(sql, values).fetchall() for name, sql in _ONE.items()
    }
    kin = {one for tie in found["ties"] for one in (tie[1], tie[2]) if one != client_id}
    found["kin"] = _of(raw, _KIN, kin)
    found["kin_dates"] = _of(raw, _KIN_DATES, kin)
    pieces = {row[1] for row in (*found["wishes"], *found["last_pieces"])}
    pieces |= {row[5] for row in (*found["pieces"], *found["notes"])}
    found["pictures"] = dict(_of(raw, _PICTURES, pieces - {None}))
    found["figures"] = _figures(raw, values)
    raw.execute("COMMIT")
    moments = [*found["notes"], *found["meetings"], *found["pieces"]]
    found["story"] = sorted(moments, key=lambda row: (row[1], row[0]), reverse=True)[:30]
    return found


def _of(raw: dbapi2.Connection, sql: str, ids: set[bytes]) -> list[tuple[Any, ...]]:
    if not ids:
        return []
    return list(raw.execute(sql.format(", ".join("?" * len(ids))), sorted(ids)).fetchall())


def _figures(raw: dbapi2.Connection, values: dict[str, Any]) -> dict[str, Any]:
    row = raw.execute(
        "SELECT spend_12m_minor, spend_minor, currency, first_day, visits, orders, months, "
        "last_seen_on, other_currencies FROM client_metric WHERE client_id = :id",
        values,
    ).fetchone()
    return {"spend": row[1], "orders": row[5], "months": row[6]}
