"""The bundle's contents and the reason for each; anything without a reason stays out."""

import re
import sys
from pathlib import Path, PurePosixPath

_ROOT = Path(__file__).resolve().parent.parent
_INIT = _ROOT / "lenet_gui" / "__init__.py"
VERSION = re.findall(r'^__version__ = "(.+)"', _INIT.read_text(encoding="utf-8"), re.MULTILINE)[0]
Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the bundle, its source, its kind."""

BINDINGS = {
    "QtCore": "events, timers, paths",
    "QtGui": "painting, pictures, keys, tablets",
    "QtWidgets": "the window",
}
"""Python's bindings of Qt."""

QT_LIBRARIES = {
    "Core": "QtCore needs it",
    "Gui": "QtGui needs it",
    "Widgets": "QtWidgets needs it",
    "DBus": "QtGui links to it: the desktop's colours, input methods, screen readers",
    "XcbQpa": "the X11 plugin links to it",
    "WaylandClient": "the Wayland plugin links to it",
    "Svg": "SVG pictures; window frames, which GNOME on Wayland leaves to programs",
}

QT_PLUGINS = {
    "platforms/xcb": "windows on X11",
    "platforms/wayland": "windows on Wayland",
    "platforms/windows": "windows on Windows",
    "platforms/cocoa": "windows on macOS",
    "platforms/offscreen": "the self-test without a display",
    "wayland-shell-integration/xdg-shell": "needed for windows on all current compositors",
    "wayland-decoration-client/adwaita": "window frames in GNOME's style",
    "wayland-decoration-client/bradient": "plain window frames if those don't load",
    "platforminputcontexts/composeplatforminputcontextplugin": "accents typed with two keys",
    "platforminputcontexts/ibusplatforminputcontextplugin": "input methods, in file dialogs",
    "platformthemes/xdgdesktopportal": "the desktop's own file dialogs",
    "imageformats/jpeg": "photographs",
    "imageformats/gif": "pictures from the web",
    "imageformats/webp": "pictures from the web",
    "imageformats/tiff": "scans",
    "imageformats/svg": "drawings from other programs",
}
"""QtGui itself reads PNG and BMP. GL, printing, network and SQL are not used."""

ICU = {
    "icudata": "rules for sorting file names; bundle_trim.py removes the rest",
    "icui18n": "QtCore links to it",
    "icuuc": "QtCore links to it",
}

LINUX_LIBRARIES = {
    **dict.fromkeys(
        ("xcb-cursor", "xcb-icccm", "xcb-image", "xcb-keysyms", "xcb-render-util", "xcb-util"),
        "the X11 plugin links to it, and many desktops don't need it otherwise",
    ),
    "xcb-xkb": "as xkbcommon-x11",
    "xkbcommon-x11": "the X11 plugin links to it, and desktops on Wayland don't need it otherwise",
    "xkbcommon": "must have the same version as xkbcommon-x11",
    "ffi": "ctypes links to it, and its version differs between systems",
    **dict.fromkeys(
        ("bz2", "lzma", "uuid"),
        "modules of Python link to them; only the bundle with PyTorch has those",
    ),
    "python3.11": "the interpreter",
    "python3.12": "the interpreter",
    "python3.13": "the interpreter",
    "python3.14": "the interpreter",
    "pyside6.abi3": "the bindings link to it",
    "shiboken6.abi3": "the bindings link to it",
}
"""Libraries in the bundle. All others that it links to are SYSTEM_LIBRARIES."""

SYSTEM_LIBRARIES = {
    **dict.fromkeys(("c", "m", "dl", "pthread", "rt", "util"), "glibc is part of every system"),
    **dict.fromkeys(
        ("stdc++", "gcc_s"),
        "graphics drivers load it as well, and break with an older one",
    ),
    **dict.fromkeys(("GL", "EGL"), "part of the graphics driver"),
    **dict.fromkeys(
        ("X11", "X11-xcb", "xcb", "xcb-randr", "xcb-render", "xcb-shape", "xcb-shm", "xcb-sync",
         "xcb-xfixes"),
        "every desktop has it, and it reads the system's files",
    ),
    **dict.fromkeys(("wayland-client", "wayland-cursor"), "the graphics driver links to it too"),
    **dict.fromkeys(("fontconfig", "freetype"), "the system's font settings are in its format"),
    **dict.fromkeys(("glib-2.0", "gthread-2.0", "dbus-1"), "every desktop has it"),
    **dict.fromkeys(("z", "zstd"), "every system has it"),
    **dict.fromkeys(
        ("ssl", "crypto"),
        "finds the system's certificates, and gets the system's security fixes; only"
        " `data fetch` needs it",
    ),
}  # fmt: skip
"""Libraries that the program takes from the system."""

