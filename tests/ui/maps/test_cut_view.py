"""The picture of how a number was cut."""

from pytestqt.qtbot import QtBot

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.resources import default_weights
from lenet_gui.ui.maps.cut_section import CutSection
from lenet_gui.ui.maps.cut_view import CutView
from tests.core.numbers.written import written


def test_all_candidates_have_room_of_their_own_and_the_cheapest_way_is_whole(qtbot: QtBot) -> None:
    view = CutView()
    qtbot.addWidget(view)
    view.resize(600, view.height())
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    found = NumberReader(classifier).read(classifier.read(written("427")))
    assert found is not None
    view.show_number(found, 0)
    (cut,) = found.cuts
    placed = view._layout.placed
    pictures = [one.picture for one in placed]
    assert not any(a.intersects(b) for a in pictures for b in pictures if a is not b)
    best = {cut.lattice.edges[one.edge].run for one in placed if one.is_best}
    assert best == {edge.run for edge in cut.path.edges}
    assert view.words()[0].startswith("4 2 7 costs ")
    view.grab()


def test_the_section_can_be_folded(qtbot: QtBot) -> None:
    section = CutSection()
    qtbot.addWidget(section)
    section.show()
    section.toggle.click()
    assert section.view.isHidden()
    assert section.toggle.text() == "Show"
    section.toggle.click()
    assert not section.view.isHidden()
