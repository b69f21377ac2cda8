"""``mailbot sandbox``: the whole desk on this machine, at work before your eyes; nothing to configure."""

from __future__ import annotations

import shutil
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import click
from rich.console import Console

from mailbot import logs, show
from mailbot.cli_look import tell_events
from mailbot.config import Settings, load
from mailbot.desk import Desk
from mailbot.edges.fence import Fence
from mailbot.edges.store import StoreDown
from mailbot.opening import accounts, open_desk
from mailbot.sandbox_house import config_text, members_text, moved, packaged_config
from mailbot.sandbox_mail import sample_mails, written
from mailbot.sandbox_servers import PASSWORD, Servers
from mailbot.telling import tell_handled
from mailbot.worker import Worker, run_once

_LOOK_SECONDS = 0.5  # between two looks into the drop folder
_MINE = "# mailbot sandbox"  # how the folder's config.toml begins: what we may clear away
_USERNAME = "sandbox"


class NoSandbox(Exception):
    """It can't be built; the text says why and what to do."""


def play(folder: Path, base: Path | None, *, stay: bool) -> None:
    """Build the sandbox in a folder, work through the sample mails, and (``stay``) go on until Ctrl-C.

    ``base``: the configuration whose events are played with; None: the worked example. Raises NoSandbox,
    and ConfigMistakes where that configuration is wrong.
    """
    screen = show.console()
    logs.set_up(quiet=True)
    house = moved(load(base or packaged_config(), secrets=False).house, datetime.now(UTC).date())
    templates = load(base, secrets=False).templates if base else None
    letters, drop = _fresh(folder)
    try:
        with Servers(_USERNAME, letters) as servers:
            config = folder / "config.toml"
            ports = {"imap_port": servers.imap_port, "smtp_port": servers.smtp_port}
            text = config_text(house, **ports, username=_USERNAME, password=PASSWORD, templates=templates)
            config.write_text(text, "utf-8")
            settings = load(config)
            with Fence() as reader, open_desk(settings, reader) as desk:
                _work_through_samples(screen, desk, settings, servers, letters)
                if stay:
                    _prompt(screen, folder)
                    _stay(screen, desk, settings, servers, letters, drop)
    except (OSError, StoreDown) as fault:
        raise NoSandbox(str(fault)) from fault


def _fresh(folder: Path) -> tuple[Path, Path]:
    """The folder as for the first time; only what an earlier sandbox left there is cleared away."""
    config, letters, drop = folder / "config.toml", folder / "letters", folder / "drop"
    if folder.exists() and any(folder.iterdir()):
        if not (config.is_file() and config.read_text("utf-8", "replace").startswith(_MINE)):
            raise NoSandbox(f"{folder} holds something else; name another: mailbot sandbox --folder FOLDER")
        for old in (*folder.glob("state.db*"), *letters.glob("*.eml"), *(drop / "done").glob("*")):
            old.unlink()
    for each in (folder, letters, drop):
        each.mkdir(parents=True, exist_ok=True)
    config.write_text(f"{_MINE}\n", "utf-8")
    (folder / "members.csv").write_text(members_text(), "utf-8")
    return letters, drop


def _work_through_samples(
    screen: Console, desk: Desk, settings: Settings, servers: Servers, letters: Path
) -> None:
    mails = sample_mails(desk.house, datetime.now(UTC))
    for content, arrived in mails:
        servers.deliver(content, arrived)
    screen.print(f"{len(mails)} mails wait in the mailbox. The worker looks at them in the order they came:")
    screen.print()
    done = run_once(desk, accounts(settings), lambda handled: tell_handled(screen, handled))
    screen.print()
    for trouble in done.troubles:
        screen.print(show.safe(trouble))
    tell_events(desk.house, desk.store)
    count = len(list(letters.glob("*.eml")))
    told = f"{count} letters were sent; they lie in {letters}/ (open them in your mail program)."
    screen.print(told, soft_wrap=True)


