"""What can be wrong with a window on a small screen: cut off, covered, or out of reach.

Each function returns its findings as sentences, so that a test can show all of them at once.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMainWindow,
    QMenu,
    QMenuBar,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from tests.ui.conftest import choose_look

OVERLAYS = ("TourCard",)
"""Classes that lie over the window on purpose, besides what lets the mouse through."""
OWN = "lenet_gui."
NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
TAB_STOPS = 200
"""Presses of Tab after which it leads in no circle."""


def show_at(window: QMainWindow, size: QSize, **look: str) -> None:
    """Give the window a size and a look, and let it lay itself out."""
    choose_look(**look)
    window.resize(size)
    let_settle()


def let_settle() -> None:
    """Let layouts and what they set off come to rest."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def cut_off(top: QWidget) -> list[str]:
    """Find texts larger than their widgets, and widgets that reach out of their parents."""
    found = []
    for widget in _visible(top):
        has, needs = widget.size(), _room_for_text(widget)
        if needs.width() > has.width() or needs.height() > has.height():
            found.append(f"{name(widget)}: its text needs {_wh(needs)}, and has {_wh(has)}")
        if is_own(widget) and has.isEmpty():
            found.append(f"{name(widget)}: is {_wh(has)} large")
        if widget is not top and not _is_overlay(widget):
            found += _reaches_out(widget)
    for bar in top.findChildren(QMenuBar):
        found += _titles_out_of_sight(bar)
    return found


def overlapping(top: QWidget) -> list[str]:
    """Find sibling widgets that cover one another."""
    found = []
    for parent in _visible(top):
        children = [child for child in _children(parent) if not _is_overlay(child)]
        for one, other in combinations(children, 2):
            shared = one.geometry() & other.geometry()
            if not shared.isEmpty():
                found.append(f"{name(one)} and {name(other)} share {_wh(shared.size())}")
    return found


def menus_too_large(window: QMainWindow, screen: QSize) -> list[str]:
    """Find menus that have no room on a screen and do not scroll."""
    found = []
    for menu in menus(window.menuBar().actions()):
        needs = menu.sizeHint()
        can_scroll = menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu)
        if needs.width() > screen.width() or (needs.height() > screen.height() and not can_scroll):
            found.append(f"menu “{menu.title()}”: needs {_wh(needs)}")
    return found


def menus(actions: Sequence[QAction]) -> Iterator[QMenu]:
    """Yield the menus of actions, and theirs."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu) and action.isVisible():
            yield menu
            yield from menus(menu.actions())


def missed_by_tab(window: QMainWindow) -> list[str]:
    """Find widgets that want the focus and never get it by the Tab key."""
    wanting = [
        widget
        for widget in _visible(window)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
    reached: list[QWidget] = []
    wanting[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(TAB_STOPS):
        focused = QApplication.focusWidget()
        if focused is None or focused in reached:
            break
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return [f"{name(widget)}: is not reached by Tab" for widget in wanting if widget not in reached]


def out_of_reach(window: QMainWindow, kinds: Sequence[type[QWidget]], view: QMenu) -> list[str]:
    """Find parts that are not visible, and that no entry of the View menu brings into sight."""
    missing = [kind for kind in kinds if not _is_shown(window, kind)]
    for action in view.actions():
        if not (missing and action.isCheckable() and action.isEnabled()):
            continue
        group = action.actionGroup()
        before = group.checkedAction() if group else action
        action.trigger()
        let_settle()
        missing = [kind for kind in missing if not _is_shown(window, kind)]
        if before is not None:
            before.trigger()
            let_settle()
    return [f"{kind.__name__}: is neither visible nor in the View menu" for kind in missing]


def outside(window: QWidget, what: str, place: QRect) -> list[str]:
    """Report a place that is empty or not wholly in the window."""
    if place.isEmpty():
        return [f"{what}: is nowhere"]
    is_inside = window.rect().contains(place)
    return [] if is_inside else [f"{what}: is at {place.getRect()}, not in {_wh(window.size())}"]


def name(widget: QWidget) -> str:
    """Return a widget's class and words, with the parts of the program that it is in."""
    words = widget.accessibleName() or _text(widget)
    own = f"{type(widget).__name__} “{words}”" if words else type(widget).__name__
    around, parent = [], widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if is_own(parent):
            around.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " in ".join([own, *around[:2]])


