"""The window's columns: the workspace, and the lens at its right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.lenses.lens_column import LensColumn

SHARE = 0.456
"""The lens's share of the width at first."""
SHARES = (0.2, 0.8)
"""The least and the largest share that is remembered."""
LEAST_LENS = 476
"""Width that the lens has at least, if the user doesn't want less, in logical pixels."""


class Columns(QSplitter):
    """Gives the lens its share of the width, whatever the window's size."""

    def __init__(self, workspace: Workspace, lens: LensColumn) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._workspace, self._lens = workspace, lens
        self._share: float | None = None
        self.setChildrenCollapsible(False)
        self.setHandleWidth(UNIT)
        self.addWidget(workspace)
        self.splitterMoved.connect(self._take_share)
        lens.home = self._take_in
        lens.changed.connect(self._fit)
        self._take_in()

    @property
    def share(self) -> float:
        """The lens's share of the width; 0 if the user left it as it was at first."""
        return self._share or 0.0

    def set_share(self, share: float) -> None:
        """Give the lens a share of the width; 0 gives it the first one."""
        least, most = SHARES
        self._share = min(max(share, least), most) if share else None
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return what fits the smallest screens; parts that need more scroll."""
        return QSize(600, 300)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shares."""
        super().resizeEvent(event)
        self._fit()

    def _take_in(self) -> None:
        holder = QWidget.parentWidget(self._lens)
        if holder is not self:
            self.addWidget(self._lens)

    def _fit(self) -> None:
        width = self.width() - self.handleWidth()
        lens = round(width * (self._share or SHARE))
        if self._share is None:
            useful = self._workspace.useful_width(self.height())
            lens = max(lens, min(LEAST_LENS, width // 2), width - useful)
        if self.count() > 1 and width > 0:
            self.setSizes([width - lens, lens])

    def _take_share(self, place: int, index: int) -> None:
        width = self.width() - self.handleWidth()
        self.set_share(self.sizes()[-1] / max(1, width))
