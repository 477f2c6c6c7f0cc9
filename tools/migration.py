# SPDX-License-Identifier: EUPL-1.2
"""Draft the migration that leads from the last one to the tables: read it before it is committed."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

from relay.storage.migrate import alembic_config, migrate, open_engine
from tools.arguments import parser


def main() -> int:
    """Write ``NNNN_name.py`` among the migrations."""
    arguments = parser(__doc__)
    arguments.add_argument("name", help="what it does, in a few words: the end of its file's name")
    name: str = arguments.parse_args().name
    config = alembic_config()
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    count = len(list(ScriptDirectory.from_config(config).walk_revisions()))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.sqlite")
        migrate(path)
        with open_engine(path).connect() as connection:
            config.attributes["connection"] = connection
            command.revision(config, name, autogenerate=True, rev_id=f"{count + 1:04}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
