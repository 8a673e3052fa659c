"""Which digits are taken for which: counts in their cells, mistakes as pictures."""

import numpy as np
import pytest

from lenet_gui.core.datasets.answers import LabelledAnswers
from lenet_gui.figure.colours import DARK, LIGHT, colour
from lenet_gui.figure.confusion import confusion_matrix, worst_mistakes
from lenet_gui.figure.shapes import Cells, Figure, Text


def words(figure: Figure) -> list[str]:
    texts = [item for item in figure.items if isinstance(item, Text)]
    return ["".join(run.text for run in text.runs) for text in texts]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_counts_stand_in_their_cells(theme):
    counts = np.diag(np.arange(10) * 1000)
    counts[2, 8], counts[9, 4] = 3, 1
    figure = confusion_matrix("test", counts, theme)
    assert "test: 99.99 % of 45,004 read right" in words(figure)
    (cells,) = [item for item in figure.items if isinstance(item, Cells)]
    shown = {}
    for item in figure.items:
        if isinstance(item, Text) and item.x > cells.x and item.y > cells.y:
            column = int((item.x - cells.x) / cells.cell_width)
            row = int((item.y - cells.y) / cells.cell_height)
            shown[row, column] = item.runs[0].text
    expected = {(digit, digit): f"{digit},000" for digit in range(1, 10)}
    assert shown == expected | {(2, 8): "3", (9, 4): "1"}
    tints = cells.colours
    none = int(f"ff{theme.surface[1:]}", 16)
    assert tints[0, 0] == tints[5, 6] == none
    assert len({none, int(tints[1, 1]), int(tints[2, 8]), int(tints[9, 4])}) == 4
    assert (np.diag(tints)[1:] == tints[1, 1]).all()


def test_an_empty_matrix_says_so():
    assert "none: no digits" in words(confusion_matrix("none", np.zeros((10, 10), np.int64)))


def test_the_worst_mistakes_come_first_and_forty_are_shown():
    n = 50
    labels = np.full(n, 2, np.int64)
    probabilities = np.full((n, 10), 0.01)
    probabilities[:, 8] = 0.9
    probabilities[:, 2] = np.linspace(0.005, 0.001, n)  # the last are the worst
    probabilities[7, 2] = 0.95
    images = np.arange(n, dtype=np.uint8)[:, None, None].repeat(28, 1).repeat(28, 2)
    figure = worst_mistakes(LabelledAnswers("test", images, labels, np.log(probabilities)))
    assert "test: 49 of 50 misread, the worst 40 of them" in words(figure)
    assert words(figure).count("2 → 8") == 40
    pictures = [item for item in figure.items if isinstance(item, Cells)]
    grey = colour(np.float32([49, 48]), LIGHT.ink_ramp, 0, 255)
    assert [picture.colours[0, 0] for picture in pictures[:2]] == grey.tolist()
    assert pictures[0].colours.shape == (28, 28)
    last = pictures[-1]
    assert last.x + last.width < figure.width
    assert last.y + last.height < figure.height
    assert len({(picture.x, picture.y) for picture in pictures}) == 40
