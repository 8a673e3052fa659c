"""Files from real Keras read as in Keras."""

import io
import json
import subprocess
import sys
import zipfile

import numpy as np
import pytest

from lenet_gui.core.network.lenet5 import softmax
from lenet_gui.core.network.weights import SIZE_LIMIT
from lenet_gui.errors import MissingExtraError
from lenet_gui.foreign_weights import read_foreign_weights
from tests.foreign import DIGITS, IMAGES, SIDE, archive, check, refusal, refuse_when_cut

pytest.importorskip("torch")
h5py = pytest.importorskip("h5py")

# Keras's PyTorch tensors don't support NumPy 2's argument yet.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning:keras")


@pytest.fixture(scope="module")
def keras(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KERAS_BACKEND", "torch")
        patch.setenv("KERAS_HOME", str(tmp_path_factory.mktemp("keras")))
        return pytest.importorskip("keras")


def sequential(keras, c5="dense", activation="tanh", pooling="AveragePooling2D", output="softmax"):
    layers = keras.layers
    pool = getattr(layers, pooling)
    flatten = layers.Flatten()
    return keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 1)),
            layers.Conv2D(6, (5, 5), strides=(1, 1), activation=activation),
            pool((2, 2)),
            layers.Conv2D(16, (5, 5), strides=(1, 1), activation="tanh"),
            pool((2, 2)),
            *(
                [flatten, layers.Dense(120, activation="tanh")]
                if c5 == "dense"
                else [layers.Conv2D(120, (5, 5), activation="tanh"), flatten]
            ),
            layers.Dropout(0.2),
            layers.Dense(84, activation="tanh", name=None if c5 == "dense" else "a_hidden_layer"),
            layers.Dropout(0.2),
            layers.Dense(DIGITS, activation=output),
        ]
    )


def functional(keras):
    """The same as a functional model, with activations as separate layers."""
    layers = keras.layers
    image = values = keras.Input((SIDE, SIDE, 1))
    for maps in (6, 16):
        values = layers.Activation("tanh")(layers.Conv2D(maps, 5)(values))
        values = layers.AveragePooling2D((2, 2))(values)
    values = layers.Flatten()(values)
    for units in (120, 84):
        values = layers.Activation("tanh")(layers.Dense(units)(values))
    return keras.Model(image, layers.Softmax()(layers.Dense(DIGITS)(values)))


def nested(keras):
    image = keras.Input((SIDE, SIDE, 1))
    return keras.Model(image, sequential(keras)(image))


def trained(keras, model):
    """Compile and fit as the tutorial does, so that files include an optimizer's state."""
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=0.01),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    labels = np.eye(DIGITS, dtype=np.float32)[np.arange(len(IMAGES)) % DIGITS]
    model.fit(IMAGES[..., None], labels, verbose=0)
    generator = np.random.default_rng(6)
    for variable in model.trainable_variables:
        variable.assign(generator.normal(0, 0.3, variable.shape))
    return model


def keras_answer(keras, model):
    return keras.ops.convert_to_numpy(model(IMAGES[..., None], training=False))


def save(model, path):
    if path.name.endswith(".weights.h5"):
        model.save_weights(path)
    else:
        model.save(path)
    return path


@pytest.mark.parametrize("suffix", [".weights.h5", ".keras", ".h5"])
@pytest.mark.parametrize(
    "make",
    [sequential, lambda keras: sequential(keras, "convolution"), functional, nested],
    ids=["dense C5", "convolutional C5", "functional", "nested"],
)
def test_keras_files_give_keras_output(tmp_path, keras, make, suffix):
    model = trained(keras, make(keras))
    path = save(model, tmp_path / f"lenet5{suffix}")
    check(path, keras_answer(keras, model))


