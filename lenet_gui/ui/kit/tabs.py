"""Two tabs as plain text with a line below the chosen one; the second can be closed."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.icons import icon
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT, quiet_button_style

ICON = QSize(16, 16)
LINE = 2
"""Height of the line below the chosen tab, in logical pixels."""


class Tab(QToolButton):
    """A text with a line below it while it is chosen; disabled, it is a heading, flush left."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Return the size of the text in bold, so that choosing a tab moves nothing."""
        metrics = QFontMetrics(scaled_font(self.font(), 1, bold=True))
        width = metrics.horizontalAdvance(self.text()) + self._inset + UNIT
        return QSize(width, metrics.height() + UNIT + LINE)

    def changeEvent(self, event: QEvent) -> None:
        """Take another width as a heading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.updateGeometry()

    @property
    def _inset(self) -> int:
        return UNIT if self.isEnabled() else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, the line of the chosen tab, and the ring around the focused one."""
        theme, box = current_theme(), QRectF(self.rect())
        painter = QPainter(self)
        if self.isEnabled() and self.underMouse():
            painter.fillRect(box, QColor(theme.hover))
        is_strong = self.isChecked() or not self.isEnabled()
        painter.setFont(scaled_font(self.font(), 1, bold=is_strong))
        painter.setPen(QColor(theme.text if is_strong else theme.muted))
        text = box.adjusted(self._inset, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, side | Qt.TextFlag.TextDontClip, self.text())
        if self.isEnabled() and self.isChecked():
            painter.fillRect(box.adjusted(0, box.height() - LINE, 0, 0), QColor(theme.accent))
        if self.hasFocus():
            half = theme.ring / 2
            painter.setPen(QPen(QColor(theme.accent), theme.ring))
            painter.drawRect(box.adjusted(half, half, -half, -half))


class Tabs(QWidget):
    """A fixed tab and one with a changing title, which is elided if it doesn't fit."""

    chosen = Signal(bool)
    """The user chose a tab: whether it is the second."""
    closed = Signal()
    """The user closed the second tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._second, self._close = Tab(), Tab(), QToolButton()
        self._title = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        for button in (self._first, self._second, self._close):
            row.addWidget(button)
        row.addStretch(1)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setIconSize(ICON)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        # No group of buttons: the tab key would skip the one that is not chosen.
        self._first.clicked.connect(lambda: self._click(is_second=False))
        self._second.clicked.connect(lambda: self._click(is_second=True))
        self._close.clicked.connect(self.closed)
        follow_appearance(self._restyle)

    def name(self, first: str, second: str, close: str) -> None:
        """Set the tabs' titles, and the name of the button that closes the second."""
        self._first.setText(first)
        self._title = second
        self._second.setAccessibleName(second)
        self._close.setToolTip(close)
        self._close.setAccessibleName(close)
        self._fit()

    def show_second(self, is_shown: bool) -> None:
        """Show or hide the second tab; a single tab is a heading."""
        for part in (self._second, self._close):
            part.setVisible(is_shown)
        self._first.setEnabled(is_shown)

    def choose(self, is_second: bool) -> None:
        """Show which tab is in front."""
        self._first.setChecked(not is_second)
        self._second.setChecked(is_second)

    def _click(self, is_second: bool) -> None:
        self.choose(is_second)
        self.chosen.emit(is_second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the second title if necessary."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        taken = self._first.sizeHint().width() + self._close.sizeHint().width() + 4 * UNIT
        room = self.width() - taken
        bold = QFontMetrics(scaled_font(self.font(), 1, bold=True))
        shown = bold.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        self._second.setText(shown)
        self._second.setToolTip(self._title if shown != self._title else "")

    def _restyle(self) -> None:
        theme = current_theme()
        self._close.setIcon(icon("close", theme))
        self._close.setStyleSheet(quiet_button_style(theme))
        self._fit()
