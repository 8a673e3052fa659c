"""The style sheet of the window and its dialogs: what Qt paints, in the program's look."""

from lenet_gui.ui.kit.theme import Theme


def window_style(theme: Theme) -> str:
    """Make menus, panels' edges and plain buttons step back, and show where the focus is."""
    return f"""
        QMenuBar {{ background: {theme.window}; padding: 2px 8px; }}
        QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
        QMenuBar::item:selected {{ background: {theme.hover}; }}
        QMenu {{ background: {theme.surface}; border: 1px solid {theme.line}; padding: 4px; }}
        QMenu::item:selected {{ background: {theme.accent}; color: {theme.on_accent}; }}
        QMenu::item:disabled {{ color: {theme.disabled}; }}
        QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
        QToolTip {{
            background: {theme.surface}; color: {theme.text};
            border: 1px solid {theme.line}; padding: 3px;
        }}
        QMainWindow::separator {{ width: 8px; height: 8px; background: transparent; }}
        QMainWindow::separator:hover {{ background: {theme.track}; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        {button_style(theme, "QPushButton")}
    """


def button_style(theme: Theme, selector: str) -> str:
    """Style plain buttons; the padding gives to the ring, so that nothing moves."""
    return f"""
        {selector} {{
            background: {theme.surface}; color: {theme.text}; border: 1px solid {theme.line};
            border-radius: 6px; padding: 4px 11px;
        }}
        {selector}:hover {{ background: {theme.hover}; }}
        {selector}:pressed {{ background: {theme.track}; }}
        {selector}:checked {{
            background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
        }}
        {selector}:disabled {{ color: {theme.disabled}; }}
        {selector}:focus {{ {ring(theme, theme.accent, 4, 11)} }}
        {selector}:checked:focus {{ {ring(theme, theme.text, 4, 11)} }}
    """


def slider_style(theme: Theme) -> str:
    """Style sliders that lie: a track filled up to a round handle."""
    return f"""
        QSlider {{ min-height: 22px; }}
        QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {theme.track}; }}
        QSlider::sub-page:horizontal {{
            height: 4px; border-radius: 2px; background: {theme.accent};
        }}
        QSlider::handle:horizontal {{
            width: 16px; height: 16px; margin: -6px 0; border-radius: 8px;
            background: {theme.accent};
        }}
        QSlider::handle:horizontal:focus {{ border: 2px solid {theme.text}; width: 12px; }}
    """


def ring(theme: Theme, colour: str, down: int, across: int) -> str:
    """Return a ring's rules for a box with an edge of one pixel and this padding."""
    more = theme.ring - 1
    return (
        f"border: {theme.ring}px solid {colour};"
        f" padding: {max(0, down - more)}px {max(0, across - more)}px;"
    )
