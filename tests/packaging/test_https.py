"""The built program downloads over HTTPS, and only from trusted mirrors."""

import shutil
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lenet_gui.fetching import MNIST
from tests.mirrors import Mirror, serving
from tests.packaging.conftest import Done, bare_environment, call

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate"),
]


class SecureMirror(Mirror):
    """Speaks TLS with the server's context; ignores clients that break off."""

    def setup(self) -> None:
        self.request = self.server.tls.wrap_socket(
            self.request, server_side=True, do_handshake_on_connect=False
        )
        super().setup()

    def handle(self) -> None:
        try:
            self.request.do_handshake()
        except (ssl.SSLError, ConnectionError):
            return
        super().handle()

    def finish(self) -> None:
        super().finish()
        self.request.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with a key and a self-signed certificate for this machine."""
    folder = tmp_path_factory.mktemp("certificate")
    both = folder / "both.pem"
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
            "-nodes", "-days", "2", "-subj", "/CN=a mirror", "-addext",
            "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out",
            folder / "certificate.pem",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip
    both.write_bytes(b"".join(file.read_bytes() for file in sorted(folder.iterdir())))
    return both


Fetch = Callable[..., Done]


@pytest.fixture
def fetch(program: Path, certificate: Path, data_folder: Path, tmp_path: Path) -> Iterator[Fetch]:
    """Return a function that downloads MNIST from a mirror with this certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    files = {file.name: (data_folder / "mnist" / file.name).read_bytes() for file in MNIST}
    with serving() as start:
        server = start(SecureMirror, files)
        server.tls = context
        url = server.url.replace("http:", "https:")
        ours = {"SSL_CERT_FILE", "SSL_CERT_DIR"}
        environment = {k: v for k, v in bare_environment().items() if k not in ours}

        def run(**trusted: str) -> Done:
            command = (program, "data", "fetch", "--out", tmp_path / "mnist", "--mirror", url)
            return call(*command, environment=environment | trusted)

        yield run


def test_it_downloads_from_a_trusted_mirror(
    fetch: Fetch, certificate: Path, tmp_path: Path
) -> None:
    done = fetch(SSL_CERT_FILE=str(certificate))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(": fetched\n") == len(MNIST)
    assert {file.name for file in (tmp_path / "mnist").iterdir()} == {file.name for file in MNIST}


def test_it_refuses_an_untrusted_mirror(fetch: Fetch, tmp_path: Path) -> None:
    done = fetch()
    assert (done.returncode, done.stdout) == (1, "")
    mirror, whole = done.stderr.splitlines()
    assert mirror.endswith("can't be trusted: self-signed certificate.")
    assert whole == f"lenet-gui: {MNIST[0].name} could not be fetched from any mirror."
    assert list((tmp_path / "mnist").iterdir()) == []
