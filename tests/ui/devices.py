"""Pen and touch input for tests, as Qt sends it."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget

Place = tuple[float, float]
PRESS, MOVE, RELEASE = (
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletRelease,
)


class Stylus:
    """A tablet's pen over a widget. Places are fractions of the widget's size."""

    def __init__(
        self,
        widget: QWidget,
        end: QPointingDevice.PointerType = QPointingDevice.PointerType.Pen,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        self.widget, self.button = widget, button
        self.device = QPointingDevice(
            "pen",
            1,
            QInputDevice.DeviceType.Stylus,
            end,
            QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
            1,
            1,
        )

    def send(self, kind: QEvent.Type, place: Place, pressure: float = 0.5, time: int = 0) -> None:
        """Send one event. A move without pressure hovers."""
        at = QPointF(place[0] * self.widget.width(), place[1] * self.widget.height())
        none = Qt.MouseButton.NoButton
        held = none if kind == RELEASE or not pressure else self.button
        event = QTabletEvent(
            kind, self.device, at, self.widget.mapToGlobal(at), pressure,
            0.0, 0.0, 0.0, 0.0, 0.0, Qt.KeyboardModifier.NoModifier,
            none if kind == MOVE else self.button, held,
        )  # fmt: skip
        event.setTimestamp(time)
        QApplication.sendEvent(self.widget, event)
        assert event.isAccepted(), "or Qt would send a mouse event too"

    def stroke(self, *places: Place, time: int = 0) -> None:
        """Draw through places."""
        self.send(PRESS, places[0], time=time)
        for place in places[1:]:
            self.send(MOVE, place, time=time)
        self.send(RELEASE, places[-1], 0, time=time)

    def tell_nearness(self, is_near: bool, time: int = 0) -> None:
        """Send the application the event that the pen came near or left."""
        kinds = QEvent.Type.TabletEnterProximity, QEvent.Type.TabletLeaveProximity
        none = Qt.MouseButton.NoButton
        event = QTabletEvent(
            kinds[0] if is_near else kinds[1], self.device, QPointF(), QPointF(), 0,
            0.0, 0.0, 0.0, 0.0, 0.0, Qt.KeyboardModifier.NoModifier, none, none,
        )  # fmt: skip
        event.setTimestamp(time)
        application = QApplication.instance()
        assert application is not None
        QApplication.sendEvent(application, event)


class Screen:
    """A touchscreen over a widget."""

    def __init__(self, widget: QWidget, device: QPointingDevice) -> None:
        self.widget, self.device = widget, device

    def send(self, state: QEventPoint.State, place: Place, finger: int = 0, time: int = 0) -> None:
        """Send one event of one finger."""
        at = QPointF(place[0] * self.widget.width(), place[1] * self.widget.height())
        kind = {
            QEventPoint.State.Pressed: QEvent.Type.TouchBegin,
            QEventPoint.State.Released: QEvent.Type.TouchEnd,
        }.get(state, QEvent.Type.TouchUpdate)
        point = QEventPoint(finger, state, at, self.widget.mapToGlobal(at))
        event = QTouchEvent(kind, self.device, Qt.KeyboardModifier.NoModifier, [point])
        event.setTimestamp(time)
        QApplication.sendEvent(self.widget, event)
        assert event.isAccepted(), "or Qt would send a mouse event too"

    def stroke(self, *places: Place, time: int = 0) -> None:
        """Draw through places with one finger."""
        self.send(QEventPoint.State.Pressed, places[0], time=time)
        for place in places[1:]:
            self.send(QEventPoint.State.Updated, place, time=time)
        self.send(QEventPoint.State.Released, places[-1], time=time)

    def take_back(self) -> None:
        """Cancel the touch, as some systems do on detecting a palm."""
        event = QTouchEvent(
            QEvent.Type.TouchCancel, self.device, Qt.KeyboardModifier.NoModifier, []
        )
        QApplication.sendEvent(self.widget, event)
