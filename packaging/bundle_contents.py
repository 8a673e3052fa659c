"""What goes into the bundle, and why. What has no reason here is not shipped."""

import re
import sys
from pathlib import Path, PurePosixPath

_ROOT = Path(__file__).resolve().parent.parent
_INIT = _ROOT / "lenet_gui" / "__init__.py"
VERSION = re.findall(r'^__version__ = "(.+)"', _INIT.read_text(encoding="utf-8"), re.MULTILINE)[0]
Entry = tuple[str, str, str]
"""One file as PyInstaller lists it: its place in the bundle, its source, its kind."""

BINDINGS = {
    "QtCore": "events, timers, paths",
    "QtGui": "painting, pictures, keys, tablets",
    "QtWidgets": "the window",
}
"""Python's ways into Qt."""

QT_LIBRARIES = {
    "Core": "behind QtCore",
    "Gui": "behind QtGui",
    "Widgets": "behind QtWidgets",
    "DBus": "QtGui links it: the desktop's colours, input methods, screen readers",
    "XcbQpa": "the X11 plugin links it",
    "WaylandClient": "the Wayland plugin links it",
    "Svg": "SVG pictures; the window frame that GNOME under Wayland leaves to programs",
}

QT_PLUGINS = {
    "platforms/xcb": "windows on X11",
    "platforms/wayland": "windows on Wayland",
    "platforms/windows": "windows on Windows",
    "platforms/cocoa": "windows on macOS",
    "platforms/offscreen": "the self-test where there is no display",
    "wayland-shell-integration/xdg-shell": "how every present compositor places windows",
    "wayland-decoration-client/adwaita": "the window frame in GNOME's manner",
    "wayland-decoration-client/bradient": "a plain window frame where that one does not load",
    "platforminputcontexts/composeplatforminputcontextplugin": "accents typed with two keys",
    "platforminputcontexts/ibusplatforminputcontextplugin": "input methods, in file dialogs",
    "platformthemes/xdgdesktopportal": "the desktop's own file dialogs",
    "imageformats/jpeg": "photographs",
    "imageformats/gif": "pictures from the web",
    "imageformats/webp": "pictures from the web",
    "imageformats/tiff": "scans",
    "imageformats/svg": "drawings from other programs",
}
"""PNG and BMP are read by QtGui itself. No GL, no printing, no network, no SQL: none is used."""

ICU = {
    "icudata": "rules for sorting file names; cut down to those by trim.py",
    "icui18n": "QtCore links it",
    "icuuc": "QtCore links it",
}

LINUX_LIBRARIES = {
    **dict.fromkeys(
        ("xcb-cursor", "xcb-icccm", "xcb-image", "xcb-keysyms", "xcb-render-util", "xcb-util"),
        "the X11 plugin links it, and many desktops have no other use for it",
    ),
    "xcb-xkb": "as xkbcommon-x11",
    "xkbcommon-x11": "the X11 plugin links it, and desktops on Wayland have no other use for it",
    "xkbcommon": "has to be of one version with xkbcommon-x11",
    "ffi": "ctypes links it, in a version that changes from one system to the next",
    **dict.fromkeys(
        ("bz2", "lzma", "uuid"), "Python's modules link them; only PyTorch's program has those"
    ),
    "python3.11": "the interpreter",
    "python3.12": "the interpreter",
    "python3.13": "the interpreter",
    "python3.14": "the interpreter",
    "pyside6.abi3": "the bindings link it",
    "shiboken6.abi3": "the bindings link it",
}
"""Libraries that the bundle carries. All others that it links are SYSTEM_LIBRARIES."""

SYSTEM_LIBRARIES = {
    **dict.fromkeys(("c", "m", "dl", "pthread", "rt", "util"), "glibc is every program's own"),
    **dict.fromkeys(
        ("stdc++", "gcc_s"),
        "the graphics drivers load it as well, and break where they get an older one",
    ),
    **dict.fromkeys(("GL", "EGL"), "belong to the graphics driver"),
    **dict.fromkeys(
        ("X11", "X11-xcb", "xcb", "xcb-randr", "xcb-render", "xcb-shape", "xcb-shm", "xcb-sync",
         "xcb-xfixes"),
        "every desktop has it, and it reads that system's own files",
    ),
    **dict.fromkeys(("wayland-client", "wayland-cursor"), "the graphics driver links it too"),
    **dict.fromkeys(("fontconfig", "freetype"), "the system's font settings are in its format"),
    **dict.fromkeys(("glib-2.0", "gthread-2.0", "dbus-1"), "every desktop has it"),
    **dict.fromkeys(("z", "zstd"), "every system has it"),
    **dict.fromkeys(
        ("ssl", "crypto"),
        "knows where this system keeps its certificates, and gets its security fixes; only"
        " `data fetch` asks for it",
    ),
}  # fmt: skip
"""Libraries that the program takes from the system it runs on."""

