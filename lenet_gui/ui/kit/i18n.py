"""Languages: which there are, how one is chosen, and how words, lists and errors are put in it."""

import hashlib
import logging
import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import resource
from lenet_gui.ui.kit.settings import Settings

logger = logging.getLogger("lenet_gui")

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch", "zh_CN": "简体中文"}
"""What ships, each in its own words; docs/translating.md tells how to add one."""
SYSTEM = "system"
KEY = "language"
SUMS = "SHA256SUMS"
"""The translations' sums, as sha256sum writes them; packaging/translations.py makes the file."""


class _Speech(QObject):
    """Which translations are installed; there is one, as there is one application."""

    changed = Signal()
    """Everything is to be said anew."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ENGLISH
        self._installed: list[QTranslator] = []

    def use(self, name: str) -> None:
        """Speak the language `name`, one of LANGUAGES."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        folder = resource("assets", "translations")
        # Qt's own words, on the buttons of its dialogs, come with Qt; English ones it has inside.
        ours = f"lenet-gui_{name}"
        places = [(ours, str(folder))] if _is_whole(folder / f"{ours}.qm") else []
        if name != ENGLISH:
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            places.insert(0, (f"qtbase_{name}", qt))
        self._installed = []
        for file, place in places:
            translator = QTranslator()
            if translator.load(file, place):
                QCoreApplication.installTranslator(translator)
                self._installed.append(translator)
        has_changed = name != self.name
        self.name = name
        if has_changed:
            self.changed.emit()


def _is_whole(path: Path) -> bool:
    """Tell whether a translation is as it was made: Qt would speak whatever a damaged one says.

    What is said may have values put into it, and a sentence that lost a bracket can't take them.
    """
    try:
        made = hashlib.sha256(path.read_bytes()).hexdigest()
        sums = (path.parent / SUMS).read_text(encoding="ascii", errors="replace")
    except OSError:
        made, sums = "", ""
    if made and f"{made}  {path.name}" in sums.splitlines():
        return True
    logger.warning("%s is damaged; the window speaks English", path)
    return False


_speech = _Speech()


class Languages(QObject):
    """The user's choice: one of LANGUAGES, or the system's."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.name = settings.choice(KEY, (SYSTEM, *LANGUAGES), SYSTEM)
        """What was chosen: SYSTEM or one of LANGUAGES."""
        self._use()

    def choose(self, name: str) -> None:
        """Speak another language, now and from now on."""
        self.name = name
        self._settings.keep(KEY, name)
        self._use()

    def _use(self) -> None:
        wanted = QLocale.system().uiLanguages()
        _speech.use(nearest(wanted) if self.name == SYSTEM else self.name)


def nearest(wanted: list[str]) -> str:
    """Return the first of LANGUAGES among locales' names, wanted most first; or else English."""
    for locale in map(QLocale, wanted):
        for name in LANGUAGES:
            ours = QLocale(name)
            if (ours.language(), ours.script()) == (locale.language(), locale.script()):
                return name
    return ENGLISH


def spoken_language() -> str:
    """Return the one of LANGUAGES that is spoken now."""
    return _speech.name


def follow_language(say: Callable[[], None]) -> None:
    """Call a QObject's method that sets its texts: now, and whenever the language changes."""
    _speech.changed.connect(say)
    say()


def plain(text: str) -> str:
    """Return an action's text as it is read: without the mark of its letter, and without dots.

    Where a language's words have no such letter it is added in brackets, which go too: 清除(&L).
    """
    text = re.sub(r"\s*\(&\w\)", "", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return text.rstrip(" …")


def listed(*parts: str) -> str:
    """Return what there is of some parts, one after the other, as the language lists things."""
    return QCoreApplication.translate("Lists", ", ").join(part for part in parts if part)


def grouped(number: int) -> str:
    """Return a whole number with its digits in groups of three, as the language has them."""
    mark = QCoreApplication.translate("Numbers", ",", "between groups of three digits")
    return f"{number:,}".replace(",", mark)


def tell(error: object) -> str:
    """Return an error's sentence, translated, with those of the errors in it; else its text."""
    if not isinstance(error, LenetGuiError):
        return str(error)
    sentence = QCoreApplication.translate("Errors", error.sentence)
    return sentence.format(*map(tell, error.values)) if error.values else sentence
