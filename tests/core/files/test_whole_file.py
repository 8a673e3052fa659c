"""Files are written whole or not at all, whatever exists at their path."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lenet_gui.core.files.whole_file import (
    PART,
    remove_parts,
    save_whole_file,
    whole_file,
    write_whole_file,
)
from lenet_gui.errors import SavingError


def break_off(path: Path) -> None:
    """Write half a file, then get interrupted."""
    with whole_file(path) as file:
        file.write(b"half of it")
        raise KeyboardInterrupt


@pytest.mark.parametrize("before", [None, b"a longer one"])
def test_writing_leaves_only_the_file(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "file"
    if before is not None:
        path.write_bytes(before)
    write_whole_file(path, b"written")
    assert path.read_bytes() == b"written"
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stays_if_it_cannot_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left") as raised:
        write_whole_file(path, b"written")
    assert raised.value.filename == str(path), "the error names another file"
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_foreign_part_file_is_left_alone(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / "file.part").symlink_to(victim)
    write_whole_file(tmp_path / "file", b"written")
    assert victim.read_bytes() == b"precious"
    assert (tmp_path / "file.part").is_symlink()
    assert not (tmp_path / "file").is_symlink()


def test_a_broken_link_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    write_whole_file(tmp_path / "a", b"written")
    assert (tmp_path / "a").read_bytes() == b"written"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs Linux's /proc")
def test_an_anonymous_pipe_can_be_written() -> None:
    reading, writing = os.pipe()
    try:
        write_whole_file(Path(f"/proc/self/fd/{writing}"), b"written")
        assert os.read(reading, 100) == b"written"
    finally:
        os.close(reading)
        os.close(writing)


def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to(target)
    write_whole_file(link, b"written")
    assert link.is_symlink()
    assert target.read_bytes() == b"written"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_can_be_written(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as beside:
        read = beside.submit(pipe.read_bytes)
        write_whole_file(pipe, b"written")
        assert read.result() == b"written"
    assert pipe.is_fifo()


def test_a_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_whole_file(tmp_path, b"written")
    assert not list(tmp_path.iterdir())


def test_the_old_file_stays_if_writing_is_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt):
        break_off(path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no POSIX permissions")
def test_old_files_keep_their_permissions_and_new_files_get_the_given_ones(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole_file(path, b"new", 0o600)
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o664)
    write_whole_file(path, b"newer", 0o600)
    assert path.stat().st_mode & 0o777 == 0o664


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "access", lambda place, mode: False)  # for root, no file is read-only
    with pytest.raises(PermissionError):
        write_whole_file(path, b"written")
    assert path.read_bytes() == b"before"


def test_a_saving_error_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "file"
    with pytest.raises(SavingError) as raised:
        save_whole_file(path, b"written")
    assert str(raised.value) == f"{path} can't be written: No such file or directory."


@pytest.mark.parametrize("name", ["file", "a" * 250])
def test_only_leftover_parts_of_the_file_are_removed(tmp_path: Path, name: str) -> None:
    path, others = tmp_path / name, [tmp_path / "other.0123.part", tmp_path / "file2.0123.part"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_arguments, **_options: None)
        with pytest.raises(KeyboardInterrupt):
            break_off(path)
    assert len(list(tmp_path.glob(f"*{PART}"))) == 1
    for other in others:
        other.touch()
    remove_parts(path)
    assert sorted(tmp_path.iterdir()) == sorted(others)
