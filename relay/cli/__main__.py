# SPDX-License-Identifier: EUPL-1.2
"""``python -m relay.cli`` is ``relay``."""

from relay.cli.entry import main

main(prog_name="relay")
