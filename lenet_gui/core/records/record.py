"""Records: readings with their sources and weights, to be saved and opened again."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.files.limits import shortened
from lenet_gui.core.framing.framing import Fit, Frames, Framing, Source, canvas_image
from lenet_gui.core.network.architecture import CLASSES, FRAME_SIZE, LAYERS, parameter_shapes
from lenet_gui.core.network.lenet5 import Activations, Array
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.core.records.switched_off import off_facts, off_in_facts
from lenet_gui.core.strokes.drawing import Drawing, drawing_from_dict
from lenet_gui.errors import DrawingError

FORMAT = "lenet-gui export"
VERSION = 1
PICTURE = "picture"
LOGITS = "logits"
STEPS = ("canvas", "framed")
SIDE_LIMIT = 8192
PIXEL_LIMIT = 2048**2
"""Pixels above which a saved picture is refused; larger ones are shrunk when first opened."""

Arrays = Mapping[str, NDArray[np.generic]]
Choice = TypeVar("Choice", Framing, Verdict)


@dataclass(frozen=True)
class WeightsIdentity:
    """Identifies weights: their checksum, and the name and date in their file."""

    sha256: str
    name: str | None = None
    date: str | None = None

    @classmethod
    def of(cls, weights: Weights) -> "WeightsIdentity":
        """Return the SHA-256 of the arrays' float32 numbers, little-endian, in table order."""
        digest = hashlib.sha256()
        for name in parameter_shapes():
            digest.update(weights.arrays[name].astype("<f4").tobytes())
        metadata = weights.metadata
        return cls(digest.hexdigest(), metadata.get("name"), metadata.get("date"))


@dataclass(frozen=True, eq=False)
class Record:
    """A reading to be saved.

    `weights` is None if there was no network; `program` names the program and its version.
    """

    framing: Framing
    reading: Reading
    weights: WeightsIdentity | None
    program: str

    @property
    def source(self) -> Source:
        """The drawing or picture that was read."""
        return self.reading.source

    def arrays(self) -> dict[str, Array]:
        """Return every step by its name: shapes as in `array_shapes`, without the batch's axis.

        If nothing was drawn, the steps from C1 on are missing.
        """
        frames, activations = self.reading.frames, self.reading.activations
        arrays = {
            "canvas": canvas_image(self.source),
            "framed": frames.framed,
            LAYERS[0].name: frames.padded.reshape(LAYERS[0].shape),
        }
        if activations is not None:
            for layer in LAYERS[1:]:
                arrays[layer.name] = activations.layers[layer.name][0]
            arrays[LOGITS] = activations.logits[0]
        if isinstance(self.source, Picture):
            arrays[PICTURE] = self.source.ink
        return arrays

    def facts(self) -> dict[str, Any]:
        """Return everything but the arrays, JSON-ready; a picture has no `drawing`."""
        fit = self.reading.frames.fit
        facts: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "program": self.program,
            "framing": str(self.framing),
            "verdict": str(self.reading.verdict),
            "digit": self.reading.digit,
            "fit": None if fit is None else asdict(fit),
            "weights": None if self.weights is None else asdict(self.weights),
            **off_facts(self.reading.off),
        }
        if isinstance(self.source, Drawing):
            facts["drawing"] = self.source.to_dict()
        return facts


def array_shapes() -> dict[str, tuple[int, ...]]:
    """Return the shape of each step's array by name; a picture can have any shape."""
    steps = dict.fromkeys(STEPS, (FRAME_SIZE, FRAME_SIZE))
    return {**steps, **{layer.name: layer.shape for layer in LAYERS}, LOGITS: (CLASSES,)}


def record_from_parts(facts: Any, arrays: Arrays) -> Record:
    """Return the record in `facts` and `arrays`.

    Raises DrawingError if something is missing, or has a wrong shape or range.
    """
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise DrawingError('An export must say "format": "{0}".', FORMAT)
    version = facts.get("version")
    if not isinstance(version, int) or version > VERSION:
        raise DrawingError(
            "The export is of format version {0}; this program reads up to {1}.",
            shortened(str(version)),
            VERSION,
        )
    program = facts.get("program")
    if not isinstance(program, str):
        raise DrawingError('The export\'s "program" must be a text.')
    if "drawing" in facts:
        source: Source = drawing_from_dict(facts["drawing"])
    else:
        source = _picture(arrays)
    return Record(
        _one_of(Framing, facts.get("framing"), "framing"),
        _reading(source, facts, arrays),
        _weights(facts.get("weights")),
        program,
    )


