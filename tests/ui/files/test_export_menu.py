from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.records.record_file import open_export
from lenet_gui.media.exporting import ALL, drawing_in_figure
from lenet_gui.ui.app.main_window import MainWindow

BY_NAME = {layer.name: layer for layer in LAYERS}


def test_the_picture_shows_the_selection(drawn: MainWindow) -> None:
    exporter = drawn.exporter
    assert exporter.what == (ALL, None)
    drawn.selection.select(Unit(BY_NAME["C3"], 4, 2, 2))
    assert exporter.what == ("C3", 4)
    drawn.selection.select(Unit(BY_NAME["F6"], 4))
    assert exporter.what == ("F6", None), "a single value is no picture"
    drawn.selection.select_layer(BY_NAME["S2"])
    assert exporter.what == ("S2", None)


def test_numbers_come_back_as_they_were(drawn: MainWindow, tmp_path: Path) -> None:
    for suffix in ("npz", "json"):
        path = tmp_path / f"reading.{suffix}"
        drawn.exporter.save(path)
        record = open_export(path)
        assert record.source == drawn.editor.drawing
        assert drawn.reading is not None
        assert record.reading.to_dict() == drawn.reading.to_dict()


def test_pictures_hold_the_drawing(drawn: MainWindow, tmp_path: Path) -> None:
    for suffix in ("svg", "png"):
        path = tmp_path / f"picture.{suffix}"
        drawn.exporter.save(path)
        assert drawing_in_figure(path.read_bytes()) == drawn.editor.drawing


def test_copying_gives_pixels_and_vectors(drawn: MainWindow) -> None:
    drawn.selection.select_layer(BY_NAME["C1"])
    drawn.exporter.copy()
    data = QApplication.clipboard().mimeData()
    assert data.hasImage()
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")


def test_an_unknown_ending_is_refused_with_a_reason(drawn: MainWindow, tmp_path: Path) -> None:
    drawn.exporter.save(tmp_path / "picture.bmp")
    box = drawn.findChild(QMessageBox)
    assert box is not None
    assert ".svg" in box.text()
    box.close()
    assert list(tmp_path.glob("picture*")) == []


def test_an_empty_canvas_exports_nothing(window: MainWindow, tmp_path: Path) -> None:
    assert window.exporter.figure() is None
    window.exporter.save(tmp_path / "nothing.png")
    assert list(tmp_path.glob("nothing*")) == []


def test_the_entry_and_the_file_are_named_after_the_selection(
    drawn: MainWindow, tmp_path: Path
) -> None:
    drawn.document.set_saved(tmp_path / "seven.lenet.json")
    menu = drawn.actions_.export_menu
    for pick, text, name in (
        (None, "Picture of the network…", "seven-network.png"),
        (Unit(BY_NAME["C3"], 4, 2, 2), "Picture of C3, map 5…", "seven-C3-5.png"),
        (Unit(BY_NAME["F6"], 4), "Picture of F6…", "seven-F6.png"),
    ):
        drawn.selection.select(pick)
        menu.aboutToShow.emit()
        entries = {action.text().replace("&", ""): action for action in menu.actions()}
        entries[text].trigger()
        (dialog,) = drawn.findChildren(QFileDialog)
        (chosen,) = dialog.selectedFiles()
        assert Path(chosen).name == name
        dialog.close()
        drawn.update()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


def test_the_status_bar_names_the_exported_file(drawn: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "reading.npz"
    drawn.exporter.save(path)
    assert drawn.statusBar().currentMessage() == f"Exported to {path}"
    drawn.exporter.copy()
    assert drawn.statusBar().currentMessage() == "Picture copied"
