#!/usr/bin/env bash
# Puts NumPy without OpenBLAS into the environment of the Python that is named: the same release as the
# one that is there, built from its sources with its own plain loops in place of the library of 28 MB.
# Takes a C and C++ compiler and some minutes; the wheel is kept in the user's cache for the next time.
# Sources and tools are those whose hashes requirements/numpy.txt has.
set -euo pipefail
python=$1
locked=$(dirname "$0")/../requirements/numpy.txt
version=$("$python" -c 'import numpy; print(numpy.__version__)')
tag=$("$python" -c 'import sys; print(sys.implementation.cache_tag)')
wheels=${XDG_CACHE_HOME:-$HOME/.cache}/lenet-gui/numpy-$version-$tag-$(uname -m)
if ! ls "$wheels"/numpy-*.whl >/dev/null 2>&1; then
  grep -q "^numpy==$version " "$locked" || { echo "$locked has no NumPy $version." >&2; exit 1; }
  tools=$(mktemp -d)
  trap 'rm -rf "$tools"' EXIT
  "$python" -m venv "$tools"
  "$tools/bin/pip" install --quiet --require-hashes -r "$locked"
  # Options stand in the file, beside the hashes: what a file names pip gives none of the command's.
  options="setup-args=-Dblas=none setup-args=-Dlapack=none setup-args=-Dallow-noblas=true
    setup-args=-Dcpu-dispatch=none install-args=--tags=runtime,python-runtime"
  # shellcheck disable=SC2086
  awk -v given="$(printf ' --config-settings=%s' $options)" \
    '/^[^ ]/ { inside = sub(/^numpy==[^ ]+/, "&" given) } inside' "$locked" > "$tools/numpy.txt"
  PATH="$tools/bin:$PATH" "$tools/bin/pip" wheel --quiet --no-deps --no-cache-dir --no-binary numpy \
    --no-build-isolation --require-hashes -r "$tools/numpy.txt" --wheel-dir "$wheels"
fi
"$python" -m pip install --quiet --no-deps --no-index --force-reinstall "$wheels"/numpy-*.whl
# Hundreds of kilobytes of help texts are attached to NumPy's functions at every start, as code that
# leaving docstrings out does not touch. Nobody reads them in the standalone program.
"$python" - <<'PYTHON'
from importlib.util import find_spec
from pathlib import Path

for name in ("_add_newdocs", "_add_newdocs_scalars"):
    Path(find_spec(f"numpy._core.{name}").origin).write_text("", encoding="utf-8")
PYTHON
