"""The matrix products of the built program: BLIS's, by those of its kernels that were kept."""

import json
import sys
from pathlib import Path

import pytest

from lenet_gui.resources import resource
from tests.packaging.conftest import bare_environment, call

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(sys.platform != "linux", reason="releases for Linux have BLIS"),
]

KERNELS = {"haswell": 3, "generic": 32}
"""The kernels that were kept, by name, and their numbers in BLIS 1.1 (`arch_t`)."""
EXAMPLES = sorted(resource("assets", "examples").glob("*.lenet.json"))


@pytest.fixture
def products(bundle: Path) -> Path:
    """Return the module of NumPy that multiplies matrices, if it does so with BLIS."""
    (module,) = bundle.rglob("_multiarray_umath*.so")
    if b"libblis" not in module.read_bytes():
        pytest.skip("built with another NumPy than releases")
    return module


def fits(kernels: str) -> bool:
    """Return whether this processor has the instructions of some kernels."""
    return kernels == "generic" or " avx2 " in Path("/proc/cpuinfo").read_text("utf-8")


def chosen(program: Path, **environment: str) -> str:
    """Read an example and return the name of the kernels that BLIS then says it uses."""
    told = bare_environment(BLIS_ARCH_DEBUG="1", **environment)
    done = call(program, "classify", EXAMPLES[0], environment=told)
    assert done.returncode == 0, done.stderr
    (name,) = (name for name in KERNELS if f"'{name}'" in done.stderr)
    return name


def test_its_licence_is_included(bundle, products):
    text = (bundle / "_internal" / "licences" / "numpy, BLIS.txt").read_text("utf-8")
    assert "The University of Texas at Austin" in text


def test_it_takes_the_fastest_kernels_that_fit(program, products):
    assert chosen(program) == ("haswell" if fits("haswell") else "generic")


@pytest.mark.parametrize("kernels", KERNELS)
def test_it_reads_the_same_with_all_kernels(program, products, kernels):
    if not fits(kernels):
        pytest.skip("needs another processor")
    chosen_by_hand = {"BLIS_ARCH_TYPE": str(KERNELS[kernels])}
    assert chosen(program, **chosen_by_hand) == kernels
    sides = [
        call(*command, "classify", "--json", *EXAMPLES, environment=environment)
        for command, environment in (
            ([program], bare_environment(**chosen_by_hand)),
            ([sys.executable, "-m", "lenet_gui"], bare_environment()),
        )
    ]
    ours, theirs = ([json.loads(line) for line in side.stdout.splitlines()] for side in sides)
    assert [reading["digit"] for reading in ours] == list(range(10))
    for our, their in zip(ours, theirs, strict=True):
        assert our["probabilities"] == pytest.approx(their["probabilities"], abs=1e-5)
