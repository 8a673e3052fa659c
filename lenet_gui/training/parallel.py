"""Work in several processes, whose results are files, written whole or not at all."""

import os
import signal
import threading
from collections.abc import Callable, Iterable
from multiprocessing import connection, parent_process
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from tqdm import tqdm

from lenet_gui.core.files.whole_file import whole_file
from lenet_gui.errors import LenetGuiError


def save_tensors(tensors: dict[str, Tensor], path: Path) -> None:
    """Write tensors to a file, whole or not at all."""
    with whole_file(path) as file:
        torch.save(tensors, file)


def in_parallel(
    work: Callable[..., object], jobs: Iterable[tuple[object, ...]], workers: int
) -> None:
    """Do jobs in processes of one thread each, or in this process if one worker is enough.

    Raises LenetGuiError if a process fails. Ends the others then, and on Ctrl+C.
    """
    waiting = list(jobs)
    if min(workers, len(waiting)) <= 1:
        for job in waiting:
            work(*job)
        return
    # Fresh processes: a forked one would inherit PyTorch's threads in an unknown state.
    context = torch.multiprocessing.get_context("spawn")
    running: list[SpawnProcess] = []
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                process = context.Process(target=_work_alone, args=(work, waiting.pop(0)))
                process.start()
                running.append(process)
            connection.wait([process.sentinel for process in running])
            ended = [process for process in running if process.exitcode is not None]
            if any(process.exitcode for process in ended):
                raise LenetGuiError("A training process failed; its output above says why.")
            running = [process for process in running if process not in ended]
    finally:
        for process in running:
            process.terminate()
            process.join()


def _work_alone(work: Callable[..., Any], job: tuple[object, ...]) -> None:
    """Work in one thread; leave Ctrl+C to the parent, and end when it ends, for any reason."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    torch.set_num_threads(1)
    tqdm.set_lock(threading.RLock())  # tqdm's own is a semaphore that outlives a terminated process
    work(*job)


def _end_with_parent() -> None:
    """Exit when the parent ends; a killed parent can't end its children itself."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
