"""Who wrote this: a person who may be answered, or a machine that never is."""

from mailbot.core.triage.outcome import IgnoreKind, Person, SetAside, Triage
from mailbot.core.triage.rules import RULES, Rule, triage

__all__ = ["RULES", "IgnoreKind", "Person", "Rule", "SetAside", "Triage", "triage"]
