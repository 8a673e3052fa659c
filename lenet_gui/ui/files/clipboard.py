"""The clipboard: strokes for this program's windows, pictures for other programs."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.strokes.drawing import Drawing

DRAWING = "application/x-lenet-gui-drawing+json"
"""MIME type of docs/drawing-format.md, with the strokes in the canvas's own units."""
SVG = "image/svg+xml"


def own_mime_data() -> QMimeData:
    """Return empty MIME data made by Qt.

    MIME data made by Python asks Python for its formats even after Python has ended, and crashes
    the program on exit. Data made by an item model is plain Qt.
    """
    model = QStandardItemModel()
    model.appendRow(QStandardItem())
    data = model.mimeData([model.index(0, 0)])
    data.clear()
    return data


def put_on_clipboard(image: QImage, svg: str = "", drawing: Drawing | None = None) -> None:
    """Put a picture on the clipboard, if given also as SVG, and the strokes in it."""
    data = own_mime_data()
    data.setImageData(image)
    if svg:
        data.setData(SVG, svg.encode())
    if drawing is not None:
        data.setData(DRAWING, drawing.to_json().encode("ascii"))
    QApplication.clipboard().setMimeData(data)


def source_in(data: QMimeData) -> Source | None:
    """Return the drawing or picture in the data, files apart; None if there is none.

    Raises DrawingError if the data holds a damaged drawing.
    """
    from lenet_gui.core.records.record_file import parse_source
    from lenet_gui.media.picture_file import picture_from_image

    if data.hasFormat(DRAWING):
        return parse_source(bytes(data.data(DRAWING).data()))
    image = image_in(data)
    if image is not None:
        return picture_from_image(image)
    text = data.text().strip() if data.hasText() else ""
    return parse_source(text.encode()) if text.startswith("{") else None


def image_in(data: QMimeData) -> QImage | None:
    """Return the image in the data, or None."""
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None
