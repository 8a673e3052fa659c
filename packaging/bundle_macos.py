"""The program's Info.plist for macOS. Not tested on macOS yet."""

INFO = {
    "CFBundleDisplayName": "lenet-gui",
    "LSApplicationCategoryType": "public.app-category.education",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSPrincipalClass": "NSApplication",
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": "io.github.lenet-gui.drawing",
            "UTTypeDescription": "Drawing of a digit",
            "UTTypeConformsTo": ["public.json"],
            "UTTypeTagSpecification": {"public.filename-extension": ["lenet.json"]},
        }
    ],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Drawing of a digit",
            "CFBundleTypeRole": "Viewer",
            "LSItemContentTypes": ["io.github.lenet-gui.drawing"],
        }
    ],
}
"""Entries in addition to those that PyInstaller writes."""
