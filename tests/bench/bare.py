"""Fetch, parse, commit once, send a fixed reply, move: no thought and no safety."""

from __future__ import annotations

import asyncio
import email
import email.policy
import json
import sqlite3
import sys
from email.message import EmailMessage

import aiosmtplib
from imapclient import IMAPClient
from report import report


def bare(where: dict[str, object]) -> None:
    client = IMAPClient("127.0.0.1", int(str(where["imap"])), ssl=False)
    client.login(str(where["user"]), "secret" if "password" not in where else str(where["password"]))
    client.select_folder("INBOX")
    if not client.folder_exists("Processed"):
        client.create_folder("Processed")
    uids = client.search("ALL")
    database = sqlite3.connect(str(where["state"]))
    database.execute("CREATE TABLE mails (sender TEXT, subject TEXT, body TEXT)")
    senders: list[str] = []
    for start in range(0, len(uids), 200):
        batch = uids[start : start + 200]
        rows = []
        for fetched in client.fetch(batch, ["BODY.PEEK[]"]).values():
            mail = email.message_from_bytes(fetched[b"BODY[]"], policy=email.policy.default)
            body = mail.get_body(("plain",))
            rows.append((str(mail["From"]), str(mail["Subject"]), body.get_content() if body else ""))
            senders.append(mail["From"].addresses[0].addr_spec)
        database.executemany("INSERT INTO mails VALUES (?, ?, ?)", rows)
    database.commit()

    async def reply() -> None:
        async def some(part: list[str]) -> None:
            server = {"hostname": "127.0.0.1", "port": int(str(where["smtp"]))}
            async with aiosmtplib.SMTP(**server, use_tls=False, start_tls=False) as smtp:
                for sender in part:
                    letter = EmailMessage()
                    letter["From"], letter["To"], letter["Subject"] = (
                        "info@partos.example",
                        sender,
                        "Thank you",
                    )
                    letter.set_content("Thank you for your mail. You are registered.\n")
                    await smtp.send_message(letter)

        await asyncio.gather(*(some(senders[i::4]) for i in range(4)))

    asyncio.run(reply())
    for start in range(0, len(uids), 200):
        client.move(uids[start : start + 200], "Processed")
    client.logout()
    report(len(uids), len(senders), [], [])


if __name__ == "__main__":
    bare(json.loads(sys.argv[1]))
