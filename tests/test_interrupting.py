"""Ctrl+C at any time exits with 130 and prints nothing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.commands import self_test

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="signals are sent another way there"
)

PROGRAM = """
import os, signal, sys
sys.path.append(sys.argv[1])
from lenet_gui import cli

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

def work(arguments):
    try:
        {work}
    finally:
        print("put in order", flush=True)
    return 0

signal.signal(signal.SIGINT, {handler})
cli.COMMANDS = (cli.Command("do", "do it", ("lenet-gui do",), lambda parser: None, work),)
sys.exit(cli.main(["do"]))
"""
LIBRARY = """
import os, signal
try:
    os.kill(os.getpid(), signal.SIGINT)
except BaseException:
    print("swallowed", flush=True)
"""


def interrupted(folder: Path, work: str, handler: str = "signal.default_int_handler") -> object:
    """Run a command that does `work`; return its exit code and output."""
    (folder / "library.py").write_text(LIBRARY)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(work=work, handler=handler), folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    return done.returncode, done.stdout


def test_during_an_import_it_ends_the_process_even_if_the_library_catches_it(
    tmp_path: Path,
) -> None:
    assert interrupted(tmp_path, "import library") == (130, "")


def test_otherwise_the_program_cleans_up(tmp_path: Path) -> None:
    assert interrupted(tmp_path, "interrupt()") == (130, "put in order\n")


@pytest.mark.parametrize("work", ["import library", "interrupt()"])
def test_ignored_it_does_not_end_the_program(tmp_path: Path, work: str) -> None:
    assert interrupted(tmp_path, work, "signal.SIG_IGN") == (0, "put in order\n")


def test_a_self_test_ends_at_once_since_an_exception_in_qt_would_crash(run, monkeypatch) -> None:
    found = []

    def look(arguments):
        found.append(signal.getsignal(signal.SIGINT))
        return self_test.Report()

    monkeypatch.setattr(self_test, "self_test", look)
    assert run("self-test")[0] == 0
    assert found == [signal.SIG_DFL]
