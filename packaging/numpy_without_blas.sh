#!/usr/bin/env bash
# Installs NumPy without OpenBLAS in the environment of the given Python: the version that is installed
# there, built from source with NumPy's own loops instead of the 28 MB library. Needs a C and C++ compiler
# and a few minutes; the user's cache keeps the wheel for the next time. Sources and tools are verified by
# the hashes in requirements/numpy.txt.
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
  # The options are in the file with the hashes: pip does not apply those of the command line to it.
  options="setup-args=-Dblas=none setup-args=-Dlapack=none setup-args=-Dallow-noblas=true
    setup-args=-Dcpu-dispatch=none install-args=--tags=runtime,python-runtime"
  # shellcheck disable=SC2086
  awk -v given="$(printf ' --config-settings=%s' $options)" \
    '/^[^ ]/ { inside = sub(/^numpy==[^ ]+/, "&" given) } inside' "$locked" > "$tools/numpy.txt"
  PATH="$tools/bin:$PATH" "$tools/bin/pip" wheel --quiet --no-deps --no-cache-dir --no-binary numpy \
    --no-build-isolation --require-hashes -r "$tools/numpy.txt" --wheel-dir "$wheels"
fi
"$python" -m pip install --quiet --no-deps --no-index --force-reinstall "$wheels"/numpy-*.whl
# At every start, NumPy's code attaches hundreds of kilobytes of help texts to its functions; dropping
# docstrings does not affect them. The standalone program does not use them.
"$python" - <<'PYTHON'
from importlib.util import find_spec
from pathlib import Path

for name in ("_add_newdocs", "_add_newdocs_scalars"):
    Path(find_spec(f"numpy._core.{name}").origin).write_text("", encoding="utf-8")
PYTHON
