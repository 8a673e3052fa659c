"""Print the parts of the built program as CycloneDX 1.5: `python packaging/sbom.py > sbom.json`.

Run it with the Python that built the program.
"""

import json
import platform
from importlib import metadata

from bundle_contents import VERSION

PACKAGES = ("cmap", "numpy", "PySide6_Essentials", "shiboken6", "safetensors")


def main() -> None:
    """Print the list."""
    import numpy
    from PySide6.QtCore import qVersion

    products = numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]
    components = [
        {
            "type": "library",
            "name": name,
            "version": metadata.version(name),
            "purl": f"pkg:pypi/{name.lower().replace('_', '-')}@{metadata.version(name)}",
        }
        for name in PACKAGES
    ]
    components += [
        {"type": "platform", "name": "Python", "version": platform.python_version()},
        {"type": "library", "name": "Qt", "version": qVersion()},
        {
            "type": "data",
            "name": "starter set of MNIST",
            "licenses": [{"license": {"id": "CC-BY-SA-3.0"}}],
        },
    ]
    if products.get("found"):
        version = products["version"]
        components.append({"type": "library", "name": products["name"], "version": version})
    about = {"type": "application", "name": "lenet-gui", "version": VERSION}
    print(
        json.dumps(
            {
                "bomFormat": "CycloneDX",
                "specVersion": "1.5",
                "version": 1,
                "metadata": {"component": about},
                "components": components,
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
