"""Long work runs in another thread, in order, and never ahead of the window."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from lenet_gui.errors import DatasetError
from lenet_gui.ui.kit.background import Task


def counted(seen: list[int], upto: int = 4) -> Iterator[int]:
    """Yield numbers, and record the thread of each."""
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


def test_an_item_starts_once_the_previous_one_was_received(qtbot: QtBot) -> None:
    threads: list[int] = []
    begun: list[int] = []
    task = Task(QObject())
    task.progressed.connect(lambda item: begun.append(len(threads)))
    with qtbot.waitSignal(task.ended):
        task.run(counted(threads))
    assert begun == [1, 2, 3, 4]


def test_a_cancelled_task_starts_no_more_items(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    threads: list[int] = []
    task = Task(QObject())
    task.progressed.connect(task.cancel)
    task.ended.connect(lambda: pytest.fail("a cancelled task must not emit ended"))
    with qtbot.waitSignal(task.progressed):
        task.run(counted(threads, 1000))
    qtbot.waitUntil(lambda: not set(threading.enumerate()) - before)
    assert len(threads) == 1


def test_cancelling_waits_for_the_current_item(qtbot: QtBot) -> None:
    begun, gate, done = threading.Event(), threading.Event(), []

    def waiting() -> Iterator[int]:
        begun.set()
        gate.wait()
        done.append(1)
        yield 1

    task = Task(QObject())
    task.progressed.connect(lambda item: pytest.fail("a cancelled task must not emit progressed"))
    task.run(waiting())
    assert task.is_running
    begun.wait()
    threading.Timer(0.05, gate.set).start()
    task.cancel()
    assert done == [1]
    assert not task.is_running
    qtbot.wait(10)  # the current item is not reported later either


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
    assert len(threads) == 2, "the second item had started"


def failing(error: Exception) -> Iterator[int]:
    yield 1
    raise error


def test_an_error_for_the_user_emits_failed(qtbot: QtBot) -> None:
    task = Task(QObject())
    with qtbot.waitSignal(task.failed) as told:
        task.run(failing(DatasetError("line 5: bad.")))
    assert str(told.args[0]) == "line 5: bad."


def test_a_bug_raises_in_the_windows_thread(qtbot: QtBot) -> None:
    task = Task(QObject())
    with qtbot.captureExceptions() as caught:
        task.run(failing(ZeroDivisionError("oh")))
        qtbot.waitUntil(lambda: len(caught) > 0)
    assert [type(one[1]) for one in caught] == [ZeroDivisionError]


def test_a_restarted_task_reports_nothing_of_its_previous_run(qtbot: QtBot) -> None:
    came: list[int] = []
    task = Task(QObject())
    task.progressed.connect(came.append)
    task.run(iter([1, 2, 3]))
    with qtbot.waitSignal(task.ended):
        task.run(iter([4, 5]))
    assert came == [4, 5]
    assert not task.is_running
