"""The tables of the first release"""

import sqlalchemy as sa
from alembic import op

from mailbot.edges.store.schema import UTCDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("starts", UTCDateTime(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    op.create_table(
        "folders",
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("high_water", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_folders")),
    )
    op.create_table(
        "mails",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("folder", sa.String(length=255), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("arrived", UTCDateTime(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("identity", sa.String(length=64), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("lease", sa.String(length=32), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("goes_to", sa.String(length=16), nullable=True),
        sa.Column("filed_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mails")),
        sa.UniqueConstraint("folder", "uidvalidity", "uid", name="uq_mails_place"),
    )
    with op.batch_alter_table("mails", schema=None) as batch_op:
        batch_op.create_index("ix_mails_digest", ["digest"], unique=False)
        batch_op.create_index(
            "ix_mails_due",
            ["state", "arrived", "uid"],
            unique=False,
            sqlite_where=sa.text("state = 'fetched'"),
            postgresql_where=sa.text("state = 'fetched'"),
        )
        batch_op.create_index(
            "ix_mails_unfiled",
            ["goes_to"],
            unique=False,
            sqlite_where=sa.text("goes_to IS NOT NULL AND filed_at IS NULL"),
            postgresql_where=sa.text("goes_to IS NOT NULL AND filed_at IS NULL"),
        )

    op.create_table(
        "marks",
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_marks")),
    )
    op.create_table(
        "members",
        sa.Column("domain", sa.String(length=255), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("domain", name=op.f("pk_members")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("mail", sa.Integer(), nullable=True),
        sa.Column("identity", sa.String(length=64), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("sender", sa.String(length=320), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("intent", sa.String(length=16), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("seats", sa.JSON(), nullable=True),
        sa.Column("event", sa.String(length=64), nullable=True),
        sa.Column("registration", sa.String(length=12), nullable=True),
        sa.Column("letters", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["mail"], ["mails.id"], name=op.f("fk_decisions_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("identity", name=op.f("uq_decisions_identity")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index("ix_decisions_at", ["at"], unique=False)
        batch_op.create_index("ix_decisions_message", ["message"], unique=False)

    op.create_table(
        "registrations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("contact", sa.String(length=320), nullable=False),
        sa.Column("contact_key", sa.String(length=320), nullable=False),
        sa.Column("contact_name", sa.Text(), nullable=False),
        sa.Column("lang", sa.String(length=8), nullable=False),
        sa.Column("sequence", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("arrived", UTCDateTime(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("offer_until", UTCDateTime(), nullable=True),
        sa.Column("mail", sa.Integer(), nullable=True),
        sa.Column("thread", sa.JSON(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_registrations_event")),
        sa.ForeignKeyConstraint(["mail"], ["mails.id"], name=op.f("fk_registrations_mail")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registrations")),
        sa.UniqueConstraint("code", name=op.f("uq_registrations_code")),
    )
    with op.batch_alter_table("registrations", schema=None) as batch_op:
        batch_op.create_index("ix_registrations_contact_key", ["contact_key"], unique=False)
        batch_op.create_index("ix_registrations_queue", ["event", "arrived", "uid", "id"], unique=False)

    op.create_table(
        "attendees",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("registration", sa.Integer(), nullable=False),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("email", sa.String(length=320), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("email_key", sa.String(length=320), nullable=False),
        sa.Column("person_key", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("paid", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_attendees_event")),
        sa.ForeignKeyConstraint(
            ["registration"], ["registrations.id"], name=op.f("fk_attendees_registration")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendees")),
        sa.UniqueConstraint("event", "person_key", name="uq_attendees_person"),
    )
    with op.batch_alter_table("attendees", schema=None) as batch_op:
        batch_op.create_index("ix_attendees_email_key", ["email_key"], unique=False)
        batch_op.create_index("ix_attendees_name_key", ["event", "name_key"], unique=False)
        batch_op.create_index("ix_attendees_registration", ["registration"], unique=False)
        batch_op.create_index("ix_attendees_status", ["event", "status"], unique=False)

    op.create_table(
        "letters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("registration", sa.Integer(), nullable=True),
        sa.Column("decision", sa.Integer(), nullable=True),
        sa.Column("recipient", sa.String(length=320), nullable=False),
        sa.Column("recipient_key", sa.String(length=320), nullable=False),
        sa.Column("message", sa.String(length=255), nullable=False),
        sa.Column("dated", UTCDateTime(), nullable=False),
        sa.Column("letter", sa.JSON(), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("resends", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("lease", sa.String(length=32), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("sent_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_letters_decision")),
        sa.ForeignKeyConstraint(["registration"], ["registrations.id"], name=op.f("fk_letters_registration")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("message", name=op.f("uq_letters_message")),
    )
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.create_index("ix_letters_due", ["state", "due_at"], unique=False)
        batch_op.create_index("ix_letters_recipient", ["recipient_key", "sent_at"], unique=False)
        batch_op.create_index("ix_letters_sent_at", ["sent_at"], unique=False)

    op.create_table(
        "digests",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("organiser", sa.String(length=320), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("letter", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["letter"], ["letters.id"], name=op.f("fk_digests_letter")),
        sa.PrimaryKeyConstraint("event", "organiser", "day", name=op.f("pk_digests")),
    )
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("mail", sa.Integer(), nullable=True),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("letter", sa.Integer(), nullable=True),
        sa.Column("request", sa.JSON(), nullable=True),
        sa.Column("opened_at", UTCDateTime(), nullable=False),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("version", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["decision"], ["decisions.id"], name=op.f("fk_reviews_decision")),
        sa.ForeignKeyConstraint(["letter"], ["letters.id"], name=op.f("fk_reviews_letter")),
        sa.ForeignKeyConstraint(["mail"], ["mails.id"], name=op.f("fk_reviews_mail")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reviews")),
    )
    with op.batch_alter_table("reviews", schema=None) as batch_op:
        batch_op.create_index("ix_reviews_open", ["closed_at", "number"], unique=False)

    op.create_table(
        "seats",
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("attendee", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["attendee"], ["attendees.id"], name=op.f("fk_seats_attendee")),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name=op.f("fk_seats_event")),
        sa.PrimaryKeyConstraint("event", "number", name=op.f("pk_seats")),
        sa.UniqueConstraint("attendee", name=op.f("uq_seats_attendee")),
    )
    with op.batch_alter_table("seats", schema=None) as batch_op:
        batch_op.create_index(
            "ix_seats_free",
            ["event", "number"],
            unique=False,
            sqlite_where=sa.text("attendee IS NULL"),
            postgresql_where=sa.text("attendee IS NULL"),
        )
