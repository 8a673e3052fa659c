"""Files that are no picture for Qt, named for what they are, with what to do about them."""

from lenet_gui.errors import PictureError

BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"), "HEIC"),
    **dict.fromkeys((b"avif", b"avis"), "AVIF"),
}
"""Kinds by the brand of an ISO base media file (ISO/IEC 14496-12), which follows its first box."""
HEADS = {
    b"\x00\x00\x00\x0cjP  ": "JPEG 2000",
    b"\xff\x4f\xff\x51": "JPEG 2000",
    b"\x00\x00\x00\x0cJXL ": "JPEG XL",
    b"\xff\x0a": "JPEG XL",
}
"""Kinds by a file's first bytes."""
LFS_POINTER = b"version https://git-lfs.github.com/spec/"
PAGES = (b"<!doctype html", b"<html")


def unreadable(data: bytes, name: str) -> PictureError | None:
    """Return why a file is not a readable picture, if its bytes show it; `name` names the file."""
    if data.startswith(LFS_POINTER):
        return PictureError(
            "{0} holds no picture but a pointer to one in Git LFS: fetch it by “git lfs pull”.",
            name,
        )
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower().startswith(PAGES):
        return PictureError(
            "{0} is a web page, not a picture: save the picture that it shows instead.", name
        )
    kind = BRANDS.get(data[8:12]) if data[4:8] == b"ftyp" else None
    kind = kind or next((kind for head, kind in HEADS.items() if data.startswith(head)), None)
    if kind is None:
        return None
    return PictureError(
        "{0} is a picture in {1}, which can't be read here: save it as JPEG or PNG.", name, kind
    )
