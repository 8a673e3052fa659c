"""Pickles looked through before they are unpickled: how much would be made of them.

A pickle of some bytes can say "this, twice" again and again, and so make a key of more parts than
anybody can count; who unpickles it does not come back. What it may call is another question, which
PyTorch's restricted unpickler answers.
"""

import pickletools
from io import BytesIO
from typing import BinaryIO

MOST_STEPS = 50_000
"""Instructions in a pickle; a checkpoint of a LeNet-5 with its optimizer has some thousand."""
MOST_PARTS = 100_000
"""Parts of a value, those that are said again counted again."""
MARK = pickletools.markobject
LEGACY_PICKLES = 5
"""PyTorch's old files: a magic number, a version, the system, the value, the storages' names."""


def require_modest(data: bytes) -> None:
    """Raise ValueError where a pickle is damaged, or makes too much."""
    _require_modest(BytesIO(data))


def require_modest_legacy(data: bytes) -> None:
    """Do the same for the pickles of one of PyTorch's old files."""
    file = BytesIO(data)
    for _ in range(LEGACY_PICKLES):
        _require_modest(file)


def _require_modest(file: BinaryIO) -> None:
    """Follow one pickle's instructions with how many parts each value has in the values' place."""
    stack: list[int | None] = []  # None is a mark
    memo: dict[int, int] = {}
    for step, (instruction, argument, _) in enumerate(pickletools.genops(file)):
        name = instruction.name
        if step > MOST_STEPS:
            raise ValueError("too many instructions")
        if name == "MEMOIZE":
            memo[len(memo)] = _top(stack)
        elif name.endswith("PUT"):
            memo[int(argument or 0)] = _top(stack)
        elif name.endswith("GET"):
            stack.append(memo.get(int(argument or 0), 1))
        elif name == "DUP":
            stack.append(_top(stack))
        else:
            taken = _take(stack, instruction)
            made = 0 if MARK in instruction.stack_after else 1 + taken
            if made > MOST_PARTS:
                raise ValueError("too many parts")
            stack += [made or None] * len(instruction.stack_after)


def _take(stack: list[int | None], instruction: pickletools.OpcodeInfo) -> int:
    """Take from the stack what an instruction takes; return how many parts that has."""
    before = instruction.stack_before
    if MARK not in before:
        count = len(before)
        if count > len(stack):
            raise ValueError("takes more than there is")
        taken = stack[len(stack) - count :]
        del stack[len(stack) - count :]
        return sum(part or 0 for part in taken)
    taken = []
    while stack and (part := stack.pop()) is not None:
        taken.append(part)
    for _ in before[
        : before.index(MARK)
    ]:  # the list, say, that what lies behind the mark goes into
        taken.append(stack.pop() if stack else 0)
    return sum(part or 0 for part in taken)


def _top(stack: list[int | None]) -> int:
    return (stack[-1] if stack else 1) or 1
