"""The entry point of the bundled program."""

import os
import sys
from contextlib import suppress

if __name__ == "__main__":
    # Training starts this program again as a worker process, which continues here. A bundle without
    # training does not contain the module.
    with suppress(ModuleNotFoundError):
        from multiprocessing import freeze_support

        freeze_support()

    # Some desktops set this variable to the plugins of another Qt. And if a folder's name has a
    # comma, Qt does not find its own.
    if sys.platform == "linux":
        os.environ["QT_PLUGIN_PATH"] = os.path.join(sys._MEIPASS, "PySide6", "Qt", "plugins")

    from lenet_gui.cli import main

    sys.exit(main())
