"""What was made of words and weights, kept for the next start as Python keeps its compiled modules.

Compiling the phrases of four languages takes some two seconds, unpickling them a tenth of that. They lie
in ``__pycache__`` beside the words, each file marked with a digest of all that it was made of, words and
code; what does not fit is made anew. Whoever can write there can change the code of mailbot as well, so
a pickle from there is trusted as much as a module is.
"""

from __future__ import annotations

import os
import pickle
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path

_DIGEST = 16  # bytes


class Shelf:
    """Values by name, for one edition of the files they were made of. Never raises: without it all is
    only made anew."""

    def __init__(self, beside: Path, sources: Iterable[Path]) -> None:
        self._beside = beside
        edition = blake2b(sys.version.encode(), digest_size=_DIGEST)
        for source in sorted(sources):
            content = source.read_bytes()
            edition.update(f"{source.parent.name}/{source.name}\0{len(content)}\0".encode() + content)
        self._edition = edition.digest()

    def get(self, name: str) -> object | None:
        """What was put under the name; None where nothing sound lies there."""
        try:
            content = self._file(name).read_bytes()
        except (OSError, NotImplementedError):
            return None
        marks, value = content[: 2 * _DIGEST], memoryview(content)[2 * _DIGEST :]  # a megabyte is not copied
        if marks != self._edition + _digest(value):
            return None
        found: object = pickle.loads(value)  # noqa: S301 - ours, see above
        return found

    def put(self, name: str, value: object) -> None:
        """Keep a value for the next start, unless Python is told to write no compiled code either."""
        if sys.dont_write_bytecode:
            return
        content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        with suppress(OSError, NotImplementedError):  # a folder that only root may write to
            file = self._file(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=file.parent)
            try:
                os.fchmod(handle, 0o644)  # as modules are: nothing in it is secret
                with open(handle, "wb") as out:
                    out.write(self._edition + _digest(content) + content)
                os.replace(draft, file)
            except OSError:
                os.unlink(draft)

    def _file(self, name: str) -> Path:
        """``__pycache__/name.cpython-311.pickle``, or where PYTHONPYCACHEPREFIX says."""
        return Path(cache_from_source(str(self._beside / f"{name}.py"))).with_suffix(".pickle")


def _digest(content: bytes | memoryview) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
