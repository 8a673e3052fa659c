"""`lenet-gui evaluate`: measure accuracy, recall and confusion on labelled digits and numbers."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lenet_gui.commands import options
from lenet_gui.commands.table import table
from lenet_gui.commands.terminal import percent
from lenet_gui.errors import DatasetError

if TYPE_CHECKING:
    from lenet_gui.core.datasets.evaluation import Evaluation
    from lenet_gui.core.datasets.idx import Split
    from lenet_gui.core.datasets.number_evaluation import NumberCounts, OtherCounts
    from lenet_gui.core.datasets.sample import Sample, TextSample

SPLITS: tuple["Split", "Split"] = ("test", "train")
PLACES = ("centre", "corner", "random")
"""The values of core.placement.Place, repeated here so that `--help` needs no NumPy."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "data",
        type=options.path,
        metavar="DATA",
        help="a folder with MNIST's files, or a file of IDX images, UNIPEN text or labelled"
        " drawings (JSON Lines); files may be gzipped. Label a drawing with its digit, with its"
        ' number, such as "42", or with any other text if it is neither',
    )
    parser.add_argument(
        "labels",
        type=options.path,
        nargs="?",
        metavar="LABELS",
        help="the file of IDX labels, if DATA is a file of IDX images",
    )
    parser.add_argument(
        "--split", choices=SPLITS, help=f"which images of an MNIST folder (default: {SPLITS[0]})"
    )
    options.add_json(parser, "print one JSON object")
    options.add_framing(parser)
    options.add_weights(parser)
    placing = parser.add_argument_group(
        "placing", "scale and move each drawing on its canvas before reading it"
    )
    placing.add_argument(
        "--place",
        choices=PLACES,
        help="in the centre, in the four corners in turn, or at random anywhere on the canvas",
    )
    placing.add_argument(
        "--size",
        type=options.share,
        metavar="SHARE",
        help="length of the drawing's longer side, as a share of the canvas's height, for example"
        " 0.3 (default: 0.95; with --place random, a random share from 0.35 to 0.5)",
    )
    placing.add_argument(
        "--seed",
        type=options.whole_number(0),
        default=0,
        metavar="N",
        help="seed of the random numbers (default: 0)",
    )
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Measure and print. Raises DatasetError if there is nothing to measure."""
    if arguments.split is not None and (arguments.labels or arguments.data.is_file()):
        arguments.refuse("--split is for folders; all of a file is measured")

    from lenet_gui.core.datasets.evaluation import evaluate
    from lenet_gui.core.framing.framing import Framing

    classifier = options.load_classifier(arguments)
    terminal = sys.stderr.isatty()
    result = evaluate(
        classifier,
        _samples(arguments),
        Framing(arguments.framing),
        progress=_show_progress if terminal else None,
    )
    if terminal:
        print("\r\x1b[K", end="", file=sys.stderr)
    if not result.n and result.numbers is None and result.others is None:
        raise DatasetError(f"{arguments.data} holds no labelled digits.")
    print(json.dumps(_as_json(result, arguments)) if arguments.json else _as_text(result))
    return 0


def _samples(arguments: argparse.Namespace) -> "Iterator[Sample | TextSample]":
    from lenet_gui.core.datasets.datasets import read_labelled
    from lenet_gui.core.datasets.idx import idx_samples
    from lenet_gui.core.datasets.placement import Place, Placement

    samples: Iterator[Sample | TextSample]
    if arguments.labels is None:
        samples = read_labelled(arguments.data, arguments.split or SPLITS[0])
    else:
        samples = idx_samples(arguments.data, arguments.labels)
    if arguments.place is None and arguments.size is None:
        return samples
    place = Place(arguments.place or Place.CENTRE)
    return Placement(place, arguments.size, arguments.seed).apply(samples)


def _show_progress(done: int) -> None:
    print(f"\r{done:,} read", end="", file=sys.stderr, flush=True)


def _as_json(result: "Evaluation", arguments: argparse.Namespace) -> dict[str, Any]:
    data = [arguments.data] if arguments.labels is None else [arguments.data, arguments.labels]
    placed = arguments.place is not None or arguments.size is not None
    return {
        "n": result.n,
        "correct": result.correct,
        "accuracy": result.accuracy if result.n else None,
        "recall": result.recall,
        "confusion": result.confusion.tolist(),
        "nothing_to_read": result.nothing.tolist(),
        "verdicts": {str(verdict): count for verdict, count in result.verdicts.items()},
        "calibration_error": result.calibration_error if result.confusion.any() else None,
        "data": [str(path) for path in data],
        "split": (arguments.split or SPLITS[0]) if arguments.data.is_dir() else None,
        "framing": arguments.framing,
        "place": (arguments.place or PLACES[0]) if placed else None,
        "size": arguments.size,
        "seed": arguments.seed if placed else None,
        "weights": str(options.weights_path(arguments)),
        **({} if result.numbers is None else {"numbers": _numbers_as_json(result.numbers)}),
        **({} if result.others is None else {"others": _others_as_json(result.others)}),
    }


def _numbers_as_json(numbers: "NumberCounts") -> dict[str, Any]:
    return {
        "n": numbers.n,
        "correct": numbers.correct,
        "accuracy": numbers.correct / numbers.n,
        "cut_right": numbers.cut_right,
        "cut_accuracy": numbers.cut_right / numbers.n,
        "digits": numbers.digits,
        "digits_correct": numbers.digits_correct,
        "digit_accuracy": numbers.digits_correct / numbers.digits if numbers.digits else None,
        "verdicts": numbers.verdicts,
    }


def _others_as_json(others: "OtherCounts") -> dict[str, Any]:
    return {
        "n": others.n,
        "refused": others.refused,
        "read_as_digit": others.digits,
        "read_as_number": others.numbers,
        "verdicts": others.verdicts,
    }


def _as_text(result: "Evaluation") -> str:
    """Return the results as text: of digits, of numbers and of other drawings, where there are."""
    parts = []
    if result.n:
        parts.append(_digits_as_text(result))
    if result.numbers is not None:
        parts.append(_numbers_as_text(result.numbers))
    if result.others is not None:
        parts.append(_others_as_text(result.others))
    return "\n\n".join(parts)


def _numbers_as_text(numbers: "NumberCounts") -> str:
    noun = "number" if numbers.n == 1 else "numbers"
    rows = [("cut into the right number of digits", *_share(numbers.cut_right, numbers.n))]
    if numbers.digits:
        shares = _share(numbers.digits_correct, numbers.digits)
        rows.append(("digits of these read right", *shares))
    return (
        f"{numbers.n:,} {noun}, {numbers.correct:,} read right:"
        f" accuracy {percent(numbers.correct / numbers.n, 2)}\n\n"
        f"{table(rows, right=(1, 2))}\n\n"
        f"Verdicts: {_verdicts(numbers.verdicts)}"
    )


def _share(part: int, whole: int) -> tuple[str, str]:
    return f"{part:,} of {whole:,}", percent(part / whole, 2)


def _others_as_text(others: "OtherCounts") -> str:
    noun = "drawing" if others.n == 1 else "drawings"
    rows = [
        ("refused", *_share(others.refused, others.n)),
        ("read as a digit", *_share(others.digits, others.n)),
        ("read as a number", *_share(others.numbers, others.n)),
    ]
    return (
        f"{others.n:,} {noun} labelled as something else\n\n"
        f"{table(rows, right=(1, 2))}\n\n"
        f"Verdicts: {_verdicts(others.verdicts)}"
    )


def _digits_as_text(result: "Evaluation") -> str:
    """Return a summary, the confusion matrix with recalls, and the verdicts."""
    digits = [str(digit) for digit in range(len(result.confusion))]
    header = ["label", *digits, "none", "samples", "recall"]
    rows = [header]
    for digit, (counts, recall) in enumerate(zip(result.confusion, result.recall, strict=True)):
        cells = [f"{int(count):,}" if count else "·" for count in (*counts, result.nothing[digit])]
        share = "" if recall is None else percent(recall, 2)
        rows.append([str(digit), *cells, f"{int(result.per_label[digit]):,}", share])
    if not result.nothing.any():  # drop a column that has only dots
        rows = [row[:-3] + row[-2:] for row in rows]
    matrix = table(rows, right=range(1, len(rows[0])))
    noun, accuracy = "digit" if result.n == 1 else "digits", percent(result.accuracy, 2)
    return (
        f"{result.n:,} {noun}, {result.correct:,} read right: accuracy {accuracy}\n\n"
        f"Confusion matrix (rows: label; columns: digit read)\n\n{matrix}\n\n"
        f"Verdicts: {_verdicts(result.verdicts)}\n"
        f"Expected calibration error: {result.calibration_error:.4f}"
    )


def _verdicts(verdicts: "Mapping[Any, int]") -> str:
    """Return the count of each verdict, most frequent first."""
    counts = sorted(verdicts.items(), key=lambda item: -item[1])
    return ", ".join(f"{count:,} {verdict}" for verdict, count in counts if count)
