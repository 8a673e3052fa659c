"""A run's folder of unfinished work is kept apart from what others put there."""

from pathlib import Path

import pytest

from lenet_gui.errors import LenetGuiError
from lenet_gui.runs.folder import RunFolder

LINE = "plain, seed 0, something\n"


@pytest.mark.parametrize("resume", [False, True], ids=["new", "resumed"])
@pytest.mark.parametrize("run_file", [None, "Sunday, 10 km"], ids=["no run", "another's run"])
def test_a_folder_that_training_did_not_create_is_refused(
    tmp_path: Path, run_file: str | None, resume: bool
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "thesis.txt").write_text("thesis")
    if run_file:
        (work / "run.txt").write_text(run_file)
    with pytest.raises(LenetGuiError, match="Choose another folder for --out"):
        RunFolder(tmp_path, LINE, resume).check()


def test_unfinished_work_is_cleared_unless_it_is_resumed(tmp_path: Path) -> None:
    def begin(line: str, resume: bool) -> bool:
        folder = RunFolder(tmp_path, line, resume)
        folder.check()
        folder.open()
        return (tmp_path / "work" / "epochs").exists()

    assert not begin(LINE, resume=True)
    (tmp_path / "work" / "epochs").touch()
    with pytest.raises(LenetGuiError, match="another recipe, seed or size"):
        begin("plain, seed 1, something\n", resume=True)
    assert begin(LINE, resume=True)
    assert not begin(LINE, resume=False)


def test_a_disk_that_cant_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = RunFolder(tmp_path / "file" / "out", LINE, resume=False)
    with pytest.raises(LenetGuiError, match="can't be written"), folder.writing():
        folder.open()
