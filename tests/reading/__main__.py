"""Print the figures of every set of labelled mails, and each case that was read wrongly.

    python -m tests.reading [SET ...] [--quiet] [--show CASE]

The set ``aside`` is for measuring alone: only its figures are shown.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TextIO

from mailbot.edges.words import load_lexicon
from tests.corpus.measure import MAILS, SETS, Case, cases, figures


def main(arguments: list[str], out: TextIO) -> int:
    """Print; exit status 1 where a harmful case was found."""
    reader = argparse.ArgumentParser(prog="python -m tests.reading", description=__doc__)
    reader.add_argument("sets", nargs="*", default=[name for name in SETS if (MAILS / name).is_dir()])
    reader.add_argument("--quiet", action="store_true", help="figures alone")
    reader.add_argument("--show", metavar="CASE", help="one case with all its evidence")
    reader.add_argument("--reveal", action="store_true", help="also show cases of the set kept aside")
    asked = reader.parse_args(arguments)
    lexicon = load_lexicon()
    harmful = 0
    for name in asked.sets:
        found = cases(name, lexicon)
        if asked.show:
            for case in found:
                if asked.show in case.name and (name != "aside" or asked.reveal):
                    show(case, out, everything=True)
            continue
        total = figures(found)
        harmful += total.harmful
        print(
            f"{name}: {total.mails} mails, harmful {total.harmful}, acted rightly {total.acted:.1%}"
            f" (needlessly to a person {total.needless}), names {total.names:.1%},"
            f" organisations {total.organisations:.1%}, language {total.language:.1%},"
            f" questions {total.questions:.1%}, intents {total.intents:.1%}, events {total.events:.1%}",
            file=out,
        )
        confusion(found, out)
        if asked.quiet or (name == "aside" and not asked.reveal):
            continue
        for title, wrong in (
            ("HARMFUL", [case for case in found if case.harm]),
            ("needless", [case for case in found if case.to_act and not case.acts and not case.harm]),
            ("otherwise wrong", [case for case in found if _otherwise(case)]),
        ):
            print(f"\n-- {name}: {title}: {len(wrong)}", file=out)
            for case in wrong:
                show(case, out)
    return 1 if harmful else 0


def _otherwise(case: Case) -> bool:
    """Read wrongly, with nothing done wrongly by it."""
    if case.harm or (case.to_act and not case.acts) or case.label["intent"] == "ignore":
        return False
    request = case.reading.request
    return (
        not case.intent_right
        or case.names[0] < case.names[1]
        or case.organisations[0] < case.organisations[1]
        or not case.addresses_all
        or request.lang != case.label["lang"]
        or request.has_question != case.label["has_question"]
        or (request.review and not case.label["must_review"])
    )


def confusion(found: list[Case], out: TextIO) -> None:
    """What was read as what, where they differ; and by language."""
    for title, pairs in (
        ("intent", Counter((case.label["intent"], case.got) for case in found)),
        (
            "language",
            Counter(
                (case.label["lang"], case.reading.request.lang) for case in found if case.got != "ignore"
            ),
        ),
    ):
        wrong = ", ".join(f"{a} as {b} {n}" for (a, b), n in sorted(pairs.items()) if a != b)
        print(f"   {title}: {wrong or 'all right'}", file=out)


def show(case: Case, out: TextIO, *, everything: bool = False) -> None:
    label, request = case.label, case.reading.request
    print(f"   {case.name} [{label['lang']}] {case.harm}", file=out)
    print(
        f"      label {label['intent']} {label['event']} seats {label['seats']}"
        f"{' asks' if label['has_question'] else ''}{' review' if label['must_review'] else ''}"
        f" {[(a['name'], a['email'], a['organisation']) for a in label['attendees']]}",
        file=out,
    )
    print(
        f"      read  {request.intent} {request.event} seats {request.seats}"
        f"{' asks' if request.has_question else ''}{' review' if request.review else ''}"
        f" [{request.lang}] {[(a.name, a.email, a.organisation) for a in request.attendees]}",
        file=out,
    )
    for reason in request.reasons if everything else request.reasons[:4]:
        print(f"      - {reason.rule}: {reason.text}", file=out)
    if everything:
        for one in request.evidence:
            print(f"      . {one.about}: {one.words!r} ({one.place} {one.start}, {one.rule})", file=out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))