def _prompt(screen: Console, folder: Path) -> None:
    started = sys.argv[0]
    if shutil.which("mailbot"):
        command = "mailbot"
    else:
        command = f"{sys.executable} -m mailbot" if started.endswith("__main__.py") else started
    look = f"{command} --config {folder / 'config.toml'}"
    screen.print()
    screen.print(show.heading("Now you. The desk stays open; in another terminal:"))
    for what, how in (
        ("see the lists", f"{look} attendees workshop"),
        ("see why", f"{look} log"),
        ("decide what waits", f"{look} review"),
        ("answer a letter", f'echo "Unfortunately I cannot come, please cancel." > {folder}/drop/001.txt'),
        ("write a new mail", f'echo "Please register me for the workshop. Kim Lee" > {folder}/drop/new.txt'),
        ("send your own", f"cp mail.eml {folder}/drop/"),
    ):
        screen.print(f"  {what:<18} {how}", soft_wrap=True)
    screen.print("Ctrl-C ends it.")
    screen.print()


def _stay(
    screen: Console, desk: Desk, settings: Settings, servers: Servers, letters: Path, drop: Path
) -> None:
    """The worker itself, until Ctrl-C; beside it a thread that delivers what is dropped."""
    worker = Worker(desk, accounts(settings), lambda handled: tell_handled(screen, handled))
    worker.stop_on_signals()
    ended = threading.Event()
    watching = threading.Thread(
        target=_watch, args=(screen, servers, letters, drop, desk.house.mailbox.email, ended), daemon=True
    )
    watching.start()
    try:
        worker.run()
    finally:
        ended.set()
        watching.join()
        screen.print("The sandbox is closed; its folder stays.")


def _watch(
    screen: Console, servers: Servers, letters: Path, drop: Path, mailbox: str, ended: threading.Event
) -> None:
    """Deliver each file that lies in the drop folder and no longer grows; tell of each new letter."""
    sizes: dict[Path, int] = {}
    told = set(letters.glob("*.eml"))
    while not ended.wait(_LOOK_SECONDS):
        for letter in sorted(set(letters.glob("*.eml")) - told):
            told.add(letter)
            screen.print(f"  letter {letter}", soft_wrap=True)
        for file in sorted(drop.iterdir()):
            if not file.is_file() or file.name.startswith("."):
                continue
            with suppress(FileNotFoundError):  # somebody thought better of it
                size = file.stat().st_size
                if size and sizes.get(file) == size:
                    _deliver(screen, servers, letters, file, mailbox)
                    sizes.pop(file)
                else:
                    sizes[file] = size


def _deliver(screen: Console, servers: Servers, letters: Path, file: Path, mailbox: str) -> None:
    try:
        content = file.read_bytes()
        if file.suffix.lower() != ".eml":
            content = written(
                content.decode("utf-8", "replace"), mailbox, answers=_letter(letters, file.stem)
            )
        servers.deliver(content, datetime.now(UTC))
        (file.parent / "done").mkdir(exist_ok=True)
        file.replace(file.parent / "done" / file.name)
        screen.print(f"{show.safe(file.name)} is in the mailbox", soft_wrap=True)
    except OSError as fault:
        screen.print(f"{show.safe(file.name)} cannot be delivered: {fault.strerror}", soft_wrap=True)
        with suppress(OSError):
            file.rename(file.with_name(f".{file.name}"))  # told once


def _letter(letters: Path, stem: str) -> EmailMessage | None:
    """The letter that ``001.txt`` answers, or None for a new mail."""
    found = sorted(letters.glob(f"{stem}-*.eml")) if stem.isdigit() else []
    if not found:
        return None
    letter = message_from_bytes(found[0].read_bytes(), policy=policy.default)
    return letter if isinstance(letter, EmailMessage) else None


def run_sandbox(folder: Path, base: Path | None, *, stay: bool) -> None:
    """As ``play``, its faults as the command line says them."""
    from mailbot.cli_frame import Mistaken, WorldFault
    from mailbot.config import ConfigMistakes

    try:
        play(folder, base, stay=stay)
    except ConfigMistakes as mistakes:
        raise Mistaken(str(mistakes)) from None
    except NoSandbox as fault:
        raise WorldFault(f"mailbot: {fault}") from None
    except KeyboardInterrupt:
        click.echo("The sandbox is closed; its folder stays.")