def is_own(widget: QWidget) -> bool:
    """Return whether a widget's class is the program's rather than Qt's."""
    return type(widget).__module__.startswith(OWN)


def _visible(top: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all visible ones in it, without further windows."""
    yield top
    for child in _children(top):
        yield from _visible(child)


def _children(parent: QWidget) -> list[QWidget]:
    """Return the visible children that are no windows."""
    return [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]


def _is_overlay(widget: QWidget) -> bool:
    is_through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return is_through or type(widget).__name__ in OVERLAYS


def _is_shown(window: QMainWindow, kind: type[QWidget]) -> bool:
    """Return whether a part is in sight, or comes into sight by scrolling."""
    for part in window.findChildren(kind):
        if (area := _scroll_area(part)) is not None:
            area.ensureWidgetVisible(part)
        if part.isVisible() and not part.visibleRegion().isEmpty():
            return True
    return False


def _scroll_area(part: QWidget) -> QScrollArea | None:
    """Return the area that a part can be scrolled in."""
    parent = part.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def _text(widget: QWidget) -> str:
    """Return the text that a widget shows; a button with an icon alone shows none."""
    if isinstance(widget, QToolButton) and not widget.icon().isNull():
        style = widget.toolButtonStyle()
        if style == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return ""
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""


def _room_for_text(widget: QWidget) -> QSize:
    """Return the least size at which a widget shows its whole text."""
    text, metrics = _text(widget), widget.fontMetrics()
    if not text:
        return QSize(0, 0)
    line = metrics.size(Qt.TextFlag.TextShowMnemonic, text)
    if isinstance(widget, QLabel) and widget.wordWrap():
        room = QRect(0, 0, widget.contentsRect().width(), 0)
        wrapped = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return QSize(wrapped.width(), widget.heightForWidth(widget.width()))
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        inside = widget.style().subControlRect(kind, option, field, widget)
        return line + (widget.size() - inside.size())
    if isinstance(widget, QToolButton):  # its hint has room for an arrow that no theme shows
        icon = QSize() if widget.icon().isNull() else widget.iconSize()
        return QSize(line.width() + max(icon.width(), 0), max(line.height(), icon.height()))
    least = widget.minimumSizeHint()
    return least if least.isValid() else widget.sizeHint()


def _reaches_out(widget: QWidget) -> list[str]:
    """Report a widget that its parent cuts off; what a scroll area scrolls must be in reach."""
    parent = widget.parentWidget()
    area = parent.parentWidget()
    if isinstance(area, QScrollArea) and area.widget() is widget:
        out = []
        if area.horizontalScrollBarPolicy() == NO_BAR and widget.width() > parent.width():
            out.append(f"{name(widget)}: is wider than its view, which does not scroll")
        if area.verticalScrollBarPolicy() == NO_BAR and widget.height() > parent.height():
            out.append(f"{name(widget)}: is higher than its view, which does not scroll")
        return out
    place, room = widget.geometry(), parent.rect()
    if place.isEmpty() or room.contains(place):
        return []
    return [f"{name(widget)}: {place.getRect()} reaches out of its parent's {_wh(room.size())}"]


def _titles_out_of_sight(bar: QMenuBar) -> list[str]:
    found = []
    for action in bar.actions():
        place = bar.actionGeometry(action)
        text = bar.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, action.text())
        is_seen = bar.rect().contains(place) and place.width() >= text.width()
        if action.isVisible() and not (is_seen and place.height() >= text.height()):
            found.append(f"menu title “{action.text()}”: is at {place.getRect()} of the menu bar")
    return found


def _wh(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"
