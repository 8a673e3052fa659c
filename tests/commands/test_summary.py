"""The printed layer table, against the paper's numbers."""

from lenet_gui.core.network.architecture import LAYERS


def test_the_printed_table(run):
    code, out, error = run("summary")
    assert (code, error) == (0, "")
    rows = {line.split()[0]: line.split() for line in out.splitlines() if line[0] != "─"}
    assert list(rows) == ["Layer", *(layer.name for layer in LAYERS), "total"]
    # Kernel, stride, padding, shape, formula and parameters, as in LeCun et al. 1998.
    expected = {
        "C1": "5×5 1 0 6×28×28 (32 − 5 + 2·0)/1 + 1 = 28 156",
        "S2": "2×2 2 0 6×14×14 (28 − 2 + 2·0)/2 + 1 = 14 0",
        "C5": "5×5 1 0 120×1×1 (5 − 5 + 2·0)/1 + 1 = 1 48,120",
    }
    assert {name: " ".join(rows[name][3:]) for name in expected} == expected
    assert rows["F6"] == ["F6", "linear,", "tanh", "84", "10,164"]
    assert rows["output"] == ["output", "linear,", "softmax", "10", "850"]
    assert rows["total"] == ["total", "61,706"]


def test_the_columns_are_aligned(run):
    lines = run("summary")[1].splitlines()
    starts = {line.index(layer.shape_text) for layer, line in zip(LAYERS, lines[2:], strict=False)}
    assert len(starts) == 1
    assert len({len(line) for line in lines if line[0] in "LCSF─ot"}) == 1
