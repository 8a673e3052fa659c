"""What an error says, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from lenet_gui.errors import LenetGuiError


def tell(error: object) -> str:
    """Return an error's sentence, translated, with those of the errors in it; else its text."""
    if not isinstance(error, LenetGuiError):
        return str(error)
    sentence = QCoreApplication.translate("Errors", error.sentence)
    return sentence.format(*map(tell, error.values)) if error.values else sentence
