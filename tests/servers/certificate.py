"""A certificate for localhost and 127.0.0.1 that nobody but the tests trusts."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from servers.process import folder, program


@dataclass(frozen=True)
class Certificate:
    """``file`` is both the certificate and the authority to trust; ``key`` is its private key."""

    file: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        """For the server's side."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file, self.key)
        return context


def make_certificate(place: Path) -> Certificate:
    """A new one in a folder, good for two days."""
    made = Certificate(place / "cert.pem", place / "key.pem")
    command = [
        *(program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
        *("-nodes", "-days", "2", "-subj", "/CN=localhost"),
        *("-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"),
        *("-addext", "keyUsage=critical,digitalSignature,keyCertSign"),
        *("-keyout", str(made.key), "-out", str(made.file)),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return made


@pytest.fixture(scope="session")
def certificate() -> Iterator[Certificate]:
    with folder("certificate") as place:
        yield make_certificate(place)
