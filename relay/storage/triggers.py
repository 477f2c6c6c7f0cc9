# SPDX-License-Identifier: EUPL-1.2
"""What the database does itself, in the same transaction: it counts messages and chunks by case and state.

A tally that its writers had to remember would be wrong the first time that one forgets. A migration that
makes the table of messages anew has to make these anew, too; ``tests/storage/test_migrations.py`` sees to it.
"""

from typing import Final

_ONE_MORE: Final = """
    INSERT INTO tallies (id, "case", state, count, chunks)
    VALUES (NEW."case" || '/' || NEW.state, NEW."case", NEW.state, 1, NEW.chunks)
    ON CONFLICT (id) DO UPDATE SET count = count + 1, chunks = chunks + excluded.chunks;
"""
_ONE_LESS: Final = """
    UPDATE tallies SET count = count - 1, chunks = chunks - OLD.chunks
    WHERE id = OLD."case" || '/' || OLD.state;
"""

TRIGGERS: Final = (
    f"CREATE TRIGGER tally_new AFTER INSERT ON messages BEGIN{_ONE_MORE}END",
    f"""CREATE TRIGGER tally_moved AFTER UPDATE OF "case", state, chunks ON messages
WHEN OLD.state <> NEW.state OR OLD."case" <> NEW."case"
OR OLD.chunks <> NEW.chunks BEGIN{_ONE_LESS}{_ONE_MORE}END""",
    f"CREATE TRIGGER tally_dropped AFTER DELETE ON messages BEGIN{_ONE_LESS}END",
)
