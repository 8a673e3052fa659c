"""Changes the program one operator or number at a time, and sees whether a test notices.

python -m tests.mutation            what `[tool.mutation]` in pyproject.toml names
python -m tests.mutation unit       one module of it

Prints a line of JSON for each module, and under it each change that no test noticed. Those that
docs/mutation.md explains, because nobody could notice them, are counted as equivalent; the exit
code is 1 where there are others. cosmic-ray makes the changes. Each is tried in a process of its
own, in memory: no file is written. It takes a system that forks.
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
"""Seconds after which a change counts as noticed: the tests no longer end."""
ONCE = ("hypothesis.extra.numpy", "pytestqt.plugin", "safetensors.numpy")
"""Imported before the processes fork: what each of them needs, and no change touches."""
PYTEST = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:benchmark"),
    *("--hypothesis-profile=mutation", "-W", "ignore::pytest.PytestAssertRewriteWarning"),
)


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Lets a module be imported with another source than its file's."""

    def __init__(self, name: str, source: str) -> None:
        self._name, self._source = name, source

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        """Answer for that one module."""
        return importlib.util.spec_from_loader(fullname, self) if fullname == self._name else None

    def get_source(self, fullname: str) -> str:
        """Return the other source."""
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
            sys.exit(f"The tests of {name} fail as it is.")
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
    """Yield a source with each of the changes that cosmic-ray knows, but for some operators'."""
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
    """Tell whether tests pass with a module's source replaced, in a process of their own."""
    child = os.fork()
    if not child:
        signal.alarm(TIMEOUT)  # which ends it
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
    """Return the first line in which a source differs, as it is after the change."""
    before, after = source.splitlines(), changed.splitlines()
    if len(before) > len(after):
        lost = next((a for a, b in zip(before, after, strict=False) if a != b), before[-1])
        return f"without {lost.strip()}"
    return next(b for a, b in zip(before, after, strict=False) if a != b).strip()


def explanations(text: str) -> Iterator[tuple[str, str]]:
    """Yield module and changed line of each row of a document's table that names both."""
    for row in re.finditer(r"^\| (\w+) \| `(.+?)` \|", text, re.MULTILINE):
        yield row[1], row[2].replace("\\|", "|")


if __name__ == "__main__":
    sys.exit(main())
