"""Files written whole or not at all, whatever is there already."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from lenet_gui.core.files.whole_file import write_whole_file


@pytest.mark.parametrize("before", [None, b"a longer one"])
def test_the_file_is_there_and_nothing_else(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "file"
    if before is not None:
        path.write_bytes(before)
    write_whole_file(path, b"written")
    assert path.read_bytes() == b"written"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_there_stays_where_it_can_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left") as raised:
        write_whole_file(path, b"written")
    assert raised.value.filename == str(path), "it is told of the file that was asked for"
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_others_have_beside_it_stays_as_it_is(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / "file.part").symlink_to(victim)
    write_whole_file(tmp_path / "file", b"written")
    assert victim.read_bytes() == b"precious"
    assert (tmp_path / "file.part").is_symlink()
    assert not (tmp_path / "file").is_symlink()


def test_a_link_that_leads_nowhere_gives_way(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    write_whole_file(tmp_path / "a", b"written")
    assert (tmp_path / "a").read_bytes() == b"written"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="Linux has them")
def test_a_pipe_without_a_name_is_written_to() -> None:
    reading, writing = os.pipe()
    try:
        write_whole_file(Path(f"/proc/self/fd/{writing}"), b"written")
        assert os.read(reading, 100) == b"written"
    finally:
        os.close(reading)
        os.close(writing)


def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    link.symlink_to(target)
    write_whole_file(link, b"written")
    assert link.is_symlink()
    assert target.read_bytes() == b"written"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as beside:
        read = beside.submit(pipe.read_bytes)
        write_whole_file(pipe, b"written")
        assert read.result() == b"written"
    assert pipe.is_fifo()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        write_whole_file(tmp_path, b"written")
    assert not list(tmp_path.iterdir())