def test_a_keras_model_may_end_in_logits(tmp_path, keras):
    model = trained(keras, sequential(keras, output=None))
    path = save(model, tmp_path / "lenet5.keras")
    check(path, softmax(keras_answer(keras, model)))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"activation": "relu"}, "it has relu where tanh belongs"),
        ({"activation": None}, "it has averages of 2×2 where tanh belongs"),
        ({"pooling": "MaxPooling2D"}, "it has MaxPooling2D where averages of 2×2 belongs"),
        ({"output": "sigmoid"}, "it has sigmoid where nothing belongs"),
    ],
)
def test_another_network_with_the_same_shapes_is_refused(tmp_path, keras, changes, sentence):
    assert sentence in refusal(save(sequential(keras, **changes), tmp_path / "other.keras"))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda f: f.pop("dense"), "no layer has a kernel of 5×5×16×120 or 400×120 as C5 has"),
        (lambda f: f["conv2d/vars"].pop("1"), "it has no conv1.bias"),
        (lambda f: f["conv2d_1/vars"].create_dataset("2", data=[1.0]), "it also has conv2.2"),
        (lambda f: f.copy("dense_1", "dense_9"), "more than one layer has a kernel of 120×84"),
        (lambda f: f.create_dataset("norm/vars/0", data=[1.0]), "it also has layers/norm/vars"),
        (lambda f: replaced(f, "conv2d/vars/1", np.zeros(7)), "has shape (7,), not (6,)"),
        (lambda f: replaced(f, "conv2d/vars/1", np.zeros(6, int)), "holds no floats"),
        (lambda f: replaced(f, "conv2d/vars/1", np.zeros(10**6)), "is too large"),
        (lambda f: replaced(f, "conv2d/vars/1", np.full(6, np.nan)), "no network can have"),
        (lambda f: in_large_chunks(f, "conv2d/vars/1"), "is too large"),
        (lambda f: elsewhere(f, "conv2d/vars/1"), "in another file"),
    ],
)
def test_a_keras_file_that_does_not_fit_is_refused(tmp_path, keras_file, spoil, sentence):
    path = tmp_path / "other.weights.h5"
    path.write_bytes(keras_file)
    with h5py.File(path, "r+") as file:
        spoil(file["layers"])
    assert sentence in refusal(path)


@pytest.fixture(scope="module")
def keras_file(keras, tmp_path_factory):
    model = sequential(keras)
    return save(model, tmp_path_factory.mktemp("model") / "a.weights.h5").read_bytes()


def replaced(layers, name, values):
    del layers[name]
    layers[name] = values


def in_large_chunks(layers, name):
    del layers[name]
    layers.create_dataset(name, (6,), "f4", maxshape=(None,), chunks=(10**6,), compression="gzip")
    layers[name][:] = 1


def elsewhere(layers, name):
    """Put the numbers in another file, as HDF5 can; weights must not be read from there."""
    outside = layers.file.filename + ".raw"
    np.zeros(6, "f4").tofile(outside)
    del layers[name]
    layers.create_dataset(name, (6,), "f4", external=[(outside, 0, 24)])


def test_keras_2_names_are_understood(tmp_path, keras_file):
    with h5py.File(io.BytesIO(keras_file)) as new, h5py.File(tmp_path / "old.h5", "w") as old:
        for name, layer in new["layers"].items():
            for number, role in (("0", "kernel:0"), ("1", "bias:0")):
                if number in layer["vars"]:
                    old[f"{name}/{name}/{role}"] = layer["vars"][number][()]
    (tmp_path / "new.h5").write_bytes(keras_file)
    old, new = (read_foreign_weights(tmp_path / f"{age}.h5") for age in ("old", "new"))
    for name, array in new.arrays.items():
        np.testing.assert_array_equal(old.arrays[name], array)


ONE = {"class_name": "Dense", "config": {}}


@pytest.mark.parametrize(
    ("config", "sentence"),
    [
        ("{", "damaged config.json"),
        ("[]", "damaged config.json"),
        ('{"config": {"layers": [1]}}', "damaged config.json"),
        ("[" * 100_000, "damaged config.json"),
        (json.dumps({"class_name": "A", "config": {"layers": []}}), "nothing where a weighted sum"),
        (
            json.dumps({"class_name": "A", "config": {"layers": [ONE, ONE]}}),
            "a weighted sum where tanh",
        ),
        (
            json.dumps(
                {"config": {"data_format": "channels_first", "layers": []}, "class_name": "A"}
            ),
            "channels_first where",
        ),
    ],
)
def test_an_odd_configuration_is_refused(tmp_path, keras_file, config, sentence):
    entries = {"config.json": config, "model.weights.h5": keras_file}
    assert sentence in refusal(archive(tmp_path / "a.keras", entries))


