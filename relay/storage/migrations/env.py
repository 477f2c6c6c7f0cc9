# SPDX-License-Identifier: EUPL-1.2
"""Run by Alembic: migrate over the connection that ``relay.storage.migrate`` opened."""

from alembic import context

from relay.storage.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