WINDOW_ICON = "lenet-gui-128.png"
"""In assets/icons. The installer puts the others where the desktop looks for them."""

NOT_SHIPPED = (
    "multiprocessing", "_multiprocessing",  # only training starts processes
    "torch", "matplotlib", "tqdm", "h5py", "keras", "PIL", "scipy", "pandas",
    "tkinter", "_tkinter", "curses", "_curses", "readline", "sqlite3",
    "unittest", "doctest", "pdb", "pydoc", "pydoc_data", "lib2to3", "test", "xmlrpc", "idlelib",
    "pytest", "setuptools", "pip", "pkg_resources", "distutils", "hypothesis", "IPython",
    "numpy.f2py", "numpy.distutils", "numpy.testing", "numpy.random._examples",
    "bz2", "_bz2", "lzma", "_lzma",  # imported if available, but never used
    "_hashlib",  # loads OpenSSL; without it, Python computes checksums itself
    "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw",
    "asyncio", "PySide6.QtNetwork", "PyInstaller", "altgraph",
)  # fmt: skip
"""Modules left out of the bundle."""

TRAINING = (
    "multiprocessing", "_multiprocessing", "torch", "tqdm", "h5py",
    "asyncio", "unittest", "bz2", "_bz2", "lzma", "_lzma",  # PyTorch imports them
)  # fmt: skip
"""Members of NOT_SHIPPED that the bundle with training includes."""


COLOUR_MAPS = "crameri"
"""The collection in the package cmap that has the window's scales."""


_TRANSLATIONS = (_ROOT / "assets" / "translations").glob("*.qm")
LANGUAGES = {path.stem.removeprefix("lenet-gui_") for path in _TRANSLATIONS}
"""The window's languages; Qt's translations to these are kept too."""


def is_kept_module(name: str) -> bool:
    """Return whether a module found by Analysis belongs in the bundle."""
    parts = name.split(".")
    if parts[:2] == ["cmap", "data"]:
        return len(parts) == 2 or parts[2] == COLOUR_MAPS
    return parts[:2] != ["cmap", "__pyinstaller"]


def excluded_modules(full: bool) -> list[str]:
    """Return the modules for Analysis to leave out; `full` is the bundle with training."""
    return [name for name in NOT_SHIPPED if not (full and name in TRAINING)]


def is_kept(entry: Entry) -> bool:
    """Return whether a file found by Analysis belongs in the bundle."""
    place = PurePosixPath(entry[0].replace("\\", "/"))
    if place.suffix == ".qm":
        return place.stem.removeprefix("lenet-gui_").removeprefix("qtbase_") in LANGUAGES
    if place.suffix in (".pyi", ".ts"):
        return False
    if place.parts[0] == "cmap":  # its modules are compiled with all others
        return place.suffix != ".py" and COLOUR_MAPS in place.parts
    if place.parts[:2] == ("torch", "test"):  # PyTorch's tests; its compilers are in torch/bin
        return False
    if place.parts[:2] == ("torch", "bin"):
        return place.name == "torch_shm_manager"
    if place.parts[:2] == ("assets", "icons"):
        return place.name == WINDOW_ICON
    if place.name.startswith(("libicu", "icu")) and ".so" in place.name:
        return _stem(place.name) in ICU
    if library := _qt_library(place):
        return library in QT_LIBRARIES
    if "plugins" in place.parts:
        kind = place.parts[place.parts.index("plugins") + 1]
        return f"{kind}/{_stem(place.name).removeprefix('q')}" in QT_PLUGINS
    if place.parts[0] == "PySide6" and place.name.startswith("Qt"):
        return place.name.partition(".")[0] in BINDINGS
    if place.parts[0] == "PySide6" and ("translations" in place.parts or "qml" in place.parts):
        return False
    if place.name == "opengl32sw.dll":
        return False
    if len(place.parts) == 1 and sys.platform == "linux" and ".so" in place.name:
        return _stem(place.name) in LINUX_LIBRARIES or _is_of_a_package(entry)
    return True


def _stem(name: str) -> str:
    """Return a library's name without lib, version and extension."""
    return re.sub(r"\.(so|dll|dylib)\b.*$", "", name).removeprefix("lib")


def _qt_library(place: PurePosixPath) -> str:
    """Return "Core" for libQt6Core.so.6, Qt6Core.dll and files in QtCore.framework."""
    for part in place.parts:
        if found := re.fullmatch(r"Qt(\w+)\.framework", part):
            return found[1]
    found = re.match(r"(?:lib)?Qt6(\w+?)(?:\.so|\.dll|\.\d*\.?dylib)", place.name)
    return found[1] if found else ""


def _is_of_a_package(entry: Entry) -> bool:
    """Return whether a library comes from a Python package rather than the system."""
    return "site-packages" in entry[1] or ".libs/" in entry[1]
