"""Why the network reads one digit and not another: sums over strokes, ink, maps and units.

What is worked out here adds up to the difference of two digits' scores. Pictures of it are in
`figure`, the lens in `ui`.
"""
