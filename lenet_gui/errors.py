"""The errors that users meet: each is one clear sentence, never a traceback."""


class LenetGuiError(Exception):
    """Something a person can act on; the message is the sentence they are shown.

    Values stand apart from the sentence, so that the window can say it in another language.
    """

    def __init__(self, sentence: str, *values: object) -> None:
        """Make it of a sentence with {0}, {1} … in the places of `values`; with none it is whole.

        A value may be an error itself.
        """
        super().__init__(sentence.format(*values) if values else sentence)
        self.sentence, self.values = sentence, values


class WeightsError(LenetGuiError):
    """A weights file is missing, damaged, or does not fit the layer table."""


class DrawingError(LenetGuiError):
    """A drawing is not valid: its JSON, its shape or its numbers."""


class PictureError(LenetGuiError):
    """A picture can't be opened, or is too large to be worth opening."""


class DatasetError(LenetGuiError):
    """A data set is missing, damaged, or not of a kind the program reads."""


class SavingError(LenetGuiError):
    """A file can't be written."""


class DisplayError(LenetGuiError):
    """There is no screen to open a window on."""


class MissingExtraError(LenetGuiError):
    """A command needs packages that the base install leaves out."""


class CollectionError(LenetGuiError):
    """The user's corrections can't be kept, or can't be read."""
