"""PyTorch state dicts: archives, concatenated pickles, and pickles that would run code."""

import io
import pickle
import pickletools
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from hypothesis import strategies as st

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.foreign_weights import read_foreign_weights
from tests.conftest import make_weights
from tests.fuzz.changing import Draw, change_archive, change_bytes, number, texts
from tests.fuzz.packing import ZIP, repacked, unpacked
from tests.fuzz.readers import Reader
from tests.fuzz.readers.weights import DOT

WRITTEN = "../elsewhere/written"


class Trap:
    """Calls a function when unpickled."""

    def __init__(self, function: Any, *arguments: Any) -> None:
        self.call = function, arguments

    def __reduce__(self) -> Any:
        return self.call


def make() -> Reader:
    state = {name: torch.from_numpy(a.copy()) for name, a in make_weights().arrays.items()}
    optimizer = {
        "state": {0: {"step": torch.tensor(3.0)}},
        "param_groups": [{"betas": (0.9, 0.99)}],
    }
    half = {f"module.{name}": tensor.half() for name, tensor in state.items()}
    seeds = (
        saved(state),
        saved(half),
        saved({"epoch": 3, "model_state_dict": state, "optimizer": optimizer}),
        saved(state, zipped=False),
    )
    return Reader(seeds, change, read, extremes(state), ".pt")


def saved(value: Any, zipped: bool = True) -> bytes:
    file = io.BytesIO()
    torch.save(value, file, _use_new_zipfile_serialization=zipped)
    return file.getvalue()


def read(path: Path) -> None:
    Classifier(LeNet5(read_foreign_weights(path))).read(DOT)


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change the pickle's instructions, an entry of the archive, or any bytes."""
    if data.startswith(ZIP):
        name = next(name for name in unpacked(data) if name.endswith("data.pkl"))
        return change_archive(draw, data, _change_entry, [name] * 20)
    return change_pickle(draw, data[:2500]) + data[2500:]


def _change_entry(draw: Draw, name: str, data: bytes) -> bytes:
    return (change_pickle if name.endswith("data.pkl") else change_bytes)(draw, data)


PICKLE_LIMIT = 2**17
"""Maximum size of a pickle in bytes; it is disassembled for each change."""
INSTRUCTIONS = b"().0]}l{d}aesuRbQ2tNNN\x81\x85\x86\x87\x88\x89\x8f\x90\x91\x93\x94"
GLOBALS = (
    *("posix system", "builtins eval", "builtins exec", "builtins open", "io open", "os system"),
    *("subprocess Popen", "torch load", "torch.hub load", "torch._utils _rebuild_tensor_v2"),
    *("torch._utils _rebuild_parameter", "torch FloatStorage", "torch DoubleStorage", "torch Size"),
    *("collections OrderedDict", "collections Counter", "numpy.core.multiarray _reconstruct"),
    *("torch.jit _unwrap_optional", "torch.serialization load", "builtins getattr", "torch device"),
    *(
        "torch._utils _rebuild_sparse_tensor",
        "torch._utils _rebuild_qtensor",
        "torch.storage _load_from_bytes",
    ),
    *("torch._tensor _rebuild_from_type_v2", "torch._utils _rebuild_meta_tensor_no_storage"),
)


def change_pickle(draw: Draw, data: bytes) -> bytes:
    """Insert, remove, repeat and swap whole instructions, and change their arguments."""
    for _ in range(draw(st.integers(1, 3))):
        try:
            at = [place or 0 for _, _, place in pickletools.genops(data)]
        except Exception:  # several pickles, or part of one
            at = list(range(0, len(data), 7))
        which = draw(st.integers(0, max(len(at) - 2, 0)))
        start, end = (*at, len(data), len(data))[which : which + 2]
        kind = draw(st.integers(0, 5))
        if kind == 0:
            new = bytes([draw(st.sampled_from(INSTRUCTIONS))]) + data[start:end]
        elif kind == 1:
            new = data[start:end] * draw(st.sampled_from((0, 2, 200)))
        elif kind == 2:
            new = b"c" + draw(st.sampled_from(GLOBALS)).replace(" ", "\n").encode() + b"\n"
        elif kind == 3:
            new = b"\x8a\x08" + number(draw, 8)
        elif kind == 4:
            text = draw(texts).encode(errors="surrogatepass")[:1000]
            new = b"X" + len(text).to_bytes(4, "little") + text
        else:
            new = change_bytes(draw, data[start:end])
        data = (data[:start] + new + data[end:])[:PICKLE_LIMIT]
    return data


