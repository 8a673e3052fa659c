"""Install the archive and the Debian package, start their menu entry, and remove them."""

import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenet_gui.resources import resource
from tests.hand import PATIENCE
from tests.packaging.conftest import ROOT, bare_environment, call

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(sys.platform != "linux", reason="installs Linux packages"),
]

TYPE = "application/x-lenet-gui+json"
SEVEN = resource("assets", "examples", "7.lenet.json")


def released(bundle: Path, pattern: str) -> Path:
    """Return a package that packaging/release_linux.py made beside the built program."""
    found = sorted(bundle.parent.glob(pattern))
    assert len(found) == 1, "run python packaging/release_linux.py first"
    return found[0]


@pytest.fixture(scope="module")
def unpacked(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the archive and return its folder."""
    folder = tmp_path_factory.mktemp("Heruntergeladen ü")
    with tarfile.open(released(bundle, "lenet-gui-*.tar.xz")) as archive:
        archive.extractall(folder, filter="tar")
    (inner,) = folder.iterdir()
    return inner


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home whose name needs every kind of quoting."""
    folder = tmp_path / "Ünal's Home, $HOME"
    (folder / ".local" / "share").mkdir(parents=True)
    return folder


def environment_of(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in bare_environment().items() if not k.startswith("XDG_")}
    return kept | {"HOME": str(home), "LC_ALL": "C.UTF-8"} | more


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def running(program: Path) -> list[int]:
    """Return the processes of a program."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            if process.name.isdigit() and (process / "exe").resolve() == program.resolve():
                found.append(int(process.name))
        except OSError:  # it has ended, or belongs to someone else
            continue
    return found


@pytest.fixture
def ended() -> Iterator[list[Path]]:
    """Yield a list; end the programs in it after the test."""
    programs: list[Path] = []
    yield programs
    for program in programs:
        for process in running(program):
            os.kill(process, 15)


def start_from_menu(entry: Path, program: Path, environment: dict[str, str], *files: Path) -> None:
    """Start a menu entry as a desktop does, wait for its window, and close it."""
    # No pipe: the program would keep it open as long as it runs.
    launch = ["gio", "launch", str(entry), *map(str, files)]
    quiet = subprocess.DEVNULL
    subprocess.run(launch, env=environment, stdout=quiet, stderr=quiet, check=True)
    window = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "lenet-gui$"]
    found = subprocess.run(
        window, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    assert found.stdout.split()
    (process,) = running(program)
    os.kill(process, 15)
    deadline = time.monotonic() + PATIENCE
    while running(program):
        assert time.monotonic() < deadline, "it does not close"


def test_the_archives_members_are_uniform_and_sorted(bundle):
    with tarfile.open(released(bundle, "lenet-gui-*.tar.xz")) as archive:
        members = archive.getmembers()
    assert len({(m.uid, m.gid, m.uname, m.gname, m.mtime) for m in members}) == 1
    assert {m.mode for m in members} <= {0o755, 0o644, 0o777}
    names = [tuple(m.name.split("/")) for m in members]
    assert names == sorted(names)


def test_the_archive_installs_and_uninstalls_in_a_home(unpacked, home, display, ended):
    environment = environment_of(home, DISPLAY=display)
    before = tree(home)
    program = home / ".local/lib/lenet-gui/lenet-gui"
    ended.append(program)
    for _ in range(2):  # again, over the first installation
        done = call(unpacked / "install.sh", environment=environment, cwd=home)
        assert done.returncode == 0, done.stdout + done.stderr

    assert call(home / ".local/bin/lenet-gui", "--version", environment=environment).stdout
    share = home / ".local/share"
    for icon in ("scalable/apps/lenet-gui.svg", "16x16/apps/lenet-gui.png"):
        assert (share / "icons/hicolor" / icon).is_file()
    drawing = home / "meine Ziffer.lenet.json"
    shutil.copy(SEVEN, drawing)
    information = call(
        "gio", "info", "-a", "standard::content-type", drawing, environment=environment
    )
    assert TYPE in information.stdout
    assert "lenet-gui.desktop" in call("gio", "mime", TYPE, environment=environment).stdout

    entry = share / "applications/lenet-gui.desktop"
    start_from_menu(entry, program, environment)
    start_from_menu(entry, program, environment, drawing)

    done = call(home / ".local/lib/lenet-gui/uninstall.sh", environment=environment, cwd=home)
    assert done.returncode == 0, done.stderr
    left = tree(home) - before - {drawing.name}
    own = (".local/share/lenet-gui", ".config", ".cache")  # the user's log and settings
    assert all(name.startswith(own) for name in left), left


def test_uninstalling_keeps_files_of_others(unpacked, home, display):
    environment = environment_of(home, DISPLAY=display)
    others = [
        home / ".local/share/applications/other.desktop",
        home / ".local/share/mime/packages/other.xml",
        home / ".local/share/icons/hicolor/16x16/apps/other.png",
        home / ".local/bin/other",
    ]
    for other in others[:2]:
        other.parent.mkdir(parents=True)
        other.write_text(
            "<mime-info xmlns='http://www.freedesktop.org/standards/shared-mime-info'/>"
        )
    assert call(unpacked / "install.sh", environment=environment).returncode == 0
    for other in others[2:]:
        other.write_text("")
    done = call(home / ".local/lib/lenet-gui/uninstall.sh", environment=environment)
    assert done.returncode == 0, done.stderr
    assert all(other.is_file() for other in others)
    assert not [name for name in tree(home) if Path(name).name.startswith("lenet-gui.")]


def test_without_a_home_nothing_is_installed(unpacked):
    environment = {k: v for k, v in bare_environment().items() if k != "HOME"}
    done = call(unpacked / "install.sh", environment=environment)
    assert done.returncode != 0
    assert "HOME" in done.stderr


def test_the_debian_package_installs_runs_and_uninstalls(bundle, display, tmp_path, ended):
    if os.geteuid():
        pytest.skip("only root installs packages")
    installed = call("dpkg-query", "-W", "-f=${Status}", "lenet-gui").stdout
    assert " installed" not in installed, "this machine has the program already"
    home = tmp_path / "home"
    home.mkdir()
    environment = environment_of(home, DISPLAY=display)
    program = Path("/usr/lib/lenet-gui/lenet-gui")
    ended.append(program)
    drawing = home / "seven.lenet.json"
    shutil.copy(SEVEN, drawing)
    try:
        done = call("dpkg", "--install", released(bundle, "*.deb"))
        assert done.returncode == 0, done.stdout + done.stderr
        listed = call("dpkg", "--listfiles", "lenet-gui").stdout.split("\n")
        report = call("/usr/bin/lenet-gui", "self-test", environment=environment)
        assert report.returncode == 0, report.stdout
        entry = Path("/usr/share/applications/lenet-gui.desktop")
        start_from_menu(entry, program, environment, drawing)
    finally:
        removed = call("dpkg", "--purge", "lenet-gui")
    assert removed.returncode == 0
    assert "warning" not in removed.stderr, removed.stderr
    assert str(program) in listed
    assert [path for path in listed if "lenet-gui" in path and Path(path).exists()] == []


def test_the_packages_dependencies_match_the_systems_libraries(packing):
    """Debian names a package after its libX.so.N, so the two lists can be compared."""
    from bundle_contents import SYSTEM_LIBRARIES
    from release_linux import DEPENDS, RECOMMENDS

    packages = " ".join((*DEPENDS, *RECOMMENDS))
    plain = packages.replace("-", "").lower()
    glibc = {"c", "m", "dl", "pthread", "rt", "util"}
    renamed = {"z": "zlib1g", "gthread-2.0": "libglib2.0", "crypto": "libssl3"}
    for library in SYSTEM_LIBRARIES:
        package = "libc6" if library in glibc else renamed.get(library, f"lib{library}")
        wanted = package.replace("-", "").replace("_", "").lower()
        assert wanted in plain, library


def test_the_menu_entry_has_the_described_file_type():
    linux = ROOT / "packaging" / "linux"
    assert f"MimeType={TYPE};" in (linux / "lenet-gui.desktop").read_text()
    assert f'type="{TYPE}"' in (linux / "lenet-gui.xml").read_text()


@pytest.mark.usefixtures("packing")
def test_packages_do_not_depend_on_the_times_of_files(
    tmp_path: Path,
) -> None:
    import release_linux

    made: list[tuple[bytes, bytes]] = []
    for number, written in enumerate((1_600_000_000, 1_900_000_000)):
        bundle, out = tmp_path / str(number) / "lenet-gui", tmp_path / f"out{number}"
        out.mkdir()
        (bundle / "_internal").mkdir(parents=True)
        for path in (bundle / "lenet-gui", bundle / "_internal" / "licence"):
            path.write_text("the same", encoding="utf-8")
        for path in (*bundle.rglob("*"), bundle):
            os.utime(path, (written, written))
        archive = release_linux.make_archive(bundle, out, 1_700_000_000)
        package = release_linux.make_deb(bundle, out, 1_700_000_000)
        made.append((archive.read_bytes(), package.read_bytes()))
    assert made[0] == made[1]
