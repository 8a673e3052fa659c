"""The version resource for Windows. Not tested on Windows yet."""

from PyInstaller.utils.win32.versioninfo import (
    FixedFileInfo,
    StringFileInfo,
    StringStruct,
    StringTable,
    VarFileInfo,
    VarStruct,
    VSVersionInfo,
)

ENGLISH, UNICODE = 0x0409, 1200


def version_resource(name: str, version: str) -> VSVersionInfo:
    """Return the version resource of the program `name`."""
    numbers = (*(int(part) for part in version.split(".")[:3]), 0)
    texts = {
        "FileDescription": "Draw a digit and watch LeNet-5 read it",
        "FileVersion": version,
        "LegalCopyright": "The lenet-gui authors, MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "lenet-gui",
        "ProductVersion": version,
    }
    strings = [StringStruct(key, value) for key, value in texts.items()]
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            StringFileInfo([StringTable(f"{ENGLISH:04x}{UNICODE:04x}", strings)]),
            VarFileInfo([VarStruct("Translation", [ENGLISH, UNICODE])]),
        ],
    )
