"""Downloads from local servers, some of which misbehave."""

import gzip
import hashlib
import http.client

import numpy as np
import pytest

from lenet_gui.core.datasets.idx import read_mnist
from lenet_gui.errors import DatasetError
from lenet_gui.fetching import MIRRORS, MNIST, Fetcher, PublicFile, holds
from tests.mirrors import (
    BREAKS_AT,
    AlwaysBreaksOffAtTheSamePlace,
    BreaksOff,
    IgnoresRanges,
    Mirror,
    NeverAnswers,
    SendsAnotherRange,
    SendsNothing,
    SendsSomethingElse,
    SendsWithoutEnd,
    serving,
)

CONTENT = np.random.default_rng(0).bytes(300_000)  # incompressible, so it stays long
PACKED = gzip.compress(CONTENT)
HALF = len(PACKED) // 2
FILE = PublicFile("digits.gz", hashlib.md5(CONTENT).hexdigest())
HAS_IT = {FILE.name: PACKED}


@pytest.fixture
def serve():
    """Return a function that starts a server, by default a good one with the file."""
    with serving() as start:
        yield lambda kind=Mirror, files=None: start(kind, HAS_IT if files is None else files)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "mnist"


def with_part(folder, data):
    folder.mkdir(parents=True)
    (folder / f"{FILE.name}.part").write_bytes(data)


def only_the_right_file(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()} == {FILE.name: PACKED}


def fetch(folder, *servers, **options):
    """Fetch the file; return the notifications."""
    notes = []
    Fetcher([server.url for server in servers], notes.append, **options).fetch(FILE, folder)
    return notes


def test_a_file_gets_its_name_once_it_is_complete(serve, folder):
    server, seen = serve(), []

    def progress(name, done, total):
        seen.append((name, done, total))
        assert not (folder / FILE.name).exists()
        assert (folder / f"{FILE.name}.part").stat().st_size == done

    assert Fetcher([server.url], progress=progress).fetch(FILE, folder) is True
    assert only_the_right_file(folder)
    assert seen[-1] == (FILE.name, len(PACKED), len(PACKED))
    assert server.asked == [(f"/{FILE.name}", None)]


def test_an_undamaged_file_is_not_requested_again(serve, folder):
    server = serve()
    fetch(folder, server)
    before = (folder / FILE.name).stat()
    assert Fetcher([server.url]).fetch(FILE, folder) is False
    assert (folder / FILE.name).stat() == before
    assert len(server.asked) == 1


def test_a_differently_packed_file_is_accepted(serve, folder):
    server = serve(files={FILE.name: gzip.compress(CONTENT, 0)})
    assert fetch(folder, server) == []
    assert holds(folder / FILE.name, FILE.md5)


@pytest.mark.parametrize("data", [b"", b"half", PACKED[:HALF], PACKED + b"more"])
def test_a_damaged_file_is_fetched_again(serve, folder, data):
    folder.mkdir(parents=True)
    (folder / FILE.name).write_bytes(data)
    (sentence,) = fetch(folder, serve())
    assert "is damaged. Downloading it again" in sentence
    assert only_the_right_file(folder)


def test_an_interrupted_download_resumes(serve, folder):
    server = serve()

    def interrupt(name, done, total):
        if done >= HALF:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(folder, server, progress=interrupt)
    (part,) = folder.iterdir()
    assert part.name == f"{FILE.name}.part"
    assert part.read_bytes() == PACKED[: part.stat().st_size]
    size = part.stat().st_size
    assert HALF <= size < len(PACKED)

    assert fetch(folder, server) == []
    assert only_the_right_file(folder)
    assert server.asked[1:] == [(f"/{FILE.name}", f"bytes={size}-")]


def test_a_complete_part_is_only_renamed(serve, folder):
    server = serve()
    with_part(folder, PACKED)
    fetch(folder, server)
    assert only_the_right_file(folder)
    assert server.asked == []


def test_a_broken_connection_is_retried(serve, folder):
    server = serve(BreaksOff)
    assert fetch(folder, server) == []
    assert only_the_right_file(folder)
    starts = range(BREAKS_AT, len(PACKED), BREAKS_AT)
    assert [asked for _, asked in server.asked] == [None, *(f"bytes={n}-" for n in starts)]


@pytest.mark.parametrize("kind", [IgnoresRanges, SendsAnotherRange])
def test_without_ranges_the_download_starts_again(serve, folder, kind):
    with_part(folder, PACKED[:HALF])
    assert fetch(folder, serve(kind)) == []
    assert only_the_right_file(folder)


@pytest.mark.parametrize("wrong", [b"x" * 100, b"x" * HALF, PACKED[:100] + b"x", PACKED + b"x"])
def test_a_part_with_wrong_bytes_is_replaced(serve, folder, wrong):
    with_part(folder, wrong)
    assert fetch(folder, serve()) == []
    assert only_the_right_file(folder)


