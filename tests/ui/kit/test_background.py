"""Long work in steps beside the window: in another thread, in order, and never ahead of it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from lenet_gui.errors import DatasetError
from lenet_gui.ui.kit.background import Steps


def counted(seen: list[int], upto: int = 4) -> Iterator[int]:
    """Count, and note which thread it is done in."""
    for number in range(upto):
        seen.append(threading.get_ident())
        yield number


def test_items_come_in_order_from_another_thread(qtbot: QtBot) -> None:
    threads: list[int] = []
    came: list[int] = []
    steps = Steps(counted(threads), QObject())
    steps.came.connect(came.append)
    with qtbot.waitSignal(steps.ended):
        steps.start()
    assert came == [0, 1, 2, 3]
    assert threading.get_ident() not in threads


def test_the_next_is_begun_when_the_last_was_received(qtbot: QtBot) -> None:
    threads: list[int] = []
    begun: list[int] = []
    steps = Steps(counted(threads), QObject())
    steps.came.connect(lambda item: begun.append(len(threads)))
    with qtbot.waitSignal(steps.ended):
        steps.start()
    assert begun == [1, 2, 3, 4]


def test_when_it_is_stopped_no_more_is_taken(qtbot: QtBot) -> None:
    threads: list[int] = []
    steps = Steps(counted(threads, 1000), QObject())
    steps.came.connect(steps.stop)
    steps.ended.connect(lambda: pytest.fail("it was stopped, it did not end"))
    with qtbot.waitSignal(steps.came):
        steps.start()
    qtbot.waitUntil(lambda: not any(t.name.startswith("steps") for t in threading.enumerate()))
    assert len(threads) == 1


def test_where_the_owner_is_gone_it_ends_too(qtbot: QtBot) -> None:
    threads: list[int] = []
    came: list[int] = []
    owner = QObject()
    steps = Steps(counted(threads, 1000), owner)
    steps.came.connect(came.append)
    steps.came.connect(lambda item: delete(owner))
    with qtbot.waitSignal(steps.came):
        steps.start()
    qtbot.waitUntil(lambda: not any(t.name.startswith("steps") for t in threading.enumerate()))
    assert came == [0]
    assert len(threads) == 2, "that one was under way"


def failing(error: Exception) -> Iterator[int]:
    yield 1
    raise error


def test_what_people_can_act_on_is_passed_on(qtbot: QtBot) -> None:
    steps = Steps(failing(DatasetError("line 5: bad.")), QObject())
    with qtbot.waitSignal(steps.failed) as told:
        steps.start()
    assert str(told.args[0]) == "line 5: bad."


def test_a_defect_is_raised_in_the_windows_thread(qtbot: QtBot) -> None:
    steps = Steps(failing(ZeroDivisionError("oh")), QObject())
    with qtbot.captureExceptions() as caught:
        steps.start()
        qtbot.waitUntil(lambda: len(caught) > 0)
    assert [type(one[1]) for one in caught] == [ZeroDivisionError]