HEAD = b"".join(
    pickle.dumps(value, 2)
    for value in (0x1950A86A20F9469CFC6C, 1001, {"protocol_version": 1001, "little_endian": True})
)


def old(pickled: bytes, rest: bytes = b"") -> bytes:
    """Return a file in PyTorch's old format around a pickle."""
    return HEAD + pickled + rest


def in_archive(pickled: bytes, **entries: bytes) -> bytes:
    names = {f"archive/{name}": data for name, data in entries.items()}
    return repacked({"archive/data.pkl": pickled, "archive/version": b"3\n", **names}, 0)


def doubling(levels: int) -> bytes:
    """Return a pickle with a dictionary key of 2 ** `levels` parts, at five bytes a level."""
    return b"\x80\x02}N" + b"\x85" + b"q\x01h\x01\x86" * levels + b"K\x01s."


def storage(count: int, kind: bytes = b"FloatStorage") -> bytes:
    """Return a pickle of one tensor whose storage claims `count` numbers."""
    number = b"\x8a\x08" + struct.pack("<q", count)
    text = (
        b"(X\x07\0\0\0storagectorch\n" + kind + b"\nX\x01\0\0\x000X\x03\0\0\0cpu" + number + b"tQ"
    )
    tensor = b"ctorch._utils\n_rebuild_tensor_v2\n(" + text + b"K\0" + number + b"\x85K\x01\x85\x89"
    return b"\x80\x02}X\x01\0\0\0a" + tensor + b"ccollections\nOrderedDict\n)RtRs."


def traps() -> Sequence:
    """Return pickles that write a file if they are unpickled unsafely."""
    import os

    made = (
        Trap(open, WRITTEN, "w"),
        Trap(os.system, f"touch {WRITTEN}"),
        Trap(eval, f"open({WRITTEN!r}, 'w')"),
        Trap(exec, f"import os; os.mkdir({WRITTEN!r})"),
        Trap(torch.load, "../elsewhere/bait.json"),
        Trap(torch.save, {}, WRITTEN),
        Trap(getattr, WRITTEN, "encode"),
    )
    return [
        trap_file
        for trap in made
        for trap_file in (saved({"a": trap}), saved(trap, False), pickle.dumps(trap))
    ]


def extremes(state: dict[str, torch.Tensor]) -> Sequence:
    one = torch.zeros(1)
    files = (
        *traps(),
        old(doubling(60), b"\x80\x02]."),
        in_archive(doubling(60)),
        old(b"\x80\x02" + b"N\x85" + b"\x85" * 100_000 + b"."),
        old(b"\x80\x02" + b"](" * 100_000 + b"."),
        old(storage(10 * 2**28), b"\x80\x02]."),
        old(storage(2**62), b"\x80\x02]."),
        in_archive(storage(10 * 2**28), **{"data/0": b"1234"}),
        in_archive(storage(2**62), **{"data/0": b"1234"}),
        in_archive(storage(61_706), **{"data/0": b"1234"}),
        saved({**state, "fc2.bias": one.expand(10**12)}),
        saved({**state, "fc2.bias": one.expand(61_706)}),
        saved({name: one.expand(1) for name in map(str, range(20_000))}),
        saved({**state, "fc2.bias": torch.zeros(10, dtype=torch.complex64)}),
        saved({**state, "fc2.bias": torch.zeros(10).to_sparse()}),
        saved({**state, "fc2.bias": torch.zeros(10, device="meta")}),
    )
    bombs = (lambda: in_archive(b"\x80\x02" + b"N0" * 20_000_000 + b"N."),)
    large = (lambda: repacked({"archive/data.pkl": bytes(63 * 2**20), "archive/version": b"3"}),)
    text = (
        lambda: in_archive(
            b"\x80\x02X" + (60_000_000).to_bytes(4, "little") + b"x" * 60_000_000 + b"."
        ),
    )
    lists = (lambda: old(b"\x80\x02]" + b"]a" * 5_000_000 + b"."),)
    return (*((lambda data=data: data) for data in files), *bombs, *large, *text, *lists)
