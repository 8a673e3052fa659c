"""Files from real PyTorch read as in PyTorch; other files do no harm."""

import io
import pickle
import sys
import warnings
import zipfile
from datetime import date

import numpy as np
import pytest

from lenet_gui import __version__, pickle_check
from lenet_gui.core.network.weights import SIZE_LIMIT, load_weights
from lenet_gui.errors import MissingExtraError
from lenet_gui.foreign_weights import read_foreign_weights
from tests.foreign import DIGITS, IMAGES, archive, check, refusal, refuse_when_cut

torch = pytest.importorskip("torch")


class Tutorial(torch.nn.Module):
    """LeNet-5 as tutorials write it; repeats names, sizes and activations on purpose."""

    def __init__(self, kernel=5):
        super().__init__()
        self.conv1 = torch.nn.Conv2d(1, 6, kernel)
        self.conv2 = torch.nn.Conv2d(6, 16, 5)
        self.conv3 = torch.nn.Conv2d(16, 120, 5)
        self.pool = torch.nn.AvgPool2d(2, 2)
        self.fc1 = torch.nn.Linear(120, 84)
        self.fc2 = torch.nn.Linear(84, DIGITS)

    def forward(self, x):
        x = self.pool(torch.tanh(self.conv1(x)))
        x = self.pool(torch.tanh(self.conv2(x)))
        x = torch.tanh(self.conv3(x)).flatten(1)
        return self.fc2(torch.tanh(self.fc1(x))).softmax(1)


@pytest.fixture
def module():
    torch.manual_seed(4)
    module = Tutorial()
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.normal_(0, 0.3)
    return module


def torch_answer(module):
    with torch.no_grad():
        return module(torch.tensor(IMAGES)[:, None]).numpy()


@pytest.mark.parametrize(
    "wrap",
    [
        lambda module: module.state_dict(),
        lambda module: dict(module.named_parameters()),
        lambda module: {"epoch": 3, "state_dict": module.state_dict()},
        lambda module: {"model_state_dict": module.state_dict(), "loss": 0.1},
        lambda module: torch.nn.DataParallel(module).state_dict(),
        lambda module: {f"_orig_mod.{n}": tensor for n, tensor in module.state_dict().items()},
    ],
    ids=["state_dict", "parameters", "checkpoint", "model_state_dict", "parallel", "compiled"],
)
@pytest.mark.parametrize("zipped", [True, False], ids=["archive", "pickles"])
def test_pytorch_state_dicts_give_pytorchs_output(tmp_path, module, wrap, zipped):
    path = tmp_path / "lenet5.pt"
    torch.save(wrap(module), path, _use_new_zipfile_serialization=zipped)
    check(path, torch_answer(module))


@pytest.mark.parametrize("kind", ["bfloat16", "float16", "float64"])
def test_other_precisions_are_read(tmp_path, module, kind):
    module.to(getattr(torch, kind))
    torch.save(module.state_dict(), tmp_path / "lenet5.pt")
    check(tmp_path / "lenet5.pt", torch_answer(module.float()))


