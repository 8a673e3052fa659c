"""Where the bundled program begins."""

import os
import sys
from contextlib import suppress

if __name__ == "__main__":
    # A process that training starts is this program again, and has to turn off here. Without
    # training nothing starts any, and the module is not in the bundle.
    with suppress(ModuleNotFoundError):
        from multiprocessing import freeze_support

        freeze_support()

    # Not those of another Qt on the same system, which some desktops name here. And Qt alone does
    # not find its own where a folder has a comma in its name.
    if sys.platform == "linux":
        os.environ["QT_PLUGIN_PATH"] = os.path.join(sys._MEIPASS, "PySide6", "Qt", "plugins")

    from lenet_gui.cli import main

    sys.exit(main())
