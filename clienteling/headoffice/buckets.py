"""Comparing what head office has of a scope with what a till has, bucket by bucket.

A bucket is the living rows of one table whose ids end in the same two digits; its digest is how
many they are and the sum of their versions. Ids are random at their end, so buckets are equal in
size, and a till that has lost or kept a row it should not is told by one or two of them.
"""

from collections.abc import Iterable, Mapping

from clienteling.headoffice import feed
from clienteling.headoffice.dialect import Transaction
from clienteling.sync.wire import Bucket, Cursor, Digest

#: No more rows are told again in one answer; what still differs is told the next time.
MOST_ROWS = 5_000


def differing(
    transaction: Transaction, cursors: Mapping[str, Cursor], digests: Iterable[Digest]
) -> tuple[Bucket, ...]:
    """Return the buckets that differ, with all their rows as they are here.

    Args:
        transaction: Of one moment.
        cursors: How far the till has read its scopes; one that is not at its head is passed over.
        digests: What the till has.
    """
    theirs = {(scope, table, bucket): rest for scope, table, bucket, *rest in digests}
    found: list[Bucket] = []
    count = 0
    for scope, cursor in sorted(cursors.items()):
        head = transaction.all("SELECT head FROM sync_scope WHERE scope = ?", (scope,))
        if not head or int(head[0][0]) != cursor.seq:
            continue
        ours = _ours(transaction, scope)
        told = {key[1:]: rest for key, rest in theirs.items() if key[0] == scope}
        for table, bucket in sorted({*ours, *told}):
            if ours.get((table, bucket)) == told.get((table, bucket)) or count >= MOST_ROWS:
                continue
            rows = feed.rows_in_bucket(transaction, scope, table, bucket)
            count += len(rows)
            found.append(Bucket(scope, table, bucket, tuple(rows)))
    return tuple(found)


def _ours(transaction: Transaction, scope: str) -> dict[tuple[str, str], list[int]]:
    found = transaction.all(
        "SELECT tbl, substr(row_id, 31, 2), count(*), sum(seq) FROM sync_feed"
        " WHERE scope = ? AND state = 0 GROUP BY 1, 2",
        (scope,),
    )
    return {(str(tbl), str(bucket)): [int(n), int(total)] for tbl, bucket, n, total in found}
