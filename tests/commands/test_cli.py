"""The whole command line: help, usage, errors, streams."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui import __version__, cli
from lenet_gui.commands import evaluate, options
from lenet_gui.errors import LenetGuiError

NAMES = [command.name for command in cli.COMMANDS]


def fresh(*arguments: str, **options_: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a new process."""
    return subprocess.run(
        [sys.executable, "-m", "lenet_gui", *arguments],
        **{"capture_output": True, "timeout": 120, **options_},
    )


@pytest.mark.parametrize("name", NAMES)
def test_each_command_has_help_with_an_example(run, name):
    code, out, error = run(name, "--help")
    assert (code, error) == (0, "")
    assert out.startswith(f"usage: lenet-gui {name} ")
    assert re.search(rf"\nexamples?:\n  lenet-gui {name}\b", out)


@pytest.mark.parametrize("action", [("data", "fetch"), ("weights", "import")], ids=" ".join)
def test_each_action_has_help_with_an_example(run, monkeypatch, action):
    monkeypatch.setenv("COLUMNS", "80")
    code, out, error = run(*action, "--help")
    assert (code, error) == (0, "")
    assert re.search(rf"\nexample:\n  lenet-gui {' '.join(action)} ", out)
    assert max(map(len, out.splitlines())) <= 80


def test_help_names_every_command(run):
    code, out, _ = run("--help")
    assert code == 0
    assert all(f"    {name}  " in out for name in NAMES)
    assert "examples:\n" in out


def test_the_examples_are_valid():
    parser = cli.build_parser()
    for command in cli.COMMANDS:
        for example in command.examples:
            program, *arguments = example.partition(" <")[0].split()
            assert program == cli.PROGRAM
            assert parser.parse_args(arguments).run is command.run


def test_version(run):
    assert run("--version") == (0, f"lenet-gui {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["paint"],
        ["classify"],
        ["classify", "x", "--framing", "wide"],
        ["evaluate"],
        ["evaluate", "x", "--size", "0"],
        ["evaluate", "x", "--size", "2"],
        ["evaluate", "x", "--size", "nan"],
        ["evaluate", "x", "--seed", "-1"],
        ["evaluate", "x", "y", "z"],
        ["--theme", "pink"],
        ["summary", "--colour"],
    ],
)
def test_wrong_usage_exits_with_2(run, arguments):
    code, out, error = run(*arguments)
    assert (code, out) == (2, "")
    assert error.startswith("usage: lenet-gui")
    assert "Traceback" not in error


def test_usage_errors_escape_control_characters(run):
    code, _, error = run("evaluate", "a", "b", "c\x1b[31m")
    assert code == 2
    assert error.endswith("unrecognized arguments: c\\x1b[31m\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["evaluate", "x", "--size", "abc"], "--size: abc is not a number above 0 and at most 1"),
        (["evaluate", "x", "--size", "1.5"], "--size: 1.5 is not a number above 0 and at most 1"),
        (["evaluate", "x", "--seed", "1.5"], "--seed: 1.5 is not a whole number of 0 or more"),
        (["evaluate", "x", "--seed", "9" * 5000], "9 is not a whole number of 0 or more"),
        (["train", "--seed", "-1"], "--seed: -1 is not a whole number of 0 or more"),
        (["train", "--epochs", "many"], "--epochs: many is not a whole number of 1 or more"),
        (["train", "--workers", "0"], "--workers: 0 is not a whole number of 1 or more"),
        (["export", "x", "--out", "y.svg", "--map", "C1"], "--map: C1 is not a whole number"),
    ],
)
def test_a_bad_value_is_explained(run, arguments, sentence):
    code, out, error = run(*arguments)
    assert (code, out) == (2, "")
    assert error.endswith(f"{sentence}\n")


WRITTEN = [
    ["export", "x", "--out"],
    ["data", "fetch", "--out"],
    ["weights", "import", "x", "--out"],
    ["train", "--out"],
    ["--report"],
]
NAMED = [
    *WRITTEN,
    ["evaluate"],
    ["evaluate", "x"],
    ["classify", "x", "--weights"],
    ["--weights"],
    ["open"],
    ["weights", "import"],
    ["train", "--mnist"],
    ["train", "--strokes", "x"],
    ["train", "--measure", "x"],
]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        *(([*words, ""], "the name is empty") for words in NAMED),
        *(([*words, "-"], "can't write to standard output") for words in WRITTEN),
    ],
)
def test_an_empty_name_or_standard_output_is_refused(capsys, arguments, sentence):
    with pytest.raises(SystemExit) as stopped:
        cli.build_parser().parse_args(arguments)
    assert stopped.value.code == 2
    assert f": {sentence}" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["evaluate", "--help"]])
