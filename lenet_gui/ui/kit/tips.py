"""What is said where the pointer rests: in painted widgets by the place, and of actions."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def show_tip(widget: QWidget, event: QEvent, tip_at: Callable[[QPointF], str]) -> bool:
    """Show what `tip_at` says of the place that a tooltip is asked for; False for other events."""
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
        return False
    QToolTip.showText(event.globalPos(), tip_at(QPointF(event.pos())), widget)
    return True


def explain(action: QAction, sentence: str) -> None:
    """Say in the status bar, and in the What's this? mode, what an action does."""
    action.setStatusTip(sentence)
    action.setWhatsThis(sentence)
