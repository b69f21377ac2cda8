"""How fast the whole path is, beside the barest loop that could do the same to a mailbox.

``python -m tests.bench [COUNT …]`` (``make bench``). Each side runs in a process of its own, against
the same Dovecot and the same SMTP sink; figures are ratios within one run, since machines are noisy.
"""

from __future__ import annotations

import argparse
import email.policy
import email.utils
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

FIRST = ["Anna", "Bram", "Carla", "Daan", "Eva", "Fatima", "Gijs", "Hanna", "Ivo", "Jet", "Karim", "Lotte"]
MIDDLE = ["", "", "", "van ", "de ", "van der ", "El "]
LAST = ["Bakker", "Smit", "Vries", "Dijk", "Amrani", "Jansen", "Visser", "Mulder", "Bos", "Vos", "Peters"]
BODIES = (
    """Beste Partos,

Graag meld ik mij aan voor de Meet Up op {day}. Wij zijn geen lid; ik betaal de 25 euro.

Met vriendelijke groet,

{name}
Stichting {last}
T 070 555 01 {n:02d}
""",
    """Dear organisers,

I would like to register for the 4th Meet Up for Strategic Partnerships. I work on civic
space in three countries and heard about it from a colleague.

Kind regards,
{name}
{last} Foundation
""",
    """Hallo,

Noteer mij alsjeblieft voor de bijeenkomst van {day} in Humanity House.

Groet, {name}

Op 4 december schreef Partos <info@partos.example>:

> Beste collega's,
>
> Op {day} organiseert Partos de 4th Meet Up for Strategic Partnerships:
> Countering the effects of shrinking civic space. Leden nemen gratis deel,
> niet-leden betalen 25 euro en melden zich aan met een mail naar
> info@partos.example.
""",
)


def sample(i: int, day: str) -> bytes:
    """One registration; every person is another."""
    dice = random.Random(i)
    last = dice.choice(LAST)
    married = f"{LAST[i % 11]}{chr(97 + i // 11 % 26)}{chr(97 + i // 286 % 26)}"
    name = f"{dice.choice(FIRST)} {dice.choice(MIDDLE)}{last}-{married}"
    mail = EmailMessage()
    mail["Received"] = "from mx.elders.example (mx.elders.example [192.0.2.7]) by mail.partos.example; " * 3
    mail["From"] = f"{name} <p{i}@post{i % 997}.example>"
    mail["To"] = "info@partos.example"
    mail["Subject"] = "Aanmelding Meet Up"
    mail["Date"] = email.utils.format_datetime(datetime.now(UTC))
    mail["Message-ID"] = f"<{i}.bench@post{i % 997}.example>"
    body = BODIES[i % len(BODIES)].format(day=day, name=name, last=last, n=i % 100)
    mail.set_content(body)
    if i % 2:
        mail.add_alternative(
            f"<html><body><p>{body.replace(chr(10), '<br>')}</p></body></html>", subtype="html"
        )
    return mail.as_bytes(policy=email.policy.SMTP)


CONFIG = """
timezone = "Europe/Amsterdam"
default_language = "en"
state = "sqlite:///{state}"
[organisation]
name = "Partos"
[mailbox]
host = "127.0.0.1"
port = {imap}
security = "none"
username = "{user}"
password = "{password}"
idle = false
[smtp]
host = "127.0.0.1"
port = {smtp}
security = "none"
from = "Partos <info@partos.example>"
[payment]
iban = "NL91ABNA0417164300"
account_holder = "Partos"
[limits]
letters_per_hour = 1000000
letters_in_burst = 1000000
[[events]]
id = "meetup-4"
title = "4th Meet Up for Strategic Partnerships"
subtitle = "Countering the effects of shrinking civic space"
starts = {day}T14:30:00
ends = {day}T18:00:00
location = "Humanity House, Prinsegracht 8, 2512 GA Den Haag"
capacity = {capacity}
fee = "25.00"
"""


_ROUNDS = 3  # by turns, since a machine is not equally fast all the time
_REPEATED = 5000  # mails up to which a count is measured so often


def measure(counts: list[int]) -> None:
    from servers.certificate import make_certificate
    from servers.dovecot import PASSWORD, Dovecot
    from servers.process import folder

    day = datetime.now(UTC) + timedelta(days=28)
    rates: dict[tuple[str, int], list[float]] = {}
    sink = subprocess.Popen([sys.executable, str(HERE / "sink.py")], stdout=subprocess.PIPE, text=True)
    assert sink.stdout
    smtp = int(sink.stdout.readline())
    try:
        with folder("bench") as place, tempfile.TemporaryDirectory() as work:
            server = Dovecot(place, make_certificate(place))
            server.start()
            print(f"{'mails':>7} {'side':<6} {'mails/s':>8} {'CPU s/1000':>11} {'peak MB':>8}  letters")  # noqa: T201
            for count, number in ((count, number) for count in counts for number in range(_ROUNDS)):
                if number and count > _REPEATED:
                    continue
                for side in ("bare", "ours"):
                    postbox = server.mailbox()
                    for start in range(0, count, 200):
                        mails = range(start, min(start + 200, count))
                        postbox.append_all([sample(i, f"{day:%d-%m-%Y}") for i in mails])
                    where = {
                        "imap": server.port,
                        "smtp": smtp,
                        "user": postbox.username,
                        "password": PASSWORD,
                        "state": f"{work}/{side}-{count}-{number}.db",
                        "day": f"{day:%Y-%m-%d}",
                        "capacity": count,
                    }
                    config = Path(work, f"{side}-{count}.toml")
                    config.write_text(CONFIG.format(**where))
                    where["config"] = str(config)
                    rates.setdefault((side, count), []).append(run_side(side, where, count))
            for count in counts:
                ours_, bare_ = (median(rates[side, count]) for side in ("ours", "bare"))
                print(f"{count:>7} ratio  {ours_ / bare_:>8.2f} of the bare loop (medians)")  # noqa: T201
            server.stop()
    finally:
        sink.terminate()
        sink.wait()


def run_side(side: str, where: dict[str, object], count: int) -> float:
    """One side in its own process; prints its line and returns mails per second."""
    begun = time.perf_counter()
    command = [sys.executable, str(HERE / f"{side}.py"), json.dumps(where)]
    # As on any machine, what was compiled once is kept.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    seconds = time.perf_counter() - begun
    if done.returncode:
        sys.exit(f"{side} failed:\n{done.stderr}")
    figures = json.loads(done.stdout.splitlines()[-1])
    rate = figures["handled"] / seconds
    reader = (
        f" + {figures['readers']} readers {figures['reader_mb']:.0f}, together {figures['together_mb']:.0f}"
        if side == "ours"
        else ""
    )
    print(  # noqa: T201
        f"{count:>7} {side:<6} {rate:>8.1f} {figures['cpu'] / count * 1000:>11.2f} {figures['peak_mb']:>8.0f}"
        f"{reader}  {figures['sent']} {' '.join(figures['troubles'])}",
        flush=True,
    )
    return float(rate)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("counts", nargs="*", type=int, default=[2000, 20000], help="mails waiting in the box")
    measure(parser.parse_args().counts)
