"""Fit one network in several processes.

Each takes its share of every batch, and all average their gradients, so that their copies of the
network stay the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import torch
from torch import Tensor, distributed, nn

PATIENCE = timedelta(hours=1)
"""How long a process waits for the others, for example while the computer sleeps."""


@contextmanager
def joined(meeting: Path, number: int, count: int) -> Iterator[None]:
    """Join the processes that meet at the file `meeting`, as number `number` of `count`."""
    if count == 1:
        yield
        return
    distributed.init_process_group(
        "gloo",
        init_method=meeting.absolute().as_uri(),
        rank=number,
        world_size=count,
        timeout=PATIENCE,
    )
    try:
        yield
    finally:
        distributed.destroy_process_group()


def is_first() -> bool:
    """Return whether this process, the first or the only one, keeps checkpoints and reports."""
    return not distributed.is_initialized() or distributed.get_rank() == 0


def share_of(batch: Tensor) -> Tensor:
    """Return this process's share of a batch's indices."""
    if not distributed.is_initialized():
        return batch
    return batch[distributed.get_rank() :: distributed.get_world_size()]


@torch.no_grad()
def average_gradients(model: nn.Module) -> None:
    """Replace the gradients by their mean over all joined processes."""
    if not distributed.is_initialized():
        return
    gradients = [p.grad for p in model.parameters() if p.grad is not None]
    flat = torch.cat([gradient.flatten() for gradient in gradients])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    parts = torch.split(flat, [gradient.numel() for gradient in gradients])
    for gradient, part in zip(gradients, parts, strict=True):
        gradient.copy_(part.view_as(gradient))
