"""The lens Why: why the network reads one digit and not another, as sums that add up."""

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from lenet_gui.core.explaining.by_unit import by_unit
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.canvas.overlays import only_stroke
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.dialogs import open_dialog
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.widgets import UprightScrollArea
from lenet_gui.ui.lenses.lens import LensView
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.reading.weighing import Weighing
from lenet_gui.ui.why.adding_up import DECIMALS, ShownScores
from lenet_gui.ui.why.explainer import Explainer, Found, Question
from lenet_gui.ui.why.why_page import WhyPage
from lenet_gui.ui.why.words import headline, instead, longest, remark, sentence

F6 = LAYERS[-2]


class Why(LensView):
    """Connects readings and answers with what shows them.

    Sentence, scores and units follow every reading. What takes longer is worked out when the pen is
    lifted; until then it stays as it was, and is pale.
    """

    def __init__(
        self,
        editor: DrawingEditor,
        displayed: Displayed,
        means: Means,
        reader: LiveReader,
        weighing: Weighing,
        selection: Selection,
        show_inside: Callable[[], None],
        mark_stroke: Callable[[Drawing | None], None],
        describe: Callable[[str], None],
        say: Callable[[str], None],
        warn: Callable[[str, str], None],
    ) -> None:
        """Make the lens.

        `mark_stroke` marks a stroke on the canvas, `describe` shows a line in the status bar, and
        `say` has a screen reader read one.
        """
        super().__init__()
        self._editor, self._displayed, self._means = editor, displayed, means
        self._reader, self._weighing, self._selection = reader, weighing, selection
        self._show_inside, self._mark_stroke = show_inside, mark_stroke
        self._describe, self._say, self._warn = describe, say, warn
        self._reading: Reading | None = None
        self._found: Found | None = None
        self._explainer = Explainer(self)
        self.page = WhyPage()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(UprightScrollArea(self.page))
        self._connect()
        follow_appearance(self._name)

    def _connect(self) -> None:
        page = self.page
        self._explainer.found.connect(self._take)
        self._weighing.changed.connect(self._show_again)
        self._reader.settled.connect(self._settle)
        page.how.clicked.connect(self.show_how)
        page.softmax.clicked.connect(self.show_softmax)
        page.scores.picked.connect(self._weighing.choose)
        page.strokes.pointed.connect(self._point_at_stroke)
        page.units.pointed.connect(self._point_at_unit)
        page.units.picked.connect(self._open_unit)
        page.maps.pointed.connect(self._point_at_map)
        page.maps.picked.connect(self._open_map)
        page.maps.switched.connect(self._switch_map)
        page.scores.pointed.connect(self._point_at_score)
        page.layers.chosen.connect(self._show_maps)

    # -- shown and hidden -----------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Mark the two digits in the reading, too."""
        super().showEvent(event)
        self._weighing.set_shown(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop working anything out."""
        super().hideEvent(event)
        self._weighing.set_shown(False)
        self._explainer.drop()
        self._mark_stroke(None)

    # -- the reading ----------------------------------------------------------------------------

    def show_reading(self, reading: Reading) -> None:
        """Show what can be shown at once, and have the rest worked out if the pen is up."""
        self._reading = reading
        self._show_live()
        question = self._question()
        if question is not None and self._is_still:
            self._explainer.ask(question)
        self._mark_stale()

    @property
    def pair(self) -> Pair | None:
        """The two digits that are weighed; None if nothing can be explained."""
        question = self._question()
        return None if question is None else question.pair

    @property
    def is_waiting(self) -> bool:
        """Whether something is still being worked out."""
        return self._explainer.is_running

    @property
    def _is_still(self) -> bool:
        """Whether the page rests: no pen is down, no replay runs, and nothing is learned."""
        is_moving = self._editor.is_busy or self._displayed.is_moment or self._means.is_learning
        return not is_moving

    def _settle(self, reading: Reading) -> None:
        """Explain what hasn't changed for a while, though the pen may be down."""
        question = self._question()
        if self.isVisible() and question is not None and reading is self._reading:
            self._explainer.ask(question)

    def _question(self) -> Question | None:
        """Return what is to be explained now; None if there is nothing."""
        reading, pair, network = self._reading, self._weighing.pair, self._means.network
        if reading is None or pair is None or network is None or not self._can_explain(reading):
            return None
        return Question(reading, pair, network, self._means.framing)

    def _can_explain(self, reading: Reading) -> bool:
        return (
            reading.activations is not None
            and reading.verdict is not Verdict.TOO_LITTLE
            and bool(np.isfinite(reading.activations.logits).all())
        )

    def _show_again(self) -> None:
        """Show the reading with other digits weighed."""
        if self.isVisible() and self._reading is not None:
            self.show_reading(self._reading)

    # -- words ----------------------------------------------------------------------------------

    def _name(self) -> None:
        page = self.page
        page.how.setText(self.tr("How is this computed?"))
        page.softmax.setText(self.tr("Softmax step by step"))
        page.scores_part.set_words(self.tr("Scores"), self.tr("before softmax"))
        page.change_part.set_words(self.tr("What would change its mind"), "")
        page.nearest_part.set_words(self.tr("Nearest digits"), self.tr("and their distance in F6"))
        page.ink_part.set_words(self.tr("By ink"), self.tr("which ink speaks for which digit"))
        self._name_sums()
        if self._reading is not None:
            self._show_live()
            self._show_found()
        else:
            page.show_parts(False)

    def _name_sums(self) -> None:
        """Set the headings of the parts whose notes hold numbers."""
        page = self.page
        widest = self.tr("bias {0} + units {1} = {2}").format(*("−00.00",) * 3)
        page.units_part.set_words(
            self.tr("By unit"), self.tr("F6’s 84 units, the strongest first"), widest
        )
        widest = self.tr("blank {0} + maps {1} = {2}").format(*("−00.00",) * 3)
        page.maps_part.set_words(self.tr("By map"), self.tr("each map’s share"), widest)
        page.strokes_part.set_words(self.tr("By stroke"), "")

    # -- what follows every reading -------------------------------------------------------------

    def _show_live(self) -> None:
        """Show the question, the scores and the units."""
        reading, page = self._reading, self.page
        assert reading is not None
        question = self._question()
        if question is None:
            page.headline.set_text(self.tr("Why?"))
            page.sentence.set_words(instead(reading, self._means.network is not None))
            page.remark.set_words("")
            page.show_parts(False)
            page.arrange()
            return
        pair, network = question.pair, question.network
        assert reading.activations is not None
        logits = reading.activations.logits[0]
        shown = ShownScores.of(logits, pair)
        page.headline.set_text(headline(question))
        before = page.scores_part.isHidden(), page.strokes_part.isHidden()
        is_other = page.sentence.set_words(sentence(shown, question), longest(pair))
        is_other |= page.remark.set_words(remark(reading, self._means.is_learning))
        page.scores.show_scores(shown, pair)
        page.units.show_shares(by_unit(network, reading.activations, pair), question.difference)
        units = round(shown.difference - page.units.bias, DECIMALS)
        words = self.tr("bias {0} + units {1} = {2}")
        terms = (page.units.bias, units, shown.difference)
        page.units_sum.set_text(words.format(*(number(term, DECIMALS) for term in terms)))
        page.show_parts(True, has_strokes=isinstance(reading.source, Drawing))
        if is_other or before != (page.scores_part.isHidden(), page.strokes_part.isHidden()):
            page.arrange()

    # -- what takes longer ----------------------------------------------------------------------

    def _take(self, found: Found) -> None:
        """Show another part of the answer; parts that aren't there yet stay as they were."""
        self._found = found
        self._show_found()

    def _show_found(self) -> None:
        found, page = self._found, self.page
        if found is None:
            return
        reading, pair = found.question.reading, found.question.pair
        if isinstance(reading.source, Drawing):
            shares, total = found.by_stroke, found.question.difference
            page.strokes.show_shares(shares, reading.source, pair, total)
        if found.by_ink is not None:
            page.ink.show_shares(found.by_ink, reading, pair, found.question.difference)
            self._show_maps()
        page.change.show_change(found.change, reading.frames.padded, pair, found.is_searched)
        words = sentence_of(found.problem) if found.problem else self.tr("looking…")
        page.nearest.show_neighbours(found.neighbours, pair, words)
        self._mark_stale()
        page.arrange()

    def _show_maps(self) -> None:
        """Show the shares of the chosen layer's maps."""
        found, page = self._found, self.page
        if found is None or found.by_ink is None:
            return
        layer, shares = page.layers.layer, found.by_ink
        off = {held.map for held in found.question.reading.off if held.layer == layer.name}
        page.maps.show_shares(layer, shares, found.question.difference, off)
        blank, error = page.maps.terms[0], page.maps.terms[-1]
        maps = round(page.maps.total - blank - error, DECIMALS)
        words = self.tr("blank {0} + maps {1} = {2}")
        terms = [number(term, DECIMALS) for term in (blank, maps, page.maps.total)]
        if error:
            words = self.tr("blank {0} + maps {1} + error {3} = {2}")
            terms.append(number(error, DECIMALS))
        page.maps_sum.set_text(words.format(*terms))
        page.arrange()

    def _mark_stale(self) -> None:
        """Make pale what belongs to an earlier state of the page."""
        found, page, question = self._found, self.page, self._question()
        if question is None:
            return
        is_stale = found is None or not found.question.is_same(question)
        for view in (page.strokes, page.ink, page.maps, page.change, page.nearest):
            view.set_stale(is_stale)
        page.maps_sum.setVisible(not is_stale)
        if is_stale:
            self._mark_stroke(None)
        if is_stale:
            note = self.tr("as of the last stroke")
        else:
            total = number(question.difference, DECIMALS)
            note = self.tr("each stroke’s share of {0}").format(total)
        if page.strokes_part.set_note(note):
            page.arrange()

    # -- pointing and picking -------------------------------------------------------------------

    def _tell(self, words: str, by_keys: bool) -> None:
        self._describe(words)
        if by_keys and words:
            self._say(words)

    def _point_at_score(self, digit: int | None, by_keys: bool) -> None:
        self._tell("" if digit is None else self.page.scores.words(digit), by_keys)

    def _point_at_stroke(self, index: int | None, by_keys: bool) -> None:
        """Mark a stroke on the canvas, unless the page has changed since."""
        strokes = self.page.strokes
        source = None if self._reading is None else self._reading.source
        if index is None or strokes.rows.is_stale or not isinstance(source, Drawing):
            self._mark_stroke(None)
        else:
            self._mark_stroke(only_stroke(source, index))
        words = "" if index is None else f"{strokes.rows.words(index)}. {strokes.line_words()}"
        self._tell(words, by_keys)

    def _point_at_unit(self, index: int | None, by_keys: bool) -> None:
        self._tell("" if index is None else f"F6 {self.page.units.words(index)}", by_keys)

    def _point_at_map(self, index: int | None, by_keys: bool) -> None:
        self._tell("" if index is None else self.page.maps.words(index), by_keys)

    def _open_unit(self, index: int) -> None:
        """Show a unit of F6 in the inspector."""
        self._show_inside()
        self._selection.select(Unit(F6, self.page.units.unit(index)))

    def _open_map(self, index: int) -> None:
        """Show a map in the inspector."""
        layer = self.page.maps.layer
        self._show_inside()
        self._selection.enlarge(Unit(layer, index, layer.size // 2, layer.size // 2))

    def _switch_map(self, index: int) -> None:
        self._selection.switch(Unit(self.page.maps.layer, index))

    def show_softmax(self) -> None:
        """Open the table of softmax's steps."""
        from lenet_gui.ui.why.softmax_table import SoftmaxTable

        if self._reading is not None and self._reading.activations is not None:
            open_dialog(SoftmaxTable(self._reading.activations.logits[0], self))

    def show_how(self) -> None:
        """Open the page on the methods."""
        from lenet_gui.ui.why.how_page import HowPage

        try:
            open_dialog(HowPage(self))
        except LenetGuiError as error:
            self._warn(self.tr("The page can’t be opened"), sentence_of(error))
