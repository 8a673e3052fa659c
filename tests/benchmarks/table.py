"""Run all benchmarks and write docs/performance.md's tables: `python -m tests.benchmarks.table`.

Takes a few minutes, on one thread. Writes the results to `results.json` beside this file, and from
there to the tables; `--from-results` only writes the tables.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RESULTS = HERE / "results.json"
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
PACKAGES = ("numpy", "torch", "onnxruntime", "PySide6-Essentials")
MEMORY = "memory, MB"

Result = dict[str, Any]
"""One benchmark: `group`, `name`, `best` and `median` seconds of `rounds`, the number of `items` in
each and their `kind`, and optionally `memory` in MB."""


def main() -> None:
    """Measure, unless --from-results is given, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--from-results", action="store_true", help="only write the tables, without measuring"
    )
    arguments = parser.parse_args()
    if not arguments.from_results:
        RESULTS.write_text(json.dumps(run(), indent=2, ensure_ascii=False) + "\n", "utf-8")
    results = json.loads(RESULTS.read_text("utf-8"))
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n{page(results)}\n{END}{after}", "utf-8")


def run() -> dict[str, Any]:
    """Run the benchmarks and return the results for the tables."""
    files = sorted(map(str, HERE.glob("bench_*.py")))
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.json"
        # Other programs affect processor time less than the clock.
        options = ["--benchmark-timer=time.process_time", f"--benchmark-json={raw}", "-rs"]
        command = [sys.executable, "-m", "pytest", *options, *files]
        subprocess.run(command, cwd=ROOT, env=os.environ | {"OMP_NUM_THREADS": "1"}, check=True)
        measured = json.loads(raw.read_text("utf-8"))
    return {
        "machine": machine(measured["machine_info"]),
        "date": measured["datetime"][:10],
        "results": [result(benchmark) for benchmark in measured["benchmarks"]],
    }


def machine(info: Mapping[str, Any]) -> str:
    """Describe the machine and its software, without its name."""
    versions = [f"{name} {metadata.version(name)}" for name in PACKAGES if _is_installed(name)]
    cpu = info["cpu"].get("brand_raw", info["machine"])
    python = f"Python {platform.python_version()}"
    return f"{cpu}, {os.cpu_count()} cores, {info['system']}; {', '.join([python, *versions])}"


def _is_installed(name: str) -> bool:
    return any(metadata.distributions(name=name))


def result(benchmark: Mapping[str, Any]) -> Result:
    """Return one benchmark's result from pytest-benchmark's JSON."""
    extra, stats = dict(benchmark["extra_info"]), benchmark["stats"]
    memory = extra.pop(MEMORY, None)
    ((kind, items),) = extra.items()
    kept = {
        "group": benchmark["group"],
        "name": benchmark["name"],
        "best": float(f"{stats['min']:.4g}"),
        "median": float(f"{stats['median']:.4g}"),
        "rounds": stats["rounds"],
        "kind": kind,
        "items": items,
    }
    return kept if memory is None else kept | {"memory": memory}


def page(results: Mapping[str, Any]) -> str:
    """Return the tables, one for each group."""
    parts = [f"Measured on {results['date']}: {results['machine']}."]
    rows = results["results"]
    for group in dict.fromkeys(row["group"] for row in rows):
        lines = table([row for row in rows if row["group"] == group])
        parts.append(f"### {group}\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def table(rows: list[Result]) -> Iterator[str]:
    """Yield the lines of one group's table, which compares each row with the first."""
    kind, first = rows[0]["kind"], rows[0]["best"] / rows[0]["items"]
    heads = ["", f"one {kind.removesuffix('s')}, best", "median", f"{kind} a second"]
    heads.append("time, of the first row's")
    heads += ["most memory"] if "memory" in rows[0] else []
    yield f"| {' | '.join(heads)} |"
    yield "|---" * len(heads) + "|"
    for row in rows:
        best, median = (row[key] / row["items"] for key in ("best", "median"))
        cells = [row["name"], seconds(best), seconds(median), three(1 / best)]
        cells.append(f"{best / first:.2f}")
        cells += [f"{row['memory']} MB"] if "memory" in row else []
        yield f"| {' | '.join(cells)} |"


def seconds(value: float) -> str:
    """Format a time in a suitable unit, to three digits."""
    for factor, unit in ((1, "s"), (1e3, "ms")):
        if value * factor >= 1:
            return f"{three(value * factor)} {unit}"
    return f"{three(value * 1e6)} µs"


def three(value: float) -> str:
    """Format a number to three digits, with commas between thousands."""
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}" if rounded >= 100 else f"{rounded:.3g}"


if __name__ == "__main__":
    main()
