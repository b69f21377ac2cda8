"""Indexes that find a free seat and a namesake without looking at every row of a large event

SQLite takes a unique column for the best index even where NULL is asked for, so that each mail
looked at all free seats; and it takes (event) before (email_key).
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_FREE = sa.text("attendee IS NULL")
_TAKEN = sa.text("attendee IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_seats_free", "seats")
    with op.batch_alter_table("seats") as seats:
        seats.drop_constraint("uq_seats_attendee", type_="unique")
    op.create_index(
        "ix_seats_free", "seats", ["event", "number", "attendee"], sqlite_where=_FREE, postgresql_where=_FREE
    )
    op.create_index(
        "ix_seats_attendee", "seats", ["attendee"], unique=True, sqlite_where=_TAKEN, postgresql_where=_TAKEN
    )
    op.drop_index("ix_attendees_email_key", "attendees")
    op.create_index("ix_attendees_email_key", "attendees", ["email_key", "event"])
