"""The results of trying a fault repeatedly."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """The number of tries of a fault, the failures, and the measurements."""

    tries: int = 0
    failures: list[str] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)
    """Measurements by name, which includes the unit."""

    def expect(self, is_so: bool, otherwise: str) -> None:
        """Record the failure `otherwise` unless `is_so`."""
        if not is_so:
            self.failures.append(otherwise)

    def most(self, name: str, value: float) -> None:
        """Record the largest of several values."""
        self.figures[name] = max(self.figures.get(name, value), value)

    def count(self, name: str, number: float = 1) -> None:
        """Add to a measurement."""
        self.figures[name] = self.figures.get(name, 0) + number

    def add(self, other: "Outcome") -> None:
        """Add the results of more tries."""
        self.tries += other.tries
        self.failures += other.failures
        for name, value in other.figures.items():
            self.count(name, value)


def table(rows: Sequence[tuple[str, Outcome, float]]) -> str:
    """Return names, outcomes and seconds as a Markdown table."""
    lines = ["| fault | tries | failed | measured | seconds |", "|---|---|---|---|---|"]
    for name, outcome, seconds in rows:
        figures = ", ".join(f"{key} {value:.3g}" for key, value in sorted(outcome.figures.items()))
        failed = len(outcome.failures)
        lines.append(f"| {name} | {outcome.tries} | {failed} | {figures} | {seconds:.0f} |")
    return "\n".join(lines)