def _reading(source: Source, facts: dict[str, Any], arrays: Arrays) -> Reading:
    """Return the reading: with all layers, or with the input alone if there was nothing to read.

    `padded` is the input itself, so a file can't hold two that differ. The canvas is checked, but
    not kept: it follows from the source.
    """
    shapes = array_shapes()
    first, *others = (layer.name for layer in LAYERS)
    steps = {name: _checked(arrays, name, shapes[name]) for name in (*STEPS, first)}
    padded = steps[first].reshape(LAYERS[0].source[1:])
    frames = Frames(steps["framed"], padded, _fit(facts))
    verdict = _one_of(Verdict, facts.get("verdict"), "verdict")
    if not any(name in arrays for name in (*others, LOGITS)):
        return Reading(source, frames, None, verdict, off=off_in_facts(facts, {}))
    layers = {name: _checked(arrays, name, shapes[name])[None] for name in others}
    logits = _checked(arrays, LOGITS, shapes[LOGITS])[None]
    activations = Activations({first: steps[first][None], **layers}, logits)
    values = {name: batch[0] for name, batch in layers.items()}
    return Reading(source, frames, activations, verdict, off=off_in_facts(facts, values))


def _checked(arrays: Arrays, name: str, shape: tuple[int, ...]) -> Array:
    """Return a finite float32 array of the given shape. Raises DrawingError if it has another."""
    if name not in arrays:
        raise DrawingError('The export has no array "{0}".', name)
    given = arrays[name]
    if given.shape != shape:
        raise DrawingError(
            'The export\'s array "{0}" has shape {1}, not {2}.', name, given.shape, shape
        )
    if given.dtype.kind not in "iuf":
        raise DrawingError('The export\'s array "{0}" does not hold numbers.', name)
    with np.errstate(over="ignore", invalid="ignore"):  # numbers out of range become infinite
        array = given.astype(np.float32)
    if not np.isfinite(array).all():
        raise DrawingError('The export\'s array "{0}" contains a number that is not finite.', name)
    return array


def _picture(arrays: Arrays) -> Picture:
    if PICTURE not in arrays:
        raise DrawingError("The export holds neither a drawing nor a picture.")
    shape = arrays[PICTURE].shape
    is_fit = len(shape) == 2 and 0 < shape[0] * shape[1] <= PIXEL_LIMIT
    if not is_fit or max(shape) > SIDE_LIMIT:
        raise DrawingError(
            "The export's picture has shape {0}, not rows and columns of up to {1} "
            "pixels, none of its sides longer than {2}.",
            shape,
            f"{PIXEL_LIMIT:,}",
            f"{SIDE_LIMIT:,}",
        )
    ink = _checked(arrays, PICTURE, shape)
    if ink.min() < 0 or ink.max() > 1:
        raise DrawingError("The export's picture holds ink that is not between 0 and 1.")
    return Picture(ink)


def _fit(facts: dict[str, Any]) -> Fit | None:
    given = facts.get("fit")
    if given is None:
        return None
    try:
        values = [float(given[name]) for name in ("scale", "x", "y")]
    except (KeyError, TypeError, ValueError, OverflowError):
        values = [0.0]
    if not np.isfinite(values).all() or values[0] <= 0:
        raise DrawingError('The export\'s "fit" must be numbers: a scale above 0, x and y.')
    return Fit(*values)


def _weights(given: Any) -> WeightsIdentity | None:
    if given is None:
        return None
    names = ("sha256", "name", "date")
    values = [given.get(name) for name in names] if isinstance(given, dict) else [None]
    is_text = isinstance(values[0], str)
    if not is_text or not all(value is None or isinstance(value, str) for value in values):
        raise DrawingError('The export\'s "weights" must be texts: sha256, name and date.')
    return WeightsIdentity(*values)


def _one_of(kind: type[Choice], given: Any, name: str) -> Choice:
    try:
        return kind(given)
    except ValueError as error:
        choices = ", ".join(str(choice) for choice in kind)
        raise DrawingError('The export\'s "{0}" must be one of {1}.', name, choices) from error
