"""Change the program one operator or number at a time, and check that a test notices.

python -m tests.mutation            all modules of `[tool.mutation]` in pyproject.toml
python -m tests.mutation unit       one of them

Prints a line of JSON for each module, followed by the changes that no test noticed. Changes listed
in docs/mutation.md count as equivalent; the exit code is 1 if there are others. The changes are
cosmic-ray's. Each is tested in a separate process and only in memory: no file is written. Needs a
system with fork.
"""

import argparse
import importlib
import importlib.abc
import importlib.util
import itertools
import json
import os
import re
import signal
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cosmic_ray.plugins
import pytest
from cosmic_ray.mutating import mutate_code

ROOT = Path(__file__).resolve().parent.parent
EXPLAINED = ROOT / "docs" / "mutation.md"
TIMEOUT = 60
"""Seconds after which a change counts as noticed, since the tests don't end."""
ONCE = ("hypothesis.extra.numpy", "pytestqt.plugin", "safetensors.numpy")
"""Modules that every process needs and no change touches; imported before forking."""
PYTEST = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:benchmark"),
    *("--hypothesis-profile=mutation", "-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Imports a module from another source than its file."""

    def __init__(self, name: str, source: str) -> None:
        self._name, self._source = name, source

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        """Return a spec for that module only."""
        return importlib.util.spec_from_loader(fullname, self) if fullname == self._name else None

    def get_source(self, fullname: str) -> str:
        """Return the changed source."""
        return self._source


def main() -> int:
    """Try all changes of the named modules; return the exit code."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutation"]
    modules = {Path(path).stem: (path, tests) for path, tests in asked["tests"].items()}
    parser = argparse.ArgumentParser("python -m tests.mutation")
    parser.add_argument("modules", nargs="*", help=f"of {', '.join(modules)}; default: all")
    names = parser.parse_args().modules or list(modules)
    explained = set(explanations(EXPLAINED.read_text(encoding="utf-8")))
    skipped = re.compile("|".join(asked["not-tried"]))
    for module in ONCE:
        importlib.import_module(module)
    unexplained = 0
    for name in names:
        path, tests = modules[name]
        source = (ROOT / path).read_text(encoding="utf-8")
        if not passes(path, source, tests):
            sys.exit(f"The tests of {name} fail even without a change.")
        changes = list(changed_sources(source, skipped))
        survivors = [
            changed_line(source, changed) for changed in changes if passes(path, changed, tests)
        ]
        new = [line for line in survivors if (name, line) not in explained]
        figures = {
            "module": name,
            "changes": len(changes),
            "noticed": len(changes) - len(survivors),
            "equivalent": len(survivors) - len(new),
            "unexplained": len(new),
        }
        print(json.dumps(figures), *(f"  {line}" for line in new), sep="\n", flush=True)
        unexplained += len(new)
    return 1 if unexplained else 0


def changed_sources(source: str, skipped: re.Pattern[str]) -> Iterator[str]:
    """Yield the source with each of cosmic-ray's changes, except skipped operators."""
    seen = {source}
    for name in cosmic_ray.plugins.operator_names():
        operator = cosmic_ray.plugins.get_operator(name)
        if operator.arguments() or skipped.match(name):
            continue
        for occurrence in itertools.count():
            changed = mutate_code(source, operator(), occurrence)
            if changed is None:
                break
            if changed not in seen:
                seen.add(changed)
                yield changed


def passes(path: str, source: str, tests: list[str]) -> bool:
    """Return whether tests pass in a new process, with a module's source replaced."""
    child = os.fork()
    if not child:
        signal.alarm(TIMEOUT)  # ends the process
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        module = path.removesuffix(".py").replace("/", ".")
        sys.meta_path.insert(0, Changed(module, source))
        code = 1
        try:
            code = int(pytest.main([*PYTEST, *tests]))
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


def changed_line(source: str, changed: str) -> str:
    """Return the first changed line, as it is after the change."""
    before, after = source.splitlines(), changed.splitlines()
    if len(before) > len(after):
        lost = next((a for a, b in zip(before, after, strict=False) if a != b), before[-1])
        return f"without {lost.strip()}"
    return next(b for a, b in zip(before, after, strict=False) if a != b).strip()


def explanations(text: str) -> Iterator[tuple[str, str]]:
    """Yield module and changed line from each row of a document's table that has both."""
    for row in re.finditer(r"^\| (\w+) \| `(.+?)` \|", text, re.MULTILINE):
        yield row[1], row[2].replace("\\|", "|")


if __name__ == "__main__":
    sys.exit(main())
