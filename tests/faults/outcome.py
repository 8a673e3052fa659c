"""What came of a fault that was tried again and again."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """How often a fault was tried, what went wrong, and what was measured."""

    tries: int = 0
    failures: list[str] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)
    """By what they are of, with their unit."""

    def expect(self, is_so: bool, otherwise: str) -> None:
        """Note a failure unless something is so."""
        if not is_so:
            self.failures.append(otherwise)

    def most(self, name: str, value: float) -> None:
        """Keep the largest of the values."""
        self.figures[name] = max(self.figures.get(name, value), value)

    def count(self, name: str, number: float = 1) -> None:
        """Add up."""
        self.figures[name] = self.figures.get(name, 0) + number

    def add(self, other: "Outcome") -> None:
        """Add what came of more tries."""
        self.tries += other.tries
        self.failures += other.failures
        for name, value in other.figures.items():
            self.count(name, value)


def table(rows: Sequence[tuple[str, Outcome, float]]) -> str:
    """Return names, outcomes and seconds as a table in Markdown."""
    lines = ["| fault | tried | failed | measured | seconds |", "|---|---|---|---|---|"]
    for name, outcome, seconds in rows:
        figures = ", ".join(f"{key} {value:.3g}" for key, value in sorted(outcome.figures.items()))
        failed = len(outcome.failures)
        lines.append(f"| {name} | {outcome.tries} | {failed} | {figures} | {seconds:.0f} |")
    return "\n".join(lines)
