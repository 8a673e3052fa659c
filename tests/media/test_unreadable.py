"""Files that are no picture are named for what they are."""

import pytest

from lenet_gui.errors import PictureError
from lenet_gui.media.picture_file import read_picture
from lenet_gui.media.sources import read_items
from lenet_gui.media.unreadable import unreadable

FILES = {
    "in HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40),
    "in AVIF": b"\0\0\0\x1cftypavif\0\0\0\0mif1avif" + bytes(40),
    "in JPEG 2000": b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 " + bytes(40),
    "in JPEG XL": b"\xff\x0a" + bytes(40),
    "Git LFS": b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
    "web page": b"\xef\xbb\xbf\r\n<!DOCTYPE HTML>\n<html><body>404</body></html>",
}


@pytest.mark.parametrize("words", FILES)
def test_what_a_file_is_and_what_to_do_is_said(words, tmp_path):
    error = unreadable(FILES[words], "seven.jpg")
    assert error is not None
    assert words in str(error)
    assert "save" in str(error) or "git lfs pull" in str(error)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("words", ["in JPEG XL", "Git LFS", "web page"])
def test_files_and_the_clipboard_say_the_same(words, tmp_path):
    file = tmp_path / "seven.png"
    file.write_bytes(FILES[words])
    (item,) = read_items(str(file))
    assert words in str(item.source)
    with pytest.raises(PictureError, match=words):
        read_picture(FILES[words], "seven.png")


def test_other_files_are_not_named():
    assert unreadable(b"Dear diary,", "x") is None
