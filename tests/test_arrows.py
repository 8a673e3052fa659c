"""Which room imports which: checks beyond the contracts in pyproject.toml.

A linter only sees imports; a new interpreter shows which modules they load.
"""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "lenet_gui"
ABOVE = ("lenet_gui.ui", "lenet_gui.training", "lenet_gui.commands", "lenet_gui.cli")


def modules(folder):
    """Return the dotted names of all modules in a folder of the package, at any depth."""
    files = sorted((PACKAGE / folder).rglob("*.py"))
    names = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]
    return [name.removesuffix(".__init__") for name in names]


def loaded_by(*names):
    """Import modules in a new interpreter; return the names of all loaded modules."""
    program = "; ".join(f"import {name}" for name in ("json", "sys", *names))
    found = subprocess.run(
        [sys.executable, "-c", f"{program}; print(json.dumps(sorted(sys.modules)))"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    return set(json.loads(found.stdout.splitlines()[-1]))


def foreign(loaded, *packages):
    """Return the loaded modules that are in one of the packages."""
    return sorted(
        name for name in loaded for top in packages if name == top or name.startswith(f"{top}.")
    )


def imports(file):
    """Yield the dotted names that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file} has a relative import"
            yield node.module


def lint(folder):
    """Check the contracts of a checkout, and return the finished process."""
    linter = shutil.which("lint-imports", path=Path(sys.executable).parent)
    assert linter, "the dev requirements have it"
    return subprocess.run(
        [linter, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_lists_of_modules_are_not_empty():
    assert "lenet_gui.core.network.lenet5" in modules("core")
    assert "lenet_gui.ui.app.main_window" in modules("ui")
    assert "lenet_gui.training.model" in modules("training")


def test_a_forbidden_import_deep_in_core_breaks_the_contracts(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    ignored = shutil.ignore_patterns("__pycache__")
    copy = shutil.copytree(PACKAGE, tmp_path / "lenet_gui", ignore=ignored)
    whole = lint(tmp_path)
    assert whole.returncode == 0, whole.stdout
    with (copy / "core" / "network" / "lenet5.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef late() -> None:\n    import PySide6.QtCore  # noqa: F401\n")
    with (copy / "core" / "strokes" / "drawing.py").open("a", encoding="utf-8") as file:
        file.write("\n\nif TYPE_CHECKING:\n    import lenet_gui.ui.kit.theme  # noqa: F401\n")
    broken = lint(tmp_path)
    assert broken.returncode == 1
    assert "lenet_gui.core is not allowed to import PySide6" in broken.stdout
    assert "lenet_gui.core is not allowed to import lenet_gui.ui" in broken.stdout
    assert "lenet_gui.core.network.lenet5 -> PySide6" in broken.stdout


def test_core_loads_without_qt_and_pytorch():
    loaded = loaded_by(*modules("core"))
    assert "lenet_gui.core.network.lenet5" in loaded
    assert not foreign(loaded, "PySide6", "shiboken6", "torch", "tqdm", *ABOVE)


@pytest.mark.parametrize(
    "file", sorted((PACKAGE / "core").rglob("*.py")), ids=lambda f: f"{f.parent.name}/{f.name}"
)
def test_core_imports_nothing_but_numpy_safetensors_and_itself(file):
    allowed = (*sys.stdlib_module_names, "numpy", "safetensors", "lenet_gui.core")
    assert [
        name
        for name in imports(file)
        if name != "lenet_gui.errors" and not foreign({name}, *allowed)
    ] == []


def test_figures_load_without_ui_and_qt():
    loaded = loaded_by(*modules("figure"))
    assert "lenet_gui.figure.svg" in loaded
    assert not foreign(loaded, "PySide6", "shiboken6", "torch", *ABOVE)


def test_media_loads_without_widgets():
    loaded = loaded_by(*modules("media"))
    assert "PySide6.QtGui" in loaded
    assert not foreign(loaded, "PySide6.QtWidgets", "torch", *ABOVE)


def test_ui_loads_without_training_and_pytorch():
    loaded = loaded_by(*modules("ui"))
    assert not foreign(loaded, "lenet_gui.training", "lenet_gui.commands", "torch")


def test_training_loads_without_ui_and_qt():
    pytest.importorskip("torch")
    loaded = loaded_by(*modules("training"))
    assert not foreign(loaded, "lenet_gui.ui", "lenet_gui.commands", "PySide6")


def test_the_package_and_its_command_line_load_light():
    heavy = ("numpy", "safetensors", "PySide6", "torch")
    assert not foreign(loaded_by("lenet_gui"), *heavy, "lenet_gui.core", "lenet_gui.cli")
    assert not foreign(loaded_by("lenet_gui.cli"), *heavy)


def test_the_window_and_its_command_load_without_pytorch():
    loaded = loaded_by("lenet_gui.cli", "lenet_gui.ui.app.app", "lenet_gui.core.reading.classifier")
    assert foreign(loaded, "PySide6")
    assert not foreign(loaded, "torch", "lenet_gui.training")


def test_the_window_starts_without_the_modules_of_its_menus():
    loaded = loaded_by("lenet_gui.ui.app.app")
    late = ("help.about", "help.shortcuts", "help.tour", "help.tour", "app.tour_steps")
    late += ("browser.browser", "browser.browser_grid", "browser.browser_tile")
    late += ("browser.corrections_browser", "reading.replay")
    assert all(f"lenet_gui.ui.{name}" in modules("ui") for name in late)
    assert {"lenet_gui.ui.help.helping", "lenet_gui.ui.browser.browsing"} <= loaded
    assert not foreign(loaded, *(f"lenet_gui.ui.{name}" for name in late))
    assert not foreign(loaded, "concurrent.futures"), "threads start only when needed"
