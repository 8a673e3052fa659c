"""`lenet-gui data fetch`, from the command line, with local servers."""

import gzip
import hashlib
import io
import signal
import subprocess
import sys

import pytest

from lenet_gui import fetching
from lenet_gui.commands.data import ProgressLine
from tests.mirrors import NeverAnswers, serving

CONTENTS = {f"{name}.gz": name.encode() * 50_000 for name in ("images", "labels")}


@pytest.fixture
def serve():
    with serving() as start:
        yield start


@pytest.fixture
def files(monkeypatch):
    """Replace MNIST's files by two small ones; return them packed."""
    sums = {name: hashlib.md5(data).hexdigest() for name, data in CONTENTS.items()}
    wanted = tuple(fetching.PublicFile(name, md5) for name, md5 in sums.items())
    monkeypatch.setattr(fetching, "MNIST", wanted)
    return {name: gzip.compress(data, 0) for name, data in CONTENTS.items()}


def test_every_file_is_fetched_once(run, serve, files, tmp_path):
    out = tmp_path / "mnist"
    command = ("data", "fetch", "--out", out, "--mirror", serve(files=files).url)
    code, printed, error = run(*command)
    assert (code, error) == (0, "")
    assert printed == "".join(f"{out / name}: fetched\n" for name in files)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == files

    code, printed, error = run(*command)
    assert (code, error) == (0, "")
    assert printed == "".join(f"{out / name}: already there\n" for name in files)


def test_a_failing_mirror_is_reported_and_the_next_one_used(run, serve, files, tmp_path):
    empty, full = serve(), serve(files=files)
    mirrors = ("--mirror", empty.url, "--mirror", full.url)
    code, printed, error = run("data", "fetch", "--out", tmp_path, *mirrors)
    assert code == 0
    assert printed.count("fetched") == 2
    assert error == f"lenet-gui: {empty.url}images.gz answers 404 Not Found.\n"


def test_the_public_mirrors_are_the_default(run, serve, files, tmp_path, monkeypatch):
    monkeypatch.setattr(fetching, "MIRRORS", (serve(files=files).url,))
    assert run("data", "fetch", "--out", tmp_path)[0] == 0


def test_a_file_on_no_mirror_is_one_sentence_and_exits_with_1(run, serve, files, tmp_path):
    code, printed, error = run("data", "fetch", "--out", tmp_path, "--mirror", serve().url)
    assert (code, printed) == (1, "")
    assert error.endswith("\nlenet-gui: images.gz could not be fetched from any mirror.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent differently there")
def test_an_interrupted_download_keeps_its_part_file(serve, tmp_path):
    name = fetching.MNIST[0].name
    begun = gzip.compress(bytes(1000))[:20]
    (tmp_path / f"{name}.part").write_bytes(begun)
    server = serve(NeverAnswers)
    program = (  # interrupts may be ignored, for example if the tests run in the background
        "import signal, sys\nfrom lenet_gui.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\nsys.exit(main(sys.argv[1:]))"
    )
    command = ("data", "fetch", "--out", tmp_path, "--mirror", server.url)
    with subprocess.Popen(
        [sys.executable, "-c", program, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert server.was_asked.wait(60)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 130
    assert server.asked == [(f"/{name}", "bytes=20-")]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {f"{name}.part": begun}


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fetch"],
        ["push", "--out", "x"],
        ["fetch", "--out", "x", "--mirror", "ftp://example.org"],
        ["fetch", "--out", "x", "--mirror", "file:///etc"],
    ],
)
def test_wrong_usage_exits_with_2(run, arguments):
    code, printed, error = run("data", *arguments)
    assert (code, printed) == (2, "")
    assert error.startswith("usage: lenet-gui data")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_progress(monkeypatch):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    line = ProgressLine()
    line.show("a.gz", 1_000_000, 4_000_000)
    line.show("a.gz", 1_000_001, 4_000_000)
    assert terminal.getvalue() == "\ra.gz: 1.0 MB of 4.0 MB, 25 %"
    line.show("b.gz", 500_000, None)
    line.note("It rains.")
    shown = terminal.getvalue().split("\r")[2:]
    assert shown[0].rstrip() == "b.gz: 0.5 MB"
    assert len(shown[0]) == len("a.gz: 1.0 MB of 4.0 MB, 25 %")  # long enough to erase it
    assert shown[1].strip() == ""
    assert shown[2] == "lenet-gui: It rains.\n"


def test_progress_is_shown_only_on_a_terminal(capsys):
    line = ProgressLine()
    line.show("a.gz", 1, 2)
    line.clear()
    assert capsys.readouterr() == ("", "")
