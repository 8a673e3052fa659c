"""Style sheets that several widgets share."""

from lenet_gui.ui.theme import Theme


def choice_style(theme: Theme) -> str:
    """Return the style of quiet buttons of which one is on: it is filled, as tools are."""
    return (
        "QPushButton, QToolButton {"
        f" background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.line};"
        " border-radius: 6px; padding: 3px 10px; }"
        f"QPushButton:hover, QToolButton:hover {{ background: {theme.hover}; }}"
        "QPushButton:checked, QToolButton:checked {"
        f" background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent}; }}"
        f"QPushButton:focus, QToolButton:focus {{ border: 1px solid {theme.text}; }}"
    )