WINDOW_ICON = "lenet-gui-128.png"
"""Of assets/icons. The desktop finds the others where the installer puts them."""

NOT_SHIPPED = (
    "multiprocessing", "_multiprocessing",  # only training starts processes
    "torch", "matplotlib", "tqdm", "h5py", "keras", "PIL", "scipy", "pandas",
    "tkinter", "_tkinter", "curses", "_curses", "readline", "sqlite3",
    "unittest", "doctest", "pdb", "pydoc", "pydoc_data", "lib2to3", "test", "xmlrpc", "idlelib",
    "pytest", "setuptools", "pip", "pkg_resources", "distutils", "hypothesis", "IPython",
    "numpy.f2py", "numpy.distutils", "numpy.testing", "numpy.random._examples",
    "bz2", "_bz2", "lzma", "_lzma",  # imported where they are there, and used nowhere
    "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw",
    "asyncio", "PySide6.QtNetwork", "PyInstaller", "altgraph",
)  # fmt: skip
"""Modules that are not followed into the bundle."""

TRAINING = (
    "multiprocessing", "_multiprocessing", "torch", "matplotlib", "tqdm", "h5py", "PIL",
    "asyncio", "unittest", "bz2", "_bz2", "lzma", "_lzma",  # PyTorch imports them
)  # fmt: skip
"""Of NOT_SHIPPED, what the bundle with training has all the same."""


COLOUR_MAPS = "crameri"
"""Of the package cmap's collections, the one that the window's scales come from."""


_TRANSLATIONS = (_ROOT / "assets" / "translations").glob("*.qm")
LANGUAGES = {path.stem.removeprefix("lenet-gui_") for path in _TRANSLATIONS}
"""What the window speaks: of these Qt's own words are kept too."""


def is_kept_module(name: str) -> bool:
    """Tell whether a module that Analysis found belongs in the bundle."""
    parts = name.split(".")
    if parts[:2] == ["cmap", "data"]:
        return len(parts) == 2 or parts[2] == COLOUR_MAPS
    return parts[:2] != ["cmap", "__pyinstaller"]


def excluded_modules(full: bool) -> list[str]:
    """Return the modules that Analysis leaves out of a bundle with or without training."""
    return [name for name in NOT_SHIPPED if not (full and name in TRAINING)]


def is_kept(entry: Entry) -> bool:
    """Tell whether a file that Analysis found belongs in the bundle."""
    place = PurePosixPath(entry[0].replace("\\", "/"))
    if place.suffix == ".qm":
        return place.stem.removeprefix("lenet-gui_").removeprefix("qtbase_") in LANGUAGES
    if place.suffix in (".pyi", ".ts"):
        return False
    if place.parts[0] == "cmap":  # its modules are compiled, beside all others
        return place.suffix != ".py" and COLOUR_MAPS in place.parts
    if place.parts[:2] == ("torch", "test"):  # PyTorch's own, and beside them its compilers
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
    """Return what a library is called, without lib, version and ending."""
    return re.sub(r"\.(so|dll|dylib)\b.*$", "", name).removeprefix("lib")


def _qt_library(place: PurePosixPath) -> str:
    """Return "Core" for libQt6Core.so.6, Qt6Core.dll and what is in QtCore.framework."""
    for part in place.parts:
        if found := re.fullmatch(r"Qt(\w+)\.framework", part):
            return found[1]
    found = re.match(r"(?:lib)?Qt6(\w+?)(?:\.so|\.dll|\.\d*\.?dylib)", place.name)
    return found[1] if found else ""


def _is_of_a_package(entry: Entry) -> bool:
    """Tell whether a library came with a Python package, as NumPy's own do: not the system's."""
    return "site-packages" in entry[1] or ".libs/" in entry[1]
