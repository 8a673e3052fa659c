#!/usr/bin/env bash
# Writes requirements/*.txt anew: what CI installs on Linux with Python 3.11, each package with the
# hashes of its release's files. Needs pip-tools' pip-compile. What is pinned already stays as it is,
# but for what `--upgrade`, or `--upgrade-package NAME`, names.
#
# torch alone is not in them. Its plain release for Linux is the one with CUDA; the CPU's is a file of
# the same release by another name, from wherever a machine's own pip finds it. No hash is both files',
# and pip takes either no hash in a run or one for every package. constraints.txt pins its release.
set -euo pipefail
cd "$(dirname "$0")/.."
export CUSTOM_COMPILE_COMMAND=requirements/lock.sh
lock() {
  pip-compile --quiet --generate-hashes --unsafe-package torch --strip-extras --no-emit-index-url \
    --no-emit-find-links --no-emit-trusted-host "$@" 2> >(grep -v "WARNING lines" >&2)
}
lock "$@" -c constraints.txt --extra train --extra dev --extra bundle --build-deps-for editable \
  --output-file requirements/ci.txt pyproject.toml
lock "$@" --output-file requirements/numpy.txt requirements/numpy.in
# pip-compile ends a file that leaves something out with a warning, which lies above.
sed -i -e '/^# WARNING: /,$d' requirements/ci.txt
sed -i -e '${/^$/d}' requirements/ci.txt
