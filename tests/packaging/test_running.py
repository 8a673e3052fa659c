"""The built program in realistic places and conditions."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from lenet_gui.resources import resource
from tests.hand import Program, example
from tests.packaging.conftest import bare_environment, call, unprivileged

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(sys.platform != "linux", reason="draws under Xvfb, and uses Linux's paths"),
]

EXAMPLES = sorted(resource("assets", "examples").glob("*.lenet.json"))


@pytest.fixture
def elsewhere(bundle: Path) -> Iterator[Path]:
    """Copy the program to a read-only folder with spaces and non-ASCII letters in its name."""
    base = Path(tempfile.mkdtemp())
    base.chmod(0o755)
    folder = base / "Ziffern – 数字 ü" / "lenet gui"
    shutil.copytree(bundle, folder, symlinks=True)
    for path in (base, *base.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o555 if path.is_dir() or os.access(path, os.X_OK) else 0o444)
    yield folder / "lenet-gui"
    for path in (base, *base.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(base)


def test_the_self_test_passes_and_lists_all_versions(program):
    done = call(program, "self-test", "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert report["ok"] is True
    assert report["screen"] == "offscreen"
    assert {"lenet-gui", "Python", "PySide6", "numpy", "safetensors"} <= set(report["versions"])


def test_the_self_test_passes_on_a_real_screen(program, display):
    report = json.loads(
        call(program, "self-test", "--json", environment=bare_environment(DISPLAY=display)).stdout
    )
    assert report["ok"] is True
    assert report["screen"] == "xcb"


@pytest.mark.parametrize("language", ["C", "tr_TR.UTF-8", "ar_EG.UTF-8", ""])
def test_it_works_in_any_language(program, language):
    done = call(program, "self-test", environment=bare_environment(LC_ALL=language, LANG=language))
    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("Everything works.\n")


def test_it_reads_like_the_program_it_was_built_from(program):
    sides = [
        [
            json.loads(line)
            for line in call(*command, "classify", "--json", *EXAMPLES).stdout.split("\n")
            if line
        ]
        for command in ([program], [sys.executable, "-m", "lenet_gui"])
    ]
    built, source = sides
    assert [reading["digit"] for reading in built] == list(range(10))
    for ours, theirs in zip(built, source, strict=True):
        assert ours["file"] == theirs["file"]
        assert ours["probabilities"] == pytest.approx(theirs["probabilities"], abs=1e-5)


@pytest.mark.parametrize("kind", ["png", "bmp", "jpg", "webp", "tiff", "gif"])
def test_it_reads_common_picture_formats(program, tmp_path, kind):
    file = tmp_path / f"one.{kind}"
    if kind == "gif":  # Qt reads it, but can't write it
        file.write_bytes(gif_of_a_one())
    else:
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.fillRect(46, 15, 9, 70, Qt.GlobalColor.black)
        painter.end()
        assert image.save(str(file))
    done = call(program, "classify", "--json", file)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["digit"] == 1


def gif_of_a_one() -> bytes:
    """Return 28×28 pixels, white with a black bar, packed with a clear code before each pixel.

    As that empties the table of LZW, every code stays 3 bits wide; 4 is the clear code, 5 the end.
    """
    side = 28
    pixels = [
        int(13 <= column <= 15 and 4 <= row <= 23) for row in range(side) for column in range(side)
    ]
    codes = [code for pixel in pixels for code in (4, pixel)] + [5]
    bits = sum(code << 3 * place for place, code in enumerate(codes))
    packed = bits.to_bytes((3 * len(codes) + 7) // 8, "little")
    blocks = [packed[start : start + 255] for start in range(0, len(packed), 255)]
    size = bytes([side, 0, side, 0])
    return b"".join(
        (
            b"GIF89a", size, b"\x80\0\0", b"\xff\xff\xff\0\0\0",
            b"\x2c\0\0\0\0", size, b"\0\2",
            *(bytes([len(block)]) + block for block in blocks), b"\0\x3b",
        )
    )  # fmt: skip


def test_commands_that_need_pytorch_say_how_to_install_it(program, tmp_path):
    done = call(program, "train", "--mnist", tmp_path, "--out", tmp_path / "weights")
    assert done.returncode == 1
    assert done.stderr.startswith("lenet-gui: The robust recipe needs ")
    assert "pip install" in done.stderr
    assert done.stderr.count("\n") == 1


def test_it_learns_from_its_starter_set(program, tmp_path):
    done = call(program, "train", "--recipe", "plain", "--epochs", 1, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    weights = tmp_path / "lenet5.safetensors"
    read = call(program, "classify", "--json", "--weights", weights, EXAMPLES[0])
    assert sum(json.loads(read.stdout)["probabilities"]) == pytest.approx(1, abs=1e-4)
    assert "starter set" in (tmp_path / "report.md").read_text("utf-8")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_neither_qt_nor_numpy(program, option):
    done = call(program, option, environment=bare_environment(LD_DEBUG="files"))
    assert done.returncode == 0
    assert done.stdout.startswith(("usage: lenet-gui", "lenet-gui "))
    assert "libpython3" in done.stderr, "the loader lists the libraries"
    for name in ("libQt6", "_multiarray_umath", "libshiboken"):
        assert name not in done.stderr


def test_a_missing_display_is_reported(program):
    done = call(program)
    assert done.returncode == 1
    assert done.stderr.startswith("lenet-gui: There is no display to open a window on")


def test_without_a_terminal_it_works(program, tmp_path):
    """Started from a file manager, it may have no standard output and error."""
    line = 'exec "$0" classify "$1" >&- 2>&- <&-'
    assert call("bash", "-c", line, program, EXAMPLES[0]).returncode == 0


def test_it_runs_from_a_read_only_folder_without_a_home(elsewhere, display):
    """Without a home, with a read-only home, and in a folder with a name in two alphabets."""
    for home in ({}, {"HOME": "/proc/1"}, {"HOME": "/nonexistent"}):
        environment = {k: v for k, v in bare_environment(DISPLAY=display).items() if k != "HOME"}
        environment = {k: v for k, v in environment.items() if not k.startswith("XDG_")} | home
        done = call(*unprivileged(elsewhere, "self-test"), environment=environment, cwd=Path("/"))
        assert done.returncode == 0, done.stdout + done.stderr
        assert "on xcb" in done.stdout


def test_the_window_opens_if_nothing_can_be_written(elsewhere, display):
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    environment = bare_environment(HOME="/nonexistent")
    command = unprivileged(elsewhere)
    window = Program(display, folder / "report", command, environment)
    window.draw(example(3, (0.2, 0.15, 0.7)))
    assert settled(window)["digit"] == 3
    window.process.terminate()
    assert window.process.wait(timeout=60) == 0
    shutil.rmtree(folder)


def test_two_at_once_can_be_drawn_on_and_read(program, display, tmp_path):
    first = Program(display, tmp_path / "first", [str(program)])
    second = Program(display, tmp_path / "second", [str(program)])
    second.draw(example(7, (0.2, 0.15, 0.7)))  # it is on top
    assert settled(second)["digit"] == 7
    second.process.terminate()
    assert second.process.wait(timeout=60) == 0
    for digit in (2, 5):
        first.draw(example(digit, (0.3, 0.3, 0.5)))
        assert settled(first)["digit"] == digit
        first.press("Delete")
        while first.next_line()["probabilities"] is not None:
            pass
    first.process.terminate()
    assert first.process.wait(timeout=60) == 0


def test_a_file_as_the_only_argument_is_opened(program, display, tmp_path):
    drawing = tmp_path / "meine Ziffer ß.lenet.json"
    shutil.copy(EXAMPLES[8], drawing)
    window = Program(display, tmp_path / "report", [str(program)], rest=["open", str(drawing)])
    assert settled(window)["digit"] == 8
    window.process.terminate()
    assert window.process.wait(timeout=60) == 0


def settled(window: Program) -> dict[str, object]:
    """Return the first reading of something drawn."""
    reading = window.next_line()
    while reading["probabilities"] is None:
        reading = window.next_line()
    return reading
