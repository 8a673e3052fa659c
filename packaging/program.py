"""Where the bundled program begins."""

import sys
from contextlib import suppress

if __name__ == "__main__":
    # A process that training starts is this program again, and has to turn off here. Without
    # training nothing starts any, and the module is not in the bundle.
    with suppress(ModuleNotFoundError):
        from multiprocessing import freeze_support

        freeze_support()

    from lenet_gui.cli import main

    sys.exit(main())
