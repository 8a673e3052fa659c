"""Errors for users: each is one clear sentence, never a traceback."""


class LenetGuiError(Exception):
    """An error that the user can act on; its message is shown as it is.

    The values are kept apart from the sentence, so that the window can translate the sentence.
    """

    def __init__(self, sentence: str, *values: object) -> None:
        """Take a sentence with {0}, {1} … for the `values`; without values it stays as it is.

        A value may itself be an error.
        """
        super().__init__(sentence.format(*values) if values else sentence)
        self.sentence, self.values = sentence, values


class WeightsError(LenetGuiError):
    """A weights file is missing or damaged, or does not fit the layer table."""


class DrawingError(LenetGuiError):
    """A drawing has invalid JSON, structure or numbers."""


class PictureError(LenetGuiError):
    """A picture can't be opened, or is too large."""


class DatasetError(LenetGuiError):
    """A data set is missing, damaged or of an unknown format."""


class LearningError(LenetGuiError):
    """The network can't go on learning by its recipe."""


class SavingError(LenetGuiError):
    """A file can't be written."""


class DisplayError(LenetGuiError):
    """There is no screen to open a window on."""


class MissingExtraError(LenetGuiError):
    """A command needs packages that the basic installation leaves out."""


class CollectionError(LenetGuiError):
    """The user's corrections can't be saved or read."""