def test_help_and_version_import_nothing_heavy(arguments):
    program = (
        "import sys\nfrom lenet_gui.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "heavy = {'numpy', 'PySide6', 'torch', 'safetensors'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)) or None)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


def test_choices_repeated_for_help_match_core():
    from lenet_gui.core.datasets.idx import MNIST_STEMS
    from lenet_gui.core.datasets.placement import Place
    from lenet_gui.core.framing.framing import Framing
    from lenet_gui.core.photo import contrast

    assert tuple(Framing) == options.FRAMINGS
    assert contrast.THRESHOLDS == options.THRESHOLDS
    assert tuple(Place) == evaluate.PLACES
    assert set(evaluate.SPLITS) == set(MNIST_STEMS)


ESCAPED = "lenet-gui: a\\x1bb: Permission denied.\n"


def command_that(run) -> tuple[cli.Command]:
    return (cli.Command("do", "do it", ("lenet-gui do",), lambda parser: None, run),)


@pytest.mark.parametrize(
    ("problem", "code", "sentence"),
    [
        (LenetGuiError("The sky fell."), 1, "lenet-gui: The sky fell.\n"),
        (OSError(28, "No space left on device"), 1, "lenet-gui: No space left on device.\n"),
        (PermissionError(13, "Permission denied", "a"), 1, "lenet-gui: a: Permission denied.\n"),
        (PermissionError(13, "Permission denied", "a\x1bb"), 1, ESCAPED),
        (LenetGuiError("a\x1bb: Permission denied."), 1, ESCAPED),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_errors_become_a_sentence_and_an_exit_code(run, monkeypatch, problem, code, sentence):
    def fail(arguments):
        raise problem

    # After some of these, standard output is dropped; keep that of the tests.
    monkeypatch.setattr(cli, "_drop_output", lambda: None)
    monkeypatch.setattr(cli, "COMMANDS", command_that(fail))
    assert run("do") == (code, "", sentence)


def test_bugs_are_not_hidden(run, monkeypatch):
    monkeypatch.setattr(cli, "COMMANDS", command_that(lambda arguments: 1 / 0))
    with pytest.raises(ZeroDivisionError):
        run("do")


@pytest.mark.skipif(os.name != "posix", reason="pipes break differently there")
def test_a_closed_output_pipe_ends_quietly():
    reader, writer = os.pipe()
    os.close(reader)
    done = fresh("summary", capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_reported():
    with open("/dev/full", "w") as full:
        done = fresh("summary", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode() == "lenet-gui: No space left on device.\n"


def test_characters_that_the_output_lacks_are_replaced():
    done = fresh("summary", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"5?5" in done.stdout
    assert b"61,706" in done.stdout


def test_the_c_locale_suffices(tmp_path, weights_file):
    name = os.fsencode(tmp_path) + b"/\xff.json"  # invalid in UTF-8 and ASCII
    try:
        with open(name, "w") as file:
            file.write('{"strokes": []}')
    except OSError:
        pytest.skip("this file system refuses such names")
    for extra in ({}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        done = fresh(
            "classify",
            os.fsdecode(name),
            "--weights",
            str(weights_file),
            env={**os.environ, "LC_ALL": "C", **extra},
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"nothing drawn" in done.stdout


def test_commands_work_without_a_console(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["summary"]) == 0
    sys.stdout.close()
    sys.stderr.close()


def test_the_module_runs_the_program():
    done = fresh("--version")
    assert done.stdout.decode().split() == ["lenet-gui", __version__]


def test_weights_may_stand_before_or_after_the_command(run, seven, weights_file):
    before = run("--weights", weights_file, "classify", seven, "--json")
    after = run("classify", seven, "--json", "--weights", weights_file)
    shipped = run("classify", seven, "--json")
    assert before == after
    assert json.loads(before[1]) != json.loads(shipped[1])


def test_an_argument_too_long_for_a_file_name_is_wrong_usage(run):
    code, _, error = run("x" * 5000)
    assert code == 2
    assert "invalid choice" in error