@pytest.mark.parametrize(
    ("kind", "files", "sentence"),
    [
        (Mirror, {}, "answers 404 Not Found."),
        (
            Mirror,
            {FILE.name: gzip.compress(b"other")},
            "has a different file: its checksum is wrong.",
        ),
        (SendsSomethingElse, None, "has a different file: its checksum is wrong."),
        (AlwaysBreaksOffAtTheSamePlace, None, "closed the connection early."),
    ],
)
def test_a_failing_mirror_is_reported_and_the_next_one_used(serve, folder, kind, files, sentence):
    bad, good = serve(kind, files), serve()
    assert fetch(folder, bad, good) == [f"{bad.url}{FILE.name} {sentence}"]
    assert only_the_right_file(folder)


def test_the_next_mirror_resumes_where_the_first_stopped(serve, folder):
    bad, good = serve(AlwaysBreaksOffAtTheSamePlace), serve()
    fetch(folder, bad, good)
    assert good.asked == [(f"/{FILE.name}", f"bytes={BREAKS_AT}-")]
    assert only_the_right_file(folder)


def test_a_silent_mirror_times_out(serve, folder):
    bad, good = serve(NeverAnswers), serve()
    (sentence,) = fetch(folder, bad, good, timeout=0.2)
    assert sentence.startswith(bad.url)
    assert "timed out" in sentence
    assert only_the_right_file(folder)


def test_an_unreachable_mirror_is_skipped(serve, folder):
    gone, good = serve(), serve()
    gone.shutdown()
    gone.socket.close()
    (sentence,) = fetch(folder, gone, good)
    assert sentence.startswith(f"{gone.url}{FILE.name} can't be reached: ")
    assert only_the_right_file(folder)


def test_without_openssl_a_sentence_names_it(serve, folder, monkeypatch):
    monkeypatch.delattr(http.client, "HTTPSConnection")  # as when Python can't import ssl
    good = serve()
    notes = []
    Fetcher(["https://localhost/", good.url], notes.append).fetch(FILE, folder)
    address = f"https://localhost/{FILE.name}"
    assert notes == [f"{address} needs OpenSSL 3. Please install it."]


def test_an_endless_download_is_stopped(serve, folder):
    bad = serve(SendsWithoutEnd)
    with pytest.raises(DatasetError):
        fetch(folder, bad)
    assert list(folder.iterdir()) == []


def test_a_mirror_that_failed_is_tried_last(serve, folder):
    other = PublicFile("more.gz", FILE.md5)
    bad, good = serve(files={}), serve(files={FILE.name: PACKED, other.name: PACKED})
    fetcher = Fetcher([bad.url, good.url])
    fetcher.fetch(FILE, folder)
    fetcher.fetch(other, folder)
    assert len(bad.asked) == 1
    assert len(good.asked) == 2


def test_if_every_mirror_fails_nothing_is_left(serve, folder):
    with pytest.raises(DatasetError) as failed:
        fetch(folder, serve(files={}), serve(SendsSomethingElse), serve(SendsNothing))
    assert str(failed.value) == f"{FILE.name} could not be fetched from any mirror."
    assert list(folder.iterdir()) == []


def test_if_every_connection_breaks_the_part_is_kept(serve, folder):
    with pytest.raises(DatasetError, match="Run the same command again to resume"):
        fetch(folder, serve(AlwaysBreaksOffAtTheSamePlace))
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {
        f"{FILE.name}.part": PACKED[:BREAKS_AT]
    }


def test_an_invalid_address_is_a_failing_mirror(folder):
    notes = []
    with pytest.raises(DatasetError):
        Fetcher(["http://[", "http://a b/"], notes.append).fetch(FILE, folder)
    assert len(notes) == 2


def test_an_unwritable_folder_is_not_blamed_on_a_mirror(serve, tmp_path):
    (tmp_path / "file").touch()
    server = serve()
    with pytest.raises(OSError, match="file"):
        fetch(tmp_path / "file", server)
    assert server.asked == []


def test_the_sums_are_of_the_unpacked_content(tmp_path):
    path = tmp_path / "a.gz"
    path.write_bytes(PACKED)
    assert holds(path, FILE.md5)
    assert not holds(path, hashlib.md5(PACKED).hexdigest())


def test_the_published_sums_match_mnist(data_folder):
    for file in MNIST:
        assert holds(data_folder / "mnist" / file.name, file.md5)


def test_fetched_files_can_be_read_as_a_data_set(serve, folder):
    def idx(shape):
        header = b"\0\0\x08" + bytes([len(shape)]) + np.array(shape, ">u4").tobytes()
        return header + bytes(int(np.prod(shape)))

    contents = {f.name: idx((2, 28, 28) if "images" in f.name else (2,)) for f in MNIST}
    server = serve(files={name: gzip.compress(data) for name, data in contents.items()})
    fetcher = Fetcher([server.url])
    for name, data in contents.items():
        fetcher.fetch(PublicFile(name, hashlib.md5(data).hexdigest()), folder)
    for split in ("train", "test"):
        images, labels = read_mnist(folder, split)
        assert (len(images), len(labels)) == (2, 2)


def test_the_mirrors_are_addresses_of_folders():
    assert len(set(MIRRORS)) == len(MIRRORS) > 1
    assert all(mirror.startswith("http") and mirror.endswith("/") for mirror in MIRRORS)
