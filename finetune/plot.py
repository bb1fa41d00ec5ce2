"""A loss plot as SVG, drawn without a library: the training loss as a line, the held-out loss as dots on a line."""

from collections.abc import Sequence

_WIDTH, _HEIGHT, _EDGE = 640, 360, 48
Points = Sequence[tuple[float, float]]


def loss_plot(learnt: Points, held_out: Points) -> str:
    """The picture for pairs of step and loss."""
    points = [*learnt, *held_out]
    last = max((step for step, _ in points), default=1) or 1
    top = max((loss for _, loss in points), default=1.0) * 1.05 or 1.0

    def place(step: float, loss: float) -> str:
        x = _EDGE + (_WIDTH - 2 * _EDGE) * step / last
        y = _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * loss / top
        return f"{x:.1f},{y:.1f}"

    def line(pairs: Points, colour: str) -> str:
        drawn = " ".join(place(*pair) for pair in pairs)
        return f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2"/>'

    def dot(pair: tuple[float, float]) -> str:
        x, y = place(*pair).split(",")
        return f'<circle cx="{x}" cy="{y}" r="4" fill="#c2410c"><title>{pair[1]:.3f}</title></circle>'

    marks = [top * part / 4 for part in range(5)]
    labels = [
        f'<text x="{_EDGE - 6}" y="{place(0, mark).split(",")[1]}" text-anchor="end">{mark:.2f}</text>'
        for mark in marks
    ]
    axes = f'<path d="M{place(0, top)} L{place(0, 0)} L{place(last, 0)}" fill="none" stroke="#666"/>'
    legend = (
        f'<text x="{_WIDTH - _EDGE}" y="20" text-anchor="end" fill="#1d4ed8">loss while learning</text>'
        f'<text x="{_WIDTH - _EDGE}" y="36" text-anchor="end" fill="#c2410c">held-out loss</text>'
        f'<text x="{_WIDTH / 2}" y="{_HEIGHT - 12}" text-anchor="middle">steps (to {last:g})</text>'
    )
    parts = [axes, *labels, line(learnt, "#1d4ed8"), line(held_out, "#c2410c"), *map(dot, held_out), legend]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
    )
    return "\n".join(
        [f'{head} font-size="12">', '<rect width="100%" height="100%" fill="white"/>', *parts, "</svg>", ""]
    )
