"""Alembic runs this; the connection comes from ``engine.migrate``, never from a file."""

from alembic import context

from mailbot.edges.store.schema import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,  # SQLite can't alter a column in place
    transactional_ddl=False,  # the caller's transaction holds all of it
)
context.run_migrations()
