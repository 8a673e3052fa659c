"""Other ways of writing, made of real strokes: what people write and few data sets hold.

A style takes and returns a digit's normalised strokes and does not change its argument. One that
does not suit the strokes, such as parting a stem that was not drawn separately, leaves them alone.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.random import Generator

from lenet_gui.training.handwriting.marks import (
    with_bar,
    with_base,
    with_crossbar,
    with_dot,
    with_flag,
    with_foot,
    with_hooked_foot,
    with_long_flag,
    with_long_slash,
    with_serif,
    with_slash,
    with_wide_bar,
    with_wide_serif,
)
from lenet_gui.training.handwriting.reshaping import (
    curled_start,
    flat_loop,
    foot_loop,
    hat_apart,
    head_loop,
    headless,
    joined,
    joined_five,
    joined_seven,
    longer_bar,
    open_end,
    open_loop,
    opened,
    overlapping,
    small_bowl,
    stem_apart,
    tail_left,
    tail_through,
    tilted_foot,
    waist_loop,
    wavy_top,
    wide_bowl,
)
from lenet_gui.training.handwriting.strokes import Points, Strokes, length

Style = Callable[[Strokes, Generator], Strokes]


def in_style(strokes: Strokes, label: int, random: Generator) -> Strokes:
    """Write a digit in one of its other ways, in up to 45 % of cases, or return it unchanged."""
    chance = float(random.random())
    for share, styles in STYLES[label]:
        chance -= share
        if chance < 0:
            for style in styles:
                strokes = style(strokes, random)
            break
    return strokes


def _one_stroke(style: Callable[[Points, Generator], Points]) -> Style:
    """Return a style for digits drawn in a single stroke, that leaves others alone."""
    return lambda strokes, random: (
        [style(strokes[0], random)] if len(strokes) == 1 and len(strokes[0]) > 5 else strokes
    )


def _first(style: Callable[[Points, Generator], Points]) -> Style:
    """Return a style that changes the first stroke."""
    return lambda strokes, random: (
        [style(strokes[0], random), *strokes[1:]] if len(strokes[0]) > 5 else strokes
    )


def _plain(style: Style) -> Style:
    """Return a style for digits of a single stroke, which have no such mark yet."""
    return lambda strokes, random: style(strokes, random) if len(strokes) == 1 else strokes


def _on_stem(style: Style) -> Style:
    """Return a style for a one in a single stroke, applied to its bare stem, without its flag."""

    def changed(strokes: Strokes, random: Generator) -> Strokes:
        stem = strokes[0][int(np.argmin(strokes[0][: len(strokes[0]) // 2 + 1, 1])) :]
        chord = float(np.hypot(*(stem[-1] - stem[0])))
        is_stem = len(strokes) == 1 and len(stem) > 3 and chord > 0.9 * length(stem)
        return style([stem], random) if is_stem else strokes

    return changed


def _uncrossed(style: Style) -> Style:
    """Return a style for a seven without its bar, drawn in one stroke from its upper left."""

    def changed(strokes: Strokes, random: Generator) -> Strokes:
        seven = max(strokes, key=length)
        is_high = len(seven) > 5 and seven[0, 1] < 0.3 and seven[-1, 1] - seven[0, 1] > 0.5
        is_seven = is_high and seven[:, 0].max() - seven[0, 0] > 0.25
        return style([seven], random) if is_seven and len(strokes) < 3 else strokes

    return changed


def _unserifed(style: Style) -> Style:
    """Return a style for a seven whose first stroke starts with its top bar, not with a serif."""

    def changed(strokes: Strokes, random: Generator) -> Strokes:
        start = strokes[0][: len(strokes[0]) // 3 + 1]
        has_serif = start[0, 1] > start[:, 1].min() + 0.1
        return strokes if has_serif else style(strokes, random)

    return changed


STYLES: dict[int, tuple[tuple[float, tuple[Style, ...]], ...]] = {
    0: (
        (0.09, (_plain(with_slash),)),
        (0.10, (_plain(with_dot),)),
        (0.08, (_plain(with_long_slash),)),
        (0.05, (_plain(with_crossbar),)),
        (0.03, (_plain(with_slash), joined)),
        (0.02, (_plain(with_long_slash), joined)),
        (0.04, (_one_stroke(opened),)),
        (0.03, (_one_stroke(overlapping),)),
    ),
    1: (
        (0.11, (_on_stem(with_flag),)),
        (0.07, (_plain(with_base),)),
        (0.05, (_on_stem(with_flag), with_base)),
        (0.03, (_on_stem(lambda stem, _: stem),)),
        (0.08, (_on_stem(with_long_flag),)),
        (0.02, (_on_stem(with_long_flag), with_base)),
        (0.04, (_on_stem(with_hooked_foot),)),
        (0.03, (_on_stem(with_flag), _plain(with_hooked_foot))),
        (0.02, (joined,)),
    ),
    2: (
        (0.08, (_one_stroke(foot_loop),)),
        (0.08, (_one_stroke(tilted_foot),)),
        (0.06, (_one_stroke(headless),)),
        (0.05, (_one_stroke(head_loop),)),
        (0.02, (_one_stroke(foot_loop), _one_stroke(tilted_foot))),
        (0.04, (joined,)),
    ),
    3: (
        (0.07, (_first(head_loop),)),
        (0.07, (_one_stroke(waist_loop),)),
        (0.04, (_one_stroke(open_end),)),
        (0.05, (joined,)),
    ),
    4: (
        (0.12, (stem_apart,)),
        (0.09, (with_foot,)),
        (0.07, (longer_bar,)),
        (0.03, (stem_apart, with_foot)),
        (0.07, (joined,)),
    ),
    5: (
        (0.22, (hat_apart,)),
        (0.09, (joined_five,)),
    ),
    6: (
        (0.07, (_one_stroke(wide_bowl),)),
        (0.06, (_one_stroke(small_bowl),)),
        (0.06, (_one_stroke(open_end),)),
        (0.07, (_one_stroke(tail_through),)),
        (0.07, (_first(curled_start),)),
    ),
    7: (
        (0.10, (_uncrossed(with_bar),)),
        (0.07, (_uncrossed(with_wide_bar),)),
        (0.06, (_uncrossed(_unserifed(with_serif)),)),
        (0.03, (_uncrossed(_unserifed(with_wide_serif)),)),
        (0.04, (_uncrossed(with_bar), _unserifed(with_serif))),
        (0.03, (_uncrossed(with_wide_bar), _unserifed(with_wide_serif))),
        (0.03, (_uncrossed(lambda seven, _: seven),)),
        (0.02, (partial(with_foot, widest=0.11),)),
        (0.02, (with_hooked_foot,)),
        (0.03, (_first(wavy_top),)),
        (0.02, (joined_seven,)),
    ),
    8: (
        (0.10, (_one_stroke(opened),)),
        (0.05, (_one_stroke(overlapping),)),
        (0.06, (joined,)),
    ),
    9: (
        (0.10, (_first(open_loop),)),
        (0.06, (stem_apart,)),
        (0.09, (tail_left,)),
        (0.07, (flat_loop,)),
        (0.02, (_first(open_loop), tail_left)),
        (0.04, (joined,)),
    ),
}
"""By digit: shares of its samples, and the styles applied to them one after the other."""
