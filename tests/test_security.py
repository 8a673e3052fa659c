"""SECURITY.md's promises about the code: which modules use the network, run programs, unpickle."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "lenet_gui"
NETWORK = {"urllib", "http", "ftplib", "smtplib", "socketserver", "ssl", "requests", "xmlrpc"}
LOCAL_SOCKETS = {"ui/app/app.py", "commands/display.py"}
"""A pair of sockets within the process, and the X server's socket, a file."""
RUNNING = {"subprocess", "pty", "ctypes", "webbrowser", "code", "runpy", "multiprocessing"}
UNPICKLING = {"pickle", "marshal", "shelve", "dill", "joblib"}
CALLS = {"eval", "exec", "compile", "__import__", "system", "popen", "openUrl", "startDetached"}
"""`.eval()` and `.exec()` as methods are PyTorch's and Qt's: a module's mode, and an event loop."""
QT = {"QProcess", "QDesktopServices", "QtNetwork", "QPluginLoader", "QLibrary", "QDataStream"}


def files() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """Return the packages and names imported anywhere in a file."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "").partition(".")[0]}
            found |= {part for part in (node.module or "").split(".") if part in QT}
            found |= {alias.name for alias in node.names}
    return found


def calls(tree: ast.Module) -> Iterator[tuple[str, bool, ast.Call]]:
    """Yield the name of each called function, and whether it is a method."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                yield function.id, False, node
            elif isinstance(function, ast.Attribute):
                yield function.attr, True, node


def users(names: set[str]) -> set[str]:
    return {name for name, tree in files() if imported(tree) & names}


def test_only_fetching_uses_the_network():
    assert users(NETWORK) == {"fetching.py"}
    assert users({"socket"}) == LOCAL_SOCKETS
    assert {name for name, tree in files() if "lenet_gui.fetching" in ast.dump(tree)} <= {
        "commands/data.py",
        "ui/learning/digits_loading.py",  # imports it when the user asks for MNIST
    }


def test_only_training_starts_processes():
    others = {name for name in users(RUNNING) if not name.startswith("training/")}
    # They load the X library to check for a screen, and tell Windows of a file.
    assert others == {"commands/display.py", "ui/files/desktop_recent.py"}
    assert users(QT) == set()


def test_nothing_is_unpickled_or_executed():
    assert users(UNPICKLING) == set()
    methods = {"eval", "exec", "compile"}  # PyTorch's, Qt's and re's
    assert [
        (name, called)
        for name, tree in files()
        for called, is_method, _ in calls(tree)
        if called in CALLS and not (is_method and called in methods)
    ] == [("ui/kit/i18n.py", "system")]  # QLocale.system()


def test_pytorch_and_numpy_load_only_numbers():
    wanted = {"torch": ("weights_only", True), "np": ("allow_pickle", False)}
    loads = 0
    for name, tree in files():
        for called, _, node in calls(tree):
            if called == "load" and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if isinstance(owner, ast.Name) and owner.id in wanted:
                    loads += 1
                    key, value = wanted[owner.id]
                    found = {k.arg: getattr(k.value, "value", None) for k in node.keywords}
                    assert found.get(key) is value, f"{name}, line {node.lineno}"
    assert loads >= 6


def test_qsettings_is_only_used_for_a_path():
    assert users({"QSettings"}) == {"ui/kit/settings.py"}
    source = (PACKAGE / "ui/kit/settings.py").read_text(encoding="utf-8")
    assert source.count("QSettings(") == 1
    assert "QSettings(ini, user, NAME, NAME).fileName()" in source
