# SPDX-License-Identifier: EUPL-1.2
"""Alembic's steps from one schema to the next; run by ``relay.storage.migrate``."""
