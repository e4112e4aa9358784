"""What sharing must survive, and which test or which step of the simulation shows that it does.

A name with ``::`` is a test; a plain word is a step or a fault of the simulation, which happens
between any two steps of a sync and is followed by rest and judgement.

It is long because so much can happen.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that happens, and where it is shown.

    Args:
        what: The fault.
        shown: Tests, and steps of the simulation.
        open: What of it is not shown here.
    """

    what: str
    shown: tuple[str, ...] = ()
    open: str = ""


_ENGINE, _ASIDE = "tests/sync/test_engine.py::", "tests/sync/test_set_aside.py::"
_MERGE, _CASTS = "tests/sync/test_merge.py::", "tests/sync/test_casts.py::"
_OFFICE, _LINE = "tests/headoffice/test_head_office.py::", "tests/headoffice/test_line.py::"
_ASKED, _STORMS = "tests/headoffice/test_requests.py::", "tests/headoffice/test_disasters.py::"
_TILL, _BLOBS = "tests/bootstrap/test_syncing.py::", "tests/sync/test_blobs.py::"
_THERE = "tests/postgres/"

FAILURES: Mapping[int, Failure] = {
    1: Failure("a request is lost on its way", ("lost",)),
    2: Failure(
        "an answer is lost after the commit",
        ("unanswered", f"{_ENGINE}test_a_lost_answer_has_one_effect_and_the_wait_grows"),
    ),
    3: Failure("a message comes several times, also hours later", ("doubled", "delayed")),
    4: Failure("messages come in another order", ("delayed", "late message")),
    5: Failure(
        "a message is cut off",
        ("garbled", f"{_ASKED}test_a_body_that_cannot_be_read_is_refused"),
    ),
    6: Failure(
        "head office stops before, in and after a transaction",
        (
            "kill head office",
            f"{_STORMS}test_a_server_that_is_killed_in_the_middle_of_pushes_loses_and_doubles_nothing",
        ),
    ),
    7: Failure("a till stops before any statement of a sync", ("kill a till",)),
    8: Failure(
        "a till is killed at every write to its disk",
        ("kill a till",),
        open="drawn at random before any statement, not listed one by one; with a real disk never",
    ),
    9: Failure(
        "the power fails and the disk's own memory with it",
        open="the write-ahead log's own tests are trusted; tests/storage kills processes only",
    ),
    10: Failure(
        "two tills, one client, different fields",
        (f"{_MERGE}test_different_fields_written_apart_are_both_kept", "act"),
    ),
    11: Failure(
        "two tills, one field, different values",
        (f"{_ENGINE}test_a_clash_is_told_on_both_tills_with_both_sides", "act"),
    ),
    12: Failure(
        "two tills, one field, one value",
        (
            f"{_MERGE}test_the_same_value_from_two_sides_is_no_conflict",
            f"{_ENGINE}test_what_two_tills_wrote_alike_ends_with_the_same_stamps_on_both",
        ),
    ),
    13: Failure(
        "a removal against an edit, either first",
        (
            f"{_MERGE}test_an_edit_outlives_a_removal_it_had_not_seen",
            f"{_MERGE}test_a_removal_gives_way_to_an_edit_it_had_not_seen",
            "act",
        ),
    ),
    14: Failure(
        "two removals; an edit of a row never seen",
        (
            f"{_MERGE}test_two_removals_are_one",
            f"{_MERGE}test_a_row_removed_twice_apart_comes_back_with_a_case_for_the_second",
            f"{_MERGE}test_an_edit_of_a_row_never_seen_waits_for_the_row",
        ),
    ),
    15: Failure(
        "an edit is kept beside and edited again before it is read",
        (f"{_ENGINE}test_what_an_own_edit_hides_was_not_seen_by_its_author", "act"),
    ),
    16: Failure(
        "two people settle one case apart",
        (
            "tests/sync/test_cases.py::test_two_people_who_settle_apart_make_one_new_case_and_no_loop",
        ),
    ),
    17: Failure(
        "a till's clock is ten years off, and jumps",
        ("clock", f"{_OFFICE}test_a_clock_years_ahead_wins_nothing_and_dates_nothing"),
    ),
    18: Failure("head office's clock steps back", ("clock",)),
    19: Failure(
        "a message from the year 2099",
        (
            "clock",
            "tests/headoffice/test_hostile_words.py::test_no_clock_makes_a_row_of_the_future",
        ),
    ),
    20: Failure(
        "commits pass one another",
        (f"{_THERE}test_two_servers.py::test_a_reader_that_follows_two_servers_misses_no_row",),
    ),
    21: Failure(
        "a transaction is left open",
        (f"{_THERE}test_two_servers.py::test_a_boutique_does_not_wait_for_another",),
    ),
    22: Failure(
        "head office is restored from a backup",
        (
            "restore head office",
            f"{_ENGINE}test_a_restored_head_office_is_filled_again_from_the_tills",
            f"{_STORMS}test_a_backup_that_is_put_back_gets_from_the_tills_what_it_lacks",
        ),
    ),
    23: Failure(
        "a standby that lags takes over",
        ("restore head office",),
        open="to sync it is the same as 22; no standby is run here",
    ),
    24: Failure(
        "a till is restored and goes on",
        ("restore a till", f"{_ENGINE}test_a_restored_till_takes_a_new_name_and_loses_nothing"),
    ),
    25: Failure("a till's disk is copied to a second till", ("clone",)),
    26: Failure("both are restored", ("restore a till", "restore head office")),
    27: Failure(
        "a scope moves to another database",
        open="the counter is data and moves with its rows; no move is tried here",
    ),
    28: Failure(
        "the disk is full while somebody saves",
        (f"{_ASIDE}test_a_full_disk_keeps_nothing_of_a_save_and_no_log_entry",),
    ),
    29: Failure(
        "the disk is full while news arrives",
        (
            "disk full",
            f"{_ASIDE}test_a_full_disk_keeps_the_book_as_it_was_and_the_sync_goes_on_later",
        ),
    ),
    30: Failure(
        "head office's database is away or may not be written to",
        (
            "kill head office",
            f"{_THERE}test_database.py::test_a_database_that_went_away_is_told_and_found_again",
            f"{_LINE}test_head_office_is_left_alone_as_long_as_it_asks",
        ),
    ),
    31: Failure(
        "what cannot be kept",
        (
            "act",
            f"{_ENGINE}test_poison_is_set_aside_with_its_reason_and_the_rest_flows",
            "tests/headoffice/test_hostile_words.py::test_what_cannot_be_kept_is_set_aside_and_the_rest_flows",
        ),
    ),
    32: Failure(
        "news that this till cannot hold",
        ("newer program", f"{_ASIDE}test_who_edits_what_is_held_back_has_not_seen_it"),
    ),
    33: Failure(
        "a fault of the program's own",
        (f"{_LINE}test_what_is_no_answer_is_told_in_a_sentence",),
        open="a fault in the till's own sync is told by the window; no test breaks it there",
    ),
    34: Failure(
        "an older till",
        (
            f"{_CASTS}test_what_an_old_till_does_not_know_survives_its_edits",
            f"{_CASTS}test_a_till_of_long_ago_may_still_send_and_is_asked_to_upgrade",
            "newer program",
        ),
        open="in the simulation as fields, values and tables unknown to all; casts have stories",
    ),
    35: Failure(
        "a newer till",
        (
            f"{_CASTS}test_a_new_till_holds_what_an_old_head_office_does_not_know_and_sends_it_later",
        ),
    ),
    36: Failure(
        "a till is upgraded while much waits",
        (f"{_CASTS}test_a_till_that_is_upgraded_keeps_what_waits_and_reads_what_it_was_not_told",),
    ),
    37: Failure(
        "a migration is killed half-way",
        open="tests/storage restores the copy from before it; that the queue is in it is not asked",
    ),
    38: Failure(
        "two tills make the same number or address",
        ("act",),
        open="both live; that they are offered as look-alikes is the client book's, not sync's",
    ),
    39: Failure("duplicates are merged while one is edited", open="clients cannot be merged yet"),
    40: Failure("merges in a circle", open="clients cannot be merged yet"),
    41: Failure(
        "a child comes before its parent",
        ("small pages", f"{_ENGINE}test_a_row_waits_until_what_it_hangs_on_has_come"),
    ),
    42: Failure(
        "a transaction larger than a message",
        (
            "small messages",
            f"{_ASIDE}test_a_transaction_larger_than_a_message_is_shown_whole_or_not_at_all",
            f"{_ASIDE}test_a_fault_in_the_last_part_refuses_the_first",
        ),
    ),
    43: Failure(
        "a large attachment over a line that breaks",
        (f"{_BLOBS}test_what_was_safe_is_not_sent_or_fetched_again_after_the_line_broke",),
    ),
    44: Failure(
        "an attachment is damaged, late or unwanted",
        (
            f"{_BLOBS}test_what_was_garbled_on_the_way_is_refused_and_tried_later",
            f"{_BLOBS}test_what_no_row_shows_goes_after_the_grace_and_what_was_erased_at_once",
        ),
    ),
    45: Failure(
        "a till is revoked, also in the middle of a sync",
        (
            "revoke",
            f"{_ASKED}test_a_revoked_till_is_told_at_once_and_hears_the_signed_order",
            f"{_ASKED}test_a_session_that_head_office_forgot_is_begun_anew",
        ),
    ),
    46: Failure(
        "old traffic is sent again",
        (f"{_ASKED}test_a_request_is_heard_once_and_only_as_it_was_signed",),
    ),
    47: Failure(
        "a scope is withdrawn while edits wait; a client moves",
        (
            "withdraw",
            f"{_ASIDE}test_a_withdrawn_scope_leaves_the_book_and_comes_back_whole_when_granted",
        ),
        open="a client stays in the scope she was first in",
    ),
    48: Failure(
        "a till was away for thirteen months",
        (f"{_ENGINE}test_a_till_away_too_long_takes_a_snapshot_and_keeps_its_own_work",),
        open="head office forgets removals in no seed of the simulation",
    ),
    49: Failure(
        "a snapshot that is gone or is none",
        (
            "snapshot",
            "tests/headoffice/test_hostile_words.py::test_a_snapshot_that_is_none_is_answered",
        ),
    ),
    50: Failure("5,000 tills at once", open="a question of capacity; see docs/decisions"),
    51: Failure(
        "a slow line, a portal that answers",
        (
            "garbled",
            f"{_LINE}test_an_answer_that_drips_ends_at_the_limit_of_the_whole",
            f"{_ENGINE}test_what_is_not_head_office_is_told_from_it",
        ),
    ),
    52: Failure(
        "much would be removed or emptied at once",
        (
            "brake",
            f"{_ENGINE}test_a_mass_change_stops_before_it_is_done_and_goes_on_when_allowed",
            f"{_TILL}test_news_that_would_empty_the_book_waits_for_a_manager",
        ),
    ),
    53: Failure("a foreign tool writes to the book", ("act",)),
    54: Failure(
        "rows are lost on one till",
        (
            "lose rows",
            "tests/sync/test_upkeep.py::test_rows_that_a_book_has_lost_come_again_when_both_sides_compare",
        ),
        open="versions are compared; a value that changed without its version is the cipher's to see",
    ),
    55: Failure(
        "two programs on one book",
        (f"{_TILL}test_two_programs_on_one_book_do_not_both_share_it",),
    ),
    56: Failure(
        "the computer sleeps in the middle",
        (
            "tests/bootstrap/test_schedule.py::test_a_computer_that_slept_is_noticed_and_a_slow_one_is_not",
        ),
    ),
    57: Failure(
        "somebody reads for long while much arrives",
        (f"{_TILL}test_a_person_writes_while_a_page_is_on_its_way",),
    ),
    58: Failure(
        "a very long queue",
        (f"{_ENGINE}test_a_long_bulk_load_is_cut_and_goes_on_after_a_broken_line",),
        open="a million entries are not tried",
    ),
    59: Failure(
        "a database that asks for a transaction again",
        (
            f"{_THERE}test_simulation_there.py::test_what_is_in_the_way_of_a_statement_has_no_effect",
            f"{_THERE}test_database.py::test_a_deadlock_is_done_anew_and_both_are_kept",
        ),
    ),
    60: Failure(
        "an erasure while tills hold unsent edits",
        ("erase", f"{_ENGINE}test_erased_on_request_leaves_every_till_and_does_not_come_back"),
    ),
}
