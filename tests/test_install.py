"""The program as users get it: a wheel, installed away from the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def call(*command, cwd, code=0):
    """Run a command without the checkout in its environment; return its output."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment.pop("DISPLAY", None)
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory):
    """Build the source archive, then the wheel from it; return both paths."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    # The archive from the checkout, and the wheel from the archive alone.
    call(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (archive,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return archive, wheel


@pytest.fixture(scope="module")
def programs(packages, tmp_path_factory):
    """Install the wheel in a fresh environment; return the folder with its programs.

    In CI, pip fetches the dependencies, as for a user. Elsewhere, the environment borrows this
    test's own: their folder is on its path, after its own packages.
    """
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, with_pip=True)
    pip = (home / SCRIPTS / "python", "-m", "pip", "install", "--quiet")
    if os.environ.get("CI"):
        call(*pip, packages[1], cwd=home)
    else:
        call(*pip, "--no-deps", packages[1], cwd=home)
        (site,) = {Path(p) for p in home.rglob("site-packages")}
        (site / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return home / SCRIPTS


def test_the_wheel_has_the_package_and_its_files(packages):
    with zipfile.ZipFile(packages[1]) as wheel:
        names = set(wheel.namelist())
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"lenet_gui"}
    for folder in ("assets", "weights"):
        shipped = {
            p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()
        }
        assert shipped
        made_of = {name for name in shipped if name.endswith(".ts")}  # the sources of translations
        assert {f"lenet_gui/{name}" for name in shipped - made_of} <= names
        assert not {f"lenet_gui/{name}" for name in made_of} & names
    assert {"lenet_gui/py.typed", "lenet_gui/cli.py"} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if "__pycache__" in name]


def test_the_source_archive_is_complete(packages):
    with tarfile.open(packages[0]) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {
        "pyproject.toml",
        "README.md",
        "constraints.txt",
        "weights/lenet5.safetensors",
        "weights/reference.safetensors",
        "tests/test_install.py",
    } <= names


def test_the_installed_program_passes_its_self_test(programs, tmp_path):
    report = json.loads(call(programs / "lenet-gui", "self-test", "--json", cwd=tmp_path))
    assert report["ok"] is True
    assert report["checks"]
    assert str(ROOT) not in json.dumps(report)


def test_the_installed_program_finds_its_own_files(programs, tmp_path):
    program = (
        "from lenet_gui.resources import default_weights, resource;"
        "print(default_weights()); print(resource('assets'))"
    )
    for line in call(programs / "python", "-c", program, cwd=tmp_path).splitlines():
        assert Path(line).is_relative_to(programs.parent)
        assert Path(line).exists()


def test_both_programs_and_the_module_have_the_same_version(programs, tmp_path):
    versions = {
        call(programs / "lenet-gui", "--version", cwd=tmp_path),
        call(programs / "lenet-gui-cli", "--version", cwd=tmp_path),
        call(programs / "python", "-m", "lenet_gui", "--version", cwd=tmp_path),
    }
    assert len(versions) == 1
    assert versions.pop().startswith("lenet-gui ")


def test_a_drawing_is_classified_from_any_folder(programs, tmp_path):
    example = ROOT / "assets" / "examples" / "7.lenet.json"
    (tmp_path / "seven.json").write_bytes(example.read_bytes())
    line = call(programs / "lenet-gui", "classify", "seven.json", "--json", cwd=tmp_path)
    assert json.loads(line)["digit"] == 7
