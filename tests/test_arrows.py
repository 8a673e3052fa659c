"""Which package imports which: core nothing above it, ui and training not each other."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "lenet_gui"


def modules(folder):
    """Return the dotted names of all modules in a folder of the package."""
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


def test_the_lists_of_modules_are_not_empty():
    assert "lenet_gui.core.network.lenet5" in modules("core")
    assert "lenet_gui.ui.app.main_window" in modules("ui")
    assert "lenet_gui.training.model" in modules("training")


@pytest.mark.parametrize("name", modules("core"))
def test_each_core_module_loads_without_qt_and_pytorch(name):
    loaded = loaded_by(name)
    above = ("lenet_gui.ui", "lenet_gui.training", "lenet_gui.commands", "lenet_gui.cli")
    assert name in loaded
    assert not foreign(loaded, "PySide6", "shiboken6", "torch", "matplotlib", "tqdm", *above)


@pytest.mark.parametrize("file", sorted((PACKAGE / "core").rglob("*.py")), ids=lambda f: f.name)
def test_core_imports_nothing_but_numpy_safetensors_and_itself(file):
    allowed = (*sys.stdlib_module_names, "numpy", "safetensors", "lenet_gui.core")
    assert [
        name
        for name in imports(file)
        if name != "lenet_gui.errors" and not foreign({name}, *allowed)
    ] == []


def test_figures_load_without_ui_and_qt():
    loaded = loaded_by(*modules("figure"))
    above = ("lenet_gui.ui", "lenet_gui.training", "lenet_gui.commands", "lenet_gui.cli")
    assert "lenet_gui.figure.svg" in loaded
    assert not foreign(loaded, "PySide6", "shiboken6", "torch", "matplotlib", *above)


def test_ui_loads_without_training_and_pytorch():
    loaded = loaded_by(*modules("ui"))
    assert not foreign(loaded, "lenet_gui.training", "lenet_gui.commands", "torch", "matplotlib")


def test_training_loads_without_ui_and_qt():
    pytest.importorskip("torch")
    loaded = loaded_by(*modules("training"))
    assert not foreign(loaded, "lenet_gui.ui", "lenet_gui.commands", "PySide6")


def test_the_package_and_its_command_line_load_light():
    heavy = ("numpy", "safetensors", "PySide6", "torch", "matplotlib")
    assert not foreign(loaded_by("lenet_gui"), *heavy, "lenet_gui.core", "lenet_gui.cli")
    assert not foreign(loaded_by("lenet_gui.cli"), *heavy)


def test_the_window_and_its_command_load_without_pytorch():
    loaded = loaded_by("lenet_gui.cli", "lenet_gui.ui.app.app", "lenet_gui.core.reading.classifier")
    assert foreign(loaded, "PySide6")
    assert not foreign(loaded, "torch", "lenet_gui.training")


def test_the_window_starts_without_the_modules_of_its_menus():
    loaded = loaded_by("lenet_gui.ui.app.app")
    late = ("help.about", "help.shortcuts", "help.tour", "help.tour_card", "reading.replay")
    late += ("browser.browser", "browser.browser_grid", "browser.browser_tile")
    late += ("browser.corrections_browser", "kit.background")
    assert {"lenet_gui.ui.help.helping", "lenet_gui.ui.browser.browsing"} <= loaded
    assert not foreign(loaded, *(f"lenet_gui.ui.{name}" for name in late))
