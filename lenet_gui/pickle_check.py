"""Check how large a pickle's value would be before unpickling it.

A pickle of a few bytes can repeat "this, twice" and so build a key of so many parts that unpickling
never ends. What a pickle may call is another matter, for PyTorch's restricted unpickler.
"""

import pickletools
from io import BytesIO
from typing import BinaryIO

MOST_STEPS = 50_000
"""Limit of instructions; a checkpoint of a LeNet-5 with its optimizer has some thousand."""
MOST_PARTS = 100_000
"""Limit of a value's parts, counting repeated ones each time."""
MARK = pickletools.markobject
LEGACY_PICKLES = 5
"""In PyTorch's old files: magic number, version, system, value, the storages' names."""


def require_modest(data: bytes) -> None:
    """Raise ValueError if a pickle is damaged or its value would be too large."""
    _require_modest(BytesIO(data))


def require_modest_legacy(data: bytes) -> None:
    """Do the same for the pickles in an old PyTorch file."""
    file = BytesIO(data)
    for _ in range(LEGACY_PICKLES):
        _require_modest(file)


def _require_modest(file: BinaryIO) -> None:
    """Follow one pickle's instructions, with counts of parts instead of values."""
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
    """Pop an instruction's operands from the stack; return their number of parts."""
    before = instruction.stack_before
    if MARK not in before:
        count = len(before)
        if count > len(stack):
            raise ValueError("stack underflow")
        taken = stack[len(stack) - count :]
        del stack[len(stack) - count :]
        return sum(part or 0 for part in taken)
    taken = []
    while stack and (part := stack.pop()) is not None:
        taken.append(part)
    for _ in before[: before.index(MARK)]:  # for example the list to which the parts are added
        taken.append(stack.pop() if stack else 0)
    return sum(part or 0 for part in taken)


def _top(stack: list[int | None]) -> int:
    return (stack[-1] if stack else 1) or 1
