"""Pack dist/lenet-gui for Linux: `python packaging/release_linux.py` makes a .tar.xz and a .deb.

Two runs on the same bundle give the same bytes: members are sorted, their owner is root, and their
time is SOURCE_DATE_EPOCH or, by default, that of the last commit.
"""

import lzma
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from bundle_contents import VERSION

ROOT = Path(__file__).resolve().parent.parent
LINUX = ROOT / "packaging" / "linux"
ICONS = ROOT / "assets" / "icons"

DEPENDS = (
    "libc6 (>= 2.35)", "libstdc++6", "libgcc-s1", "zlib1g", "libzstd1", "libgl1", "libegl1",
    "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-randr0", "libxcb-render0", "libxcb-shape0",
    "libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0", "libfontconfig1", "libfreetype6",
    "libglib2.0-0t64 | libglib2.0-0", "libdbus-1-3",
    "xkb-data",  # keyboard data for the bundle's xkbcommon
)  # fmt: skip
"""Debian's packages of SYSTEM_LIBRARIES, and of data for the bundle's own libraries."""
RECOMMENDS = (
    "libwayland-client0", "libwayland-cursor0",  # windows on Wayland
    "libssl3t64 | libssl3", "ca-certificates",  # data fetch
    "fonts-dejavu-core | fonts-noto-core | fonts-liberation",
)  # fmt: skip


def commit_time() -> int:
    """Return the time for all files, in seconds since 1970."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    git = ["git", "log", "-1", "--format=%ct"]
    return int(subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout)


def filters() -> list[dict[str, int]]:
    """Return xz's filters: on x86-64, first convert jumps to absolute addresses."""
    lzma2 = {"id": lzma.FILTER_LZMA2, "preset": 6}
    return [{"id": lzma.FILTER_X86}, lzma2] if platform.machine() == "x86_64" else [lzma2]


def place_shared_files(share: Path) -> None:
    """Copy menu entry, icons and file type to `share`, where desktops look for them."""
    for source, place in (
        (LINUX / "lenet-gui.desktop", "applications/lenet-gui.desktop"),
        (LINUX / "lenet-gui.xml", "mime/packages/lenet-gui.xml"),
        (ICONS / "lenet-gui.svg", "icons/hicolor/scalable/apps/lenet-gui.svg"),
        *(
            (icon, f"icons/hicolor/{size}x{size}/apps/lenet-gui.png")
            for icon in sorted(ICONS.glob("lenet-gui-*.png"))
            for size in [icon.stem.rpartition("-")[2]]
        ),
    ):
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def make_archive(bundle: Path, out: Path, time: int) -> Path:
    """Pack `bundle` with its installer into a .tar.xz in `out`."""
    name = f"lenet-gui-{VERSION}-linux-{platform.machine()}"
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / name
        shutil.copytree(bundle, folder / "lenet-gui", symlinks=True)
        place_shared_files(folder / "share")
        for file in ("install.sh", "uninstall.sh", "README.txt"):
            shutil.copy(LINUX / file, folder / file)

        def uniform(member: tarfile.TarInfo) -> tarfile.TarInfo:
            member.mtime = time
            member.uid = member.gid = 0
            member.uname = member.gname = "root"
            member.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
            return member

        target = out / f"{name}.tar.xz"
        with (
            lzma.open(target, "wb", format=lzma.FORMAT_XZ, filters=filters()) as packed,
            tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
        ):
            for path in (folder, *sorted(folder.rglob("*"))):
                inner = path.relative_to(work).as_posix()
                archive.add(path, inner, recursive=False, filter=uniform)
    return target


def make_deb(bundle: Path, out: Path, time: int) -> Path:
    """Make a Debian package of `bundle` in `out`."""
    machine = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    with tempfile.TemporaryDirectory() as work:
        root = Path(work) / "root"
        program = root / "usr/lib/lenet-gui"
        shutil.copytree(bundle, program, symlinks=True)
        (root / "usr/bin").mkdir()
        (root / "usr/bin/lenet-gui").symlink_to("../lib/lenet-gui/lenet-gui")
        place_shared_files(root / "usr/share")
        documents = root / "usr/share/doc/lenet-gui"
        documents.mkdir(parents=True)
        (documents / "copyright").write_text(
            "lenet-gui\n\n" + (ROOT / "LICENSE").read_text("utf-8")
            + "\nLicences of its other parts: /usr/lib/lenet-gui/_internal/licences\n",
            encoding="utf-8",
        )  # fmt: skip
        size = sum(f.stat().st_size for f in root.rglob("*") if f.is_file() and not f.is_symlink())
        control = root / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(
            f"Package: lenet-gui\nVersion: {VERSION}\nArchitecture: {machine}\n"
            "Maintainer: The lenet-gui authors <lenet-gui@users.noreply.github.com>\n"
            f"Installed-Size: {size // 1024}\n"
            f"Depends: {', '.join(DEPENDS)}\nRecommends: {', '.join(RECOMMENDS)}\n"
            "Section: education\nPriority: optional\n"
            "Description: draw a digit and watch LeNet-5 read it\n"
            " A window to draw digits in. It shows the probability of each digit and the\n"
            " activations of every layer, live. It runs on your own machine, offline.\n",
            encoding="utf-8",
        )
        for path in (root, *root.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
            # dpkg-deb itself only lowers times.
            os.utime(path, (time, time), follow_symlinks=False)
        target = out / f"lenet-gui_{VERSION}_{machine}.deb"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--threads-max=1", "--build", root,
             target],
            env=os.environ | {"SOURCE_DATE_EPOCH": str(time)},
            stdout=subprocess.DEVNULL,
            check=True,
        )  # fmt: skip
    return target


def main() -> None:
    """Pack dist/lenet-gui, or the given folder."""
    bundle = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "lenet-gui"
    if not (bundle / "lenet-gui").is_file():
        sys.exit(f"There is no program in {bundle}. Run pyinstaller build.spec first.")
    time = commit_time()
    print(make_archive(bundle, bundle.parent, time))
    if shutil.which("dpkg-deb"):
        print(make_deb(bundle, bundle.parent, time))


if __name__ == "__main__":
    main()