class Trap:
    """Creates a file when unpickled carelessly."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return io.open, (str(self.path), "w")


@pytest.mark.parametrize("way", ["archive", "pickles", "plain pickle"])
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # from the trap
def test_code_in_a_pickle_does_not_run(tmp_path, module, way):
    trace, path = tmp_path / "trace", tmp_path / "trap.pt"
    state = {**module.state_dict(), "fc2.bias": Trap(trace)}
    if way == "plain pickle":
        path.write_bytes(pickle.dumps(Trap(trace)))
        pickle.loads(path.read_bytes())
    else:
        torch.save(state, path, _use_new_zipfile_serialization=way == "archive")
        torch.load(path, weights_only=False)
    assert trace.exists()  # careless unpickling runs the trap
    trace.unlink()

    assert "in PyTorch, save model.state_dict()" in refusal(path)
    assert not trace.exists()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda s: s.pop("conv3.bias"), "it has no conv3.bias"),
        (lambda s: s.update({"bn.weight": torch.zeros(6)}), "it also has bn.weight"),
        (lambda s: s.update({"fc1.weight": torch.zeros(84, 100)}), "has shape (84, 100), not"),
        (lambda s: s.update({"fc1.weight": torch.zeros(84, 120).int()}), "holds int32"),
        (lambda s: s.update({"fc2.bias": torch.full((DIGITS,), torch.nan)}), "no network can have"),
        (lambda s: s.update({"fc2.bias": torch.zeros(1).expand(10**12)}), "is too large"),
        (lambda s: s.update({"fc2.bias": torch.zeros(DIGITS).to_sparse()}), "not plain numbers"),
        (lambda s: s.update({"epoch": 3}), "contains no state dict"),
        (lambda s: s.clear(), "contains no state dict"),
    ],
)
def test_the_state_dict_of_another_network_is_refused(tmp_path, module, spoil, sentence):
    state = dict(module.state_dict())
    spoil(state)
    torch.save(state, tmp_path / "other.pt")
    assert sentence in refusal(tmp_path / "other.pt")


def test_a_whole_module_and_a_list_are_refused(tmp_path, module):
    torch.save(module, tmp_path / "module.pt")
    assert "in PyTorch, save model.state_dict()" in refusal(tmp_path / "module.pt")
    torch.save([1, 2], tmp_path / "list.pt")
    assert "contains no state dict" in refusal(tmp_path / "list.pt")


def test_a_truncated_state_dict_is_refused(tmp_path, module):
    for zipped in (True, False):
        file = io.BytesIO()
        torch.save(module.state_dict(), file, _use_new_zipfile_serialization=zipped)
        refuse_when_cut(file.getvalue(), tmp_path / "cut.pt")


def test_the_content_decides_the_kind_not_the_name(tmp_path, module):
    torch.save(module.state_dict(), tmp_path / "lenet5.keras")
    check(tmp_path / "lenet5.keras", torch_answer(module))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"PK\x03\x04", b"\x80", b"\x89HDF\r\n\x1a\n", b"hi"]
)
def test_other_files_are_refused(tmp_path, content):
    (tmp_path / "a").write_bytes(content)
    refusal(tmp_path / "a")


def test_an_archive_of_something_else_is_refused(tmp_path):
    path = archive(tmp_path / "letters.zip", {"letter.txt": "Dear Sir"})
    assert "damaged or contains more than weights" in refusal(path)
    path = archive(tmp_path / "half.keras", {"model.weights.h5": b""})
    assert "is a damaged archive" in refusal(path)


def test_missing_files_folders_and_large_files_are_refused_unread(tmp_path):
    assert "No such file" in refusal(tmp_path / "missing.pt")
    assert "is not a file" in refusal(tmp_path)
    large = tmp_path / "large.pt"
    with large.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    assert "is too large" in refusal(large)


def test_the_metadata_describe_the_origin(tmp_path, module):
    path = tmp_path / "mine.pt"
    torch.save(module.state_dict(), path)
    assert read_foreign_weights(path).metadata == {
        "name": "mine.pt",
        "imported_from": "PyTorch state dict",
        "date": date.today().isoformat(),
        "versions": f"lenet-gui {__version__}",
    }


def test_safetensors_keep_their_metadata_and_gain_a_name(weights_file):
    own, opened = load_weights(weights_file), read_foreign_weights(weights_file)
    assert opened.metadata == {"name": weights_file.name, **own.metadata}
    for name, array in own.arrays.items():
        np.testing.assert_array_equal(opened.arrays[name], array)


def test_truncated_safetensors_are_refused(tmp_path, weights_file):
    refuse_when_cut(weights_file.read_bytes(), tmp_path / "cut.safetensors")


def test_without_pytorch_a_sentence_says_how_to_install_it(tmp_path, module, monkeypatch):
    torch.save(module.state_dict(), tmp_path / "lenet5.pt")
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MissingExtraError, match=r'needs torch .*"lenet-gui\[train\]"'):
        read_foreign_weights(tmp_path / "lenet5.pt")


def doubled(levels, in_key):
    """Return a pickle of a dictionary with 2 ** `levels` parts in its key, or its value."""
    parts = b"N\x85" + b"q\x01h\x01\x86" * levels  # the previous part twice, again and again
    return b"\x80\x02}" + (parts + b"K\x01" if in_key else b"K\x01" + parts) + b"s."


@pytest.mark.parametrize("in_key", [True, False])
def test_a_pickle_that_would_never_finish_is_refused(tmp_path, in_key):
    pickled = doubled(200, in_key)
    with pytest.raises(ValueError, match="too many parts"):
        pickle_check.require_modest(pickled)
    path = archive(tmp_path / "endless.pt", {"a/data.pkl": pickled, "a/version": b"3"})
    assert "damaged archive" in refusal(path)
    head = b"".join(pickle.dumps(value, 2) for value in (0x1950A86A20F9469CFC6C, 1001, {}))
    path.write_bytes(head + pickled + pickle.dumps([], 2))
    assert "damaged or contains more than weights" in refusal(path)


def test_repeated_parts_count_each_time():
    # 10 levels: 2 ** 11 - 1 pairs and as many parts below them; 17 levels have more than 100,000.
    pickle_check.require_modest(doubled(10, in_key=True))
    with pytest.raises(ValueError, match="too many parts"):
        pickle_check.require_modest(doubled(17, in_key=True))
    pickle_check.require_modest(pickle.dumps({"a": [1, (2, 3)], "b": {4: "x" * 300}}, 4))
    for broken in (b"", b"\x80\x02]", b"s.", b"\x80\x02" + b"N0" * 30_000 + b"N."):
        with pytest.raises(ValueError, match=r"."):
            pickle_check.require_modest(broken)


def test_of_two_pickles_with_one_name_the_checked_one_is_read(tmp_path, module):
    path = tmp_path / "two.pt"
    torch.save(module.state_dict(), path)
    with zipfile.ZipFile(path) as file:
        entries = [(entry.filename, file.read(entry)) for entry in file.infolist()]
    name = next(name for name, _ in entries if name.endswith("data.pkl"))
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as file:
        warnings.simplefilter("ignore")
        for entry in [(name, doubled(60, in_key=True)), *entries]:
            file.writestr(*entry)
    check(path, torch_answer(module))
