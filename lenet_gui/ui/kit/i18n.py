"""Languages: the choice, the installation, and the wording of lists, numbers and errors."""

import hashlib
import logging
import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import resource

logger = logging.getLogger("lenet_gui")

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch", "zh_CN": "简体中文"}
"""The languages that ship, each named in itself; docs/translating.md shows how to add one."""
SYSTEM = "system"
SUMS = "SHA256SUMS"
"""The checksums of the translations, in sha256sum's format; packaging/translations.py writes it."""


def spoken(choice: str) -> str:
    """Return the language for a choice: itself, or for SYSTEM the best match for the system."""
    return nearest(QLocale.system().uiLanguages()) if choice == SYSTEM else choice


def nearest(wanted: list[str]) -> str:
    """Return the first of LANGUAGES among locale names, best first; English if there is none."""
    for locale in map(QLocale, wanted):
        for name in LANGUAGES:
            ours = QLocale(name)
            if (ours.language(), ours.script()) == (locale.language(), locale.script()):
                return name
    return ENGLISH


def installed(language: str) -> list[QTranslator]:
    """Install the translators of a language, one of LANGUAGES, and return them.

    Numbers follow it from now on.
    """
    folder = resource("assets", "translations")
    ours = f"lenet-gui_{language}"
    is_whole = _is_whole(folder / f"{ours}.qm")
    places = [(ours, str(folder))] if is_whole else []
    QLocale.setDefault(QLocale(language if is_whole else ENGLISH))
    if language != ENGLISH:  # Qt has the English words on its dialogs' buttons built in
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places.insert(0, (f"qtbase_{language}", qt))
    translators = []
    for file, place in places:
        translator = QTranslator()
        if translator.load(file, place):
            QCoreApplication.installTranslator(translator)
            translators.append(translator)
    return translators


def _is_whole(path: Path) -> bool:
    """Check a translation against its checksum: Qt would show whatever a damaged file holds.

    A sentence that lost a bracket would raise an error when values are put into it.
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


def plain(text: str) -> str:
    """Return an action's text without its mnemonic's mark and without trailing dots.

    Where a language's words don't contain the letter, it follows in brackets, which go as well:
    清除(&L).
    """
    text = re.sub(r"\s*\(&\w\)", "", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
    return text.rstrip(" …")


def listed(*parts: str) -> str:
    """Join the parts that aren't empty, with the language's own comma."""
    return QCoreApplication.translate("Lists", ", ").join(part for part in parts if part)


def grouped(number: int) -> str:
    """Return a whole number with its digits in groups of three, as the language writes them."""
    mark = QCoreApplication.translate("Numbers", ",", "between groups of three digits")
    return f"{number:,}".replace(",", mark)


def decimal(value: float, decimals: int, has_plus: bool = False) -> str:
    """Return a number as the language writes it, with a real minus sign or, if asked, a plus."""
    rounded = round(value, decimals) + 0.0  # turns a negative zero positive
    text = f"{rounded:+.{decimals}f}" if has_plus else f"{rounded:.{decimals}f}"
    # Qt's default locale is set with the language: asking it is as fast as a look into a table.
    return text.replace("-", "−").replace(".", QLocale().decimalPoint())


def percentage(share: float, decimals: int = 1) -> str:
    """Return a share of 1 in per cent, for example 99.9 %."""
    pattern = QCoreApplication.translate("Numbers", "{0} %", "a percentage")
    return pattern.format(decimal(100 * share, decimals))


def sentence_of(error: object) -> str:
    """Return an error's sentence, translated, with those of errors inside it; else its text."""
    if not isinstance(error, LenetGuiError):
        return str(error)
    sentence = QCoreApplication.translate("Errors", error.sentence)
    return sentence.format(*map(sentence_of, error.values)) if error.values else sentence
