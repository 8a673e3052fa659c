"""Long work beside the window: in another thread, in order, and never ahead of it."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from lenet_gui.errors import DatasetError
from lenet_gui.ui.kit.background import Task


def counted(seen: list[int], upto: int = 4) -> Iterator[int]:
    """Count, and note which thread it is done in."""
    for number in range(upto):
        seen.append(threading.get_ident())
        yield number


def test_items_come_in_order_from_another_thread(qtbot: QtBot) -> None:
    threads: list[int] = []
    came: list[int] = []
    task = Task(QObject())
    task.progressed.connect(came.append)
    with qtbot.waitSignal(task.ended):
        task.run(counted(threads))
    assert came == [0, 1, 2, 3]
    assert threading.get_ident() not in threads


def test_an_item_is_begun_when_the_one_before_was_received(qtbot: QtBot) -> None:
    threads: list[int] = []
    begun: list[int] = []
    task = Task(QObject())
    task.progressed.connect(lambda item: begun.append(len(threads)))
    with qtbot.waitSignal(task.ended):
        task.run(counted(threads))
    assert begun == [1, 2, 3, 4]


def test_a_cancelled_task_takes_no_more_items(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    threads: list[int] = []
    task = Task(QObject())
    task.progressed.connect(task.cancel)
    task.ended.connect(lambda: pytest.fail("it was cancelled, it did not end"))
    with qtbot.waitSignal(task.progressed):
        task.run(counted(threads, 1000))
    qtbot.waitUntil(lambda: not set(threading.enumerate()) - before)
    assert len(threads) == 1


def test_cancelling_waits_for_the_item_under_way(qtbot: QtBot) -> None:
    begun, gate, done = threading.Event(), threading.Event(), []

    def waiting() -> Iterator[int]:
        begun.set()
        gate.wait()
        done.append(1)
        yield 1

    task = Task(QObject())
    task.progressed.connect(lambda item: pytest.fail("it was cancelled"))
    task.run(waiting())
    assert task.is_running
    begun.wait()
    threading.Timer(0.05, gate.set).start()
    task.cancel()
    assert done == [1]
    assert not task.is_running
    qtbot.wait(10)  # what was under way is not reported later either


def test_a_task_stops_when_its_owner_is_deleted(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    threads: list[int] = []
    came: list[int] = []
    owner = QObject()
    task = Task(owner)
    task.progressed.connect(came.append)
    task.progressed.connect(lambda item: delete(owner))
    with qtbot.waitSignal(task.progressed):
        task.run(counted(threads, 1000))
    qtbot.waitUntil(lambda: not set(threading.enumerate()) - before)
    assert came == [0]
    assert len(threads) == 2, "that one was under way"


def failing(error: Exception) -> Iterator[int]:
    yield 1
    raise error


def test_an_error_that_users_can_act_on_is_passed_on(qtbot: QtBot) -> None:
    task = Task(QObject())
    with qtbot.waitSignal(task.failed) as told:
        task.run(failing(DatasetError("line 5: bad.")))
    assert str(told.args[0]) == "line 5: bad."


def test_a_defect_is_raised_in_the_windows_thread(qtbot: QtBot) -> None:
    task = Task(QObject())
    with qtbot.captureExceptions() as caught:
        task.run(failing(ZeroDivisionError("oh")))
        qtbot.waitUntil(lambda: len(caught) > 0)
    assert [type(one[1]) for one in caught] == [ZeroDivisionError]


def test_a_task_that_is_run_anew_reports_nothing_of_what_ran_before(qtbot: QtBot) -> None:
    came: list[int] = []
    task = Task(QObject())
    task.progressed.connect(came.append)
    task.run(iter([1, 2, 3]))
    with qtbot.waitSignal(task.ended):
        task.run(iter([4, 5]))
    assert came == [4, 5]
    assert not task.is_running
