"""The folder that a run of training writes to, and its unfinished work."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.core.files.whole_file import write_whole_file
from lenet_gui.errors import LenetGuiError

RECIPES = ("robust", "plain", "reference")


@dataclass(frozen=True)
class RunFolder:
    """`out` gets the weights and the report; `work` in it has what an interrupted run needs.

    `line` begins with the recipe and the seed, and identifies the run. `resume` says whether it
    goes on from unfinished work, if there is any.
    """

    out: Path
    line: str
    resume: bool

    @property
    def weights(self) -> Path:
        """The path to write the weights to."""
        return self.out / "lenet5.safetensors"

    @property
    def work(self) -> Path:
        """The folder of unfinished work."""
        return self.out / "work"

    def check(self) -> None:
        """Check that the folder of unfinished work is training's own, empty or missing.

        Raises LenetGuiError if it isn't, or if the run to resume is another one.
        """
        run_file = self.work / "run.txt"
        found = run_file.read_text("utf-8", "replace") if run_file.exists() else ""
        if not found.startswith(tuple(f"{recipe}, seed " for recipe in RECIPES)):
            if self.work.exists() and (not self.work.is_dir() or any(self.work.iterdir())):
                raise LenetGuiError(
                    f"{self.work} contains files that are not from training and would be lost."
                    " Choose another folder for --out."
                )
        elif self.resume and found != self.line:
            raise LenetGuiError(
                f"{self.work} has another recipe, seed or size of training. Resume it with its"
                " original options, or start again without --resume."
            )

    def open(self) -> None:
        """Create the folder of unfinished work; clear it unless the run resumes."""
        if self.work.exists() and not self.resume:
            self.remove_work()
        self.work.mkdir(parents=True, exist_ok=True)
        run_file = self.work / "run.txt"
        if not run_file.exists():
            write_whole_file(run_file, self.line.encode())

    def remove_work(self) -> None:
        """Remove the folder of unfinished work."""
        shutil.rmtree(self.work)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Raise LenetGuiError in place of an OSError in the block."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or error
            raise LenetGuiError(f"{self.out} can't be written: {reason}.") from error
