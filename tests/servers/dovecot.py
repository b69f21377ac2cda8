"""A private Dovecot per test process, a fresh user and mailbox per test."""

from __future__ import annotations

import getpass
import itertools
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from imapclient import IMAPClient

from servers.certificate import Certificate
from servers.process import HOST, Process, as_user, folder, free_port, listens, program

PASSWORD = "only-in-tests"

CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {place}/run
state_dir = {place}/state
instance_name = mailbot-tests-{port}
log_path = {place}/log
disable_plaintext_auth = no
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
ssl = yes
ssl_cert = <{cert}
ssl_key = <{key}
mail_location = maildir:~/Maildir
mail_fsync = never
mail_max_userip_connections = 100
mailbox_idle_check_interval = 1 secs
imap_idle_notify_interval = 2 mins
first_valid_uid = 1
auth_mechanisms = plain login
auth_failure_delay = 0 secs
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={place}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
}}
service imap-login {{
  chroot =
  service_count = 0
  process_min_avail = 1
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  chroot =
  # One test's wrong password would slow down the next one's login.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap {{
  process_limit = 200
}}
"""


@dataclass(frozen=True)
class Stored:
    """One mail as it lies in a folder of the server."""

    uid: int
    flags: frozenset[str]
    arrived: datetime
    content: bytes


class Postbox:
    """One user's mail on a test server, seen and changed as another mail client would."""

    def __init__(self, host: str, port: int, username: str, password: str) -> None:
        self.host = host
        self.port = port
        self.username = username
        self.password = password

    @contextmanager
    def client(self) -> Iterator[IMAPClient]:
        with IMAPClient(self.host, self.port, ssl=False, timeout=30) as client:
            client.login(self.username, self.password)
            client.normalise_times = False
            yield client

    def append(
        self, raw: bytes, folder: str = "INBOX", arrived: datetime | None = None, flags: Sequence[str] = ()
    ) -> None:
        with self.client() as client:
            client.append(folder, raw, flags=flags, msg_time=arrived)

    def append_all(self, mails: Sequence[bytes], folder: str = "INBOX") -> None:
        """Many mails in one command (RFC 3502)."""
        with self.client() as client:
            client.multiappend(folder, list(mails))

    def folders(self) -> set[str]:
        with self.client() as client:
            return {name for _, _, name in client.list_folders()}

    def subscribed(self) -> set[str]:
        with self.client() as client:
            return {name for _, _, name in client.list_sub_folders()}

    def mails(self, folder: str = "INBOX") -> list[Stored]:
        """What lies in a folder, in the order of arrival; reading changes nothing."""
        with self.client() as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            uids = client.search("ALL")
            rows: dict[int, dict[bytes, Any]] = client.fetch(uids, ["FLAGS", "INTERNALDATE", "BODY.PEEK[]"])
        return [
            Stored(
                uid,
                frozenset(flag.decode() for flag in row[b"FLAGS"]) - {"\\Recent"},
                row[b"INTERNALDATE"].astimezone(UTC),
                row[b"BODY[]"],
            )
            for uid, row in sorted(rows.items())
        ]

    def count(self, folder: str = "INBOX") -> int:
        with self.client() as client:
            return int(client.folder_status(folder, ["MESSAGES"])[b"MESSAGES"])

    def uidvalidity(self, folder: str = "INBOX") -> int:
        with self.client() as client:
            return int(client.folder_status(folder, ["UIDVALIDITY"])[b"UIDVALIDITY"])

    def delete(self, uids: Sequence[int], folder: str = "INBOX") -> None:
        """Remove mails for good, as a person tidying up does."""
        with self.client() as client:
            client.select_folder(folder)
            client.delete_messages(list(uids))
            client.uid_expunge(list(uids))

    def flag(self, uids: Sequence[int], flags: Sequence[str], folder: str = "INBOX") -> None:
        with self.client() as client:
            client.select_folder(folder)
            client.add_flags(list(uids), list(flags))


class DovecotPostbox(Postbox):
    """A postbox whose server's own tools are at hand."""

    def __init__(self, server: Dovecot, username: str) -> None:
        super().__init__(server.host, server.port, username, PASSWORD)
        self.server = server

    def set_uidvalidity(self, value: int, folder: str = "INBOX") -> None:
        self.server.doveadm("mailbox", "update", "-u", self.username, "--uid-validity", str(value), folder)

    def rebuild(self, folder: str = "INBOX") -> None:
        """Lose the folder and fill it again from a copy: the same mails, new UIDs, a new UIDVALIDITY."""
        before = self.uidvalidity(folder)
        mails = self.mails(folder)
        with self.client() as client:
            client.select_folder(folder)
            if mails:
                client.delete_messages([mail.uid for mail in mails])
                client.expunge()
            for mail in mails:
                client.append(folder, mail.content, sorted(mail.flags), mail.arrived)
        self.set_uidvalidity(before + 1, folder)


class Dovecot:
    """A running server: ``port`` speaks plainly or STARTTLS, ``tls_port`` TLS from the first byte."""

    host = HOST

    def __init__(self, place: Path, certificate: Certificate, prefix: str = "", separator: str = "/") -> None:
        binary = program("dovecot")
        self.certificate = certificate
        self.port = free_port()
        self.tls_port = free_port()
        self.users = itertools.count(1)
        root = os.geteuid() == 0
        me = getpass.getuser()
        # As root the server drops to its own users; as anybody else it stays who it is.
        internal, login, mail = ("dovecot", "dovenull", "dovecot") if root else (me, me, me)
        (place / "mail").mkdir()
        if root:
            shutil.chown(place / "mail", mail, mail)
        self.config = place / "dovecot.conf"
        self.config.write_text(
            CONFIG.format(
                place=place,
                cert=certificate.file,
                key=certificate.key,
                internal=internal,
                login=login,
                group=internal if root else os.getegid(),
                uid=mail,
                gid=mail if root else os.getegid(),
                password=PASSWORD,
                port=self.port,
                tls_port=self.tls_port,
                prefix=prefix,
                separator=separator,
            )
        )
        self.process = Process(
            [*as_user(None, "TERM"), binary, "-F", "-c", str(self.config)],
            place / "output",
            self.listening,
            stop_with=signal.SIGTERM,
        )

    def listening(self) -> bool:
        return listens(self.port) and listens(self.tls_port)

    def start(self) -> None:
        self.process.start()

    def stop(self) -> None:
        """Go down as at a reboot: every connection is cut, nobody is told."""
        self.process.stop()

    def doveadm(self, *words: str) -> None:
        subprocess.run(
            [program("doveadm"), "-c", str(self.config), *words], check=True, capture_output=True, timeout=30
        )

    def mailbox(self) -> DovecotPostbox:
        """A user nobody has used before, with an empty INBOX."""
        return DovecotPostbox(self, f"user{next(self.users)}")


@pytest.fixture(scope="session")
def dovecot_server(certificate: Certificate) -> Iterator[Dovecot]:
    with folder("dovecot") as place:
        server = Dovecot(place, certificate)
        server.start()
        yield server
        server.stop()


@pytest.fixture
def dovecot(dovecot_server: Dovecot) -> Iterator[Dovecot]:
    """The server; one that a test has stopped runs again for the next."""
    yield dovecot_server
    if dovecot_server.process.child is None:
        dovecot_server.start()