def test_a_model_with_its_own_class_is_read_by_its_shapes(tmp_path, keras_file):
    entries = {"config.json": '{"config": {"name": "mine"}}', "model.weights.h5": keras_file}
    weights = read_foreign_weights(archive(tmp_path / "a.keras", entries, zipfile.ZIP_DEFLATED))
    assert weights.metadata["imported_from"] == "Keras archive"


def test_archives_that_unpack_endlessly_are_refused(tmp_path):
    bomb = {"config.json": "{}", "model.weights.h5": bytes(SIZE_LIMIT)}
    path = archive(tmp_path / "a.keras", bomb, zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < SIZE_LIMIT / 100
    assert "too large to be a LeNet-5 when unpacked" in refusal(path)
    small = {"config.json": "{}", "model.weights.h5": bytes(100)}
    # This decoder does not stop at the entry's declared size.
    path = archive(tmp_path / "b.keras", small, zipfile.ZIP_LZMA)
    assert "is a damaged archive" in refusal(path)


def test_truncated_keras_files_are_refused(tmp_path, keras, keras_file):
    refuse_when_cut(keras_file, tmp_path / "cut.weights.h5")
    whole = save(sequential(keras), tmp_path / "whole.keras")
    refuse_when_cut(whole.read_bytes(), tmp_path / "cut.keras")


@pytest.mark.parametrize("suffix", [".weights.h5", ".keras"])
def test_the_content_decides_the_kind_not_the_name(tmp_path, keras, suffix):
    model = trained(keras, sequential(keras))
    path = save(model, tmp_path / f"lenet5{suffix}")
    check(path.rename(tmp_path / "lenet5.pt"), keras_answer(keras, model))


def test_without_h5py_a_sentence_says_how_to_install_it(tmp_path, keras_file, monkeypatch):
    (tmp_path / "a.weights.h5").write_bytes(keras_file)
    monkeypatch.setitem(sys.modules, "h5py", None)
    with pytest.raises(MissingExtraError, match=r'needs h5py .*"lenet-gui\[train\]"'):
        read_foreign_weights(tmp_path / "a.weights.h5")


def test_opening_a_keras_file_needs_neither_keras_nor_pytorch(tmp_path, keras_file):
    (tmp_path / "a.weights.h5").write_bytes(keras_file)
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from lenet_gui.foreign_weights import read_foreign_weights\n"
        "early = {'torch', 'h5py', 'keras', 'PySide6'} & set(sys.modules)\n"
        f"read_foreign_weights(Path({str(tmp_path / 'a.weights.h5')!r}))\n"
        "late = {'torch', 'keras', 'PySide6'} & set(sys.modules)\n"
        "sys.exit(' '.join(early | late) or None)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("spoil", ["deep", "many"])
def test_endless_groups_are_refused(tmp_path, keras_file, spoil):
    path = tmp_path / "groups.weights.h5"
    path.write_bytes(keras_file)
    with h5py.File(path, "r+") as file:
        if spoil == "deep":
            file.create_group("/".join("a" * 30))
        else:
            for number in range(2_001):
                file.create_group(f"g{number}")
    assert "damaged HDF5 file" in refusal(path)


def test_a_configuration_that_is_too_large_is_not_read(tmp_path, keras_file):
    entries = {"config.json": " " * 2**20 + "{}", "model.weights.h5": keras_file}
    assert "damaged config.json" in refusal(archive(tmp_path / "long.keras", entries))


def test_an_error_quotes_little_of_a_configuration(tmp_path, keras_file):
    layer = {"class_name": "x" * 5000, "config": {}}
    config = json.dumps({"config": {"layers": [layer]}, "class_name": "Sequential"})
    entries = {"config.json": config, "model.weights.h5": keras_file}
    assert len(refusal(archive(tmp_path / "long.keras", entries))) < 400
