#!/usr/bin/env bash
# Installs NumPy with BLIS instead of OpenBLAS in the environment of the given Python: the version that is
# installed there, built from source, with 2 MB for matrix products instead of 28, and one thread. BLIS is
# that of Debian 13, cut down by blis_kernels.c; on other processors than x86-64, NumPy's own loops are left.
# Needs Debian, a C and C++ compiler, pkg-config and a few minutes; the user's cache keeps the wheel for the
# next time. Sources and tools are verified by the hashes in requirements/numpy.txt, BLIS by the one below.
set -euo pipefail
python=$1
here=$(cd "$(dirname "$0")" && pwd)
locked=$here/../requirements/numpy.txt
blis_version=1.1-2
blis_sha256=a114f917e9aae3592405db081fcc868b246b4842bf0d6842d9cf1a91f7c2ba4b
version=$("$python" -c 'import numpy; print(numpy.__version__)')
tag=$("$python" -c 'import sys; print(sys.implementation.cache_tag)')
blas=none loops=none
# NumPy's loops for AVX2 are small, and tanh takes a fiftieth of the time; sorting is not worth them.
if [ "$(uname -m)" = x86_64 ]; then blas=blis loops=X86_V3; fi
options="setup-args=-Dblas=$blas setup-args=-Dlapack=none setup-args=-Dallow-noblas=true
  setup-args=-Dcpu-dispatch=$loops setup-args=-Ddisable-intel-sort=true
  install-args=--tags=runtime,python-runtime"
made_from=$({ echo "$options $blis_sha256"; cat "$here/blis_kernels.c"; } | sha256sum | head -c 12)
wheels=${XDG_CACHE_HOME:-$HOME/.cache}/lenet-gui/numpy-$version-$tag-$(uname -m)-$made_from

# Downloads BLIS's package to this folder, with lists of packages of its own: Debian 12 has only BLIS 0.9, whose
# kernels read past the end of some matrices (issues 635 and 821 of BLIS).
download() {
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' 'Component: main' |
    awk -v suite="$(. /etc/os-release && echo "$VERSION_CODENAME")" '$2 == suite && !found++ { print $1 }')
  [ -n "$mirror" ] || { echo "BLIS comes from Debian, and apt knows no mirror of it." >&2; exit 1; }
  mkdir -p lists/partial archives/partial
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" > sources.list
  apt=(apt-get -qq -o Dir::Etc::SourceList="$PWD/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$PWD/lists" -o Dir::Cache="$PWD" -o APT::Sandbox::User=root)
  "${apt[@]}" update
  "${apt[@]}" download "libblis-serial-dev=$blis_version"
  echo "$blis_sha256  libblis-serial-dev_${blis_version}_amd64.deb" | sha256sum --check --quiet
}

# Puts BLIS with the chosen kernels in the folder $1, where pkg-config finds it.
blis() {
  mkdir "$1"
  (
    cd "$1"
    download
    dpkg-deb --extract ./*.deb .
    mv usr/lib/*/blis-serial/libblis.a .
    gcc -O2 -fPIC -I usr/include/*/blis-serial -c -o blis_kernels.o "$here/blis_kernels.c"
    left_out=$(sed -n 's/^LEFT_OUT(\(.*\))$/bli_cntx_init_\1.o bli_cntx_\1_ref.o/p' "$here/blis_kernels.c")
    # shellcheck disable=SC2086
    ar dD libblis.a bli_cpuid.o $left_out
    ar rD libblis.a blis_kernels.o
    cat > blis.pc <<PC
Name: blis
Description: BLIS with few kernels
Version: ${blis_version%-*}
Libs: -L$1 -lblis -Wl,--exclude-libs,libblis.a
PC
  )
}

if ! ls "$wheels"/numpy-*.whl >/dev/null 2>&1; then
  grep -q "^numpy==$version " "$locked" || { echo "$locked has no NumPy $version." >&2; exit 1; }
  tools=$(mktemp -d)
  trap 'rm -rf "$tools"' EXIT
  "$python" -m venv "$tools"
  "$tools/bin/pip" install --quiet --require-hashes -r "$locked"
  if [ "$blas" = blis ]; then
    blis "$tools/blis"
    mkdir -p "$wheels"
    cp "$tools/blis/usr/share/doc/libblis-serial-dev/copyright" "$wheels/BLIS.txt"
  fi
  # The options are in the file with the hashes: pip does not apply those of the command line to it.
  # shellcheck disable=SC2086
  awk -v given="$(printf ' --config-settings=%s' $options)" \
    '/^[^ ]/ { inside = sub(/^numpy==[^ ]+/, "&" given) } inside' "$locked" > "$tools/numpy.txt"
  PATH="$tools/bin:$PATH" PKG_CONFIG_PATH="$tools/blis" "$tools/bin/pip" wheel --quiet --no-deps --no-cache-dir \
    --no-binary numpy --no-build-isolation --require-hashes -r "$tools/numpy.txt" --wheel-dir "$wheels"
fi
"$python" -m pip install --quiet --no-deps --no-index --force-reinstall "$wheels"/numpy-*.whl
"$python" - "$wheels/BLIS.txt" <<'PYTHON'
import sys
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

# BLIS's licence goes where NumPy's own are.
licence = Path(sys.argv[1])
if licence.exists():
    from numpy.__config__ import CONFIG

    if CONFIG["Build Dependencies"]["blas"].get("name") != "blis":
        sys.exit("NumPy was built without BLIS.")
    (record,) = (file for file in distribution("numpy").files if file.name == "RECORD")
    name = f"{record.parent}/licenses/{licence.name}"
    (record.locate().parent / "licenses" / licence.name).write_bytes(licence.read_bytes())
    with record.locate().open("a", encoding="utf-8") as lines:
        lines.write(f"{name},,\n")

# At every start, NumPy's code attaches hundreds of kilobytes of help texts to its functions; dropping
# docstrings does not affect them. The standalone program does not use them.
for name in ("_add_newdocs", "_add_newdocs_scalars"):
    Path(find_spec(f"numpy._core.{name}").origin).write_text("", encoding="utf-8")
PYTHON
