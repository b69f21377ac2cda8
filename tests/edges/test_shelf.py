"""What was made of the word files is found again at the next start, and only what it was made of."""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from mailbot.edges.shelf import Shelf
from mailbot.edges.words import load_lexicon, words_shelf

HERE = Path(__file__).parents[2]
WISHES = (
    "Graag meld ik mij en mijn collega Els Bos aan voor de Meet Up op 18 januari.",
    "Please register me and one colleague for the Meet Up on 18 January.",
    "Bitte melden Sie mich zum Meet Up am 18. Januar an.",
    "Je voudrais m'inscrire au Meet Up du 18 janvier.",
)
ABSENT = "I am out of the office until 20 December, with limited access to my e-mail."
READ_ALL = """
import sys
sys.path.insert(0, "tests/core")
from letters import HOUSE, letter
from mailbot.core.triage.weighing import weigh
from mailbot.core.understanding.reader import understand
from mailbot.edges.words import load_lexicon
sys.pycache_prefix, sys.dont_write_bytecode = sys.argv[1], False
for text in sys.argv[2:]:
    print(understand(letter(text), HOUSE, load_lexicon()), weigh(letter(text)))
"""


@pytest.fixture(autouse=True)
def kept_here(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def words(tmp_path):
    file = tmp_path / "words.toml"
    file.write_text("say = ['graag']")
    return file


def shelf(words: Path) -> Shelf:
    return Shelf(words.parent, [words])


def kept(words: Path) -> Path:
    return next(Path(str(sys.pycache_prefix)).rglob("*.pickle"))


def test_what_was_put_there_is_found_by_the_next(words):
    shelf(words).put("acts", {"graag": 1})

    assert shelf(words).get("acts") == {"graag": 1}
    assert shelf(words).get("names") is None


def test_a_phrase_that_is_taught_makes_all_anew(words):
    shelf(words).put("acts", {"graag": 1})
    words.write_text("say = ['gaarne']")

    assert shelf(words).get("acts") is None


@pytest.mark.parametrize("spoil", [lambda kept: kept[:-9], lambda kept: kept[:-1] + b"\0"])
def test_a_file_that_was_spoilt_is_as_good_as_none(words, spoil):
    shelf(words).put("acts", {"graag": 1})
    kept(words).write_bytes(spoil(kept(words).read_bytes()))

    assert shelf(words).get("acts") is None


def test_another_account_of_the_machine_may_read_it(words):
    shelf(words).put("acts", {"graag": 1})

    assert kept(words).stat().st_mode & 0o777 == 0o644


def test_where_nothing_can_be_written_nothing_is_kept(words, tmp_path):
    (tmp_path / "kept").write_text("a file where the folder would be")

    shelf(words).put("acts", {"graag": 1})

    assert shelf(words).get("acts") is None


def test_who_wants_no_compiled_code_gets_none(words, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    shelf(words).put("acts", {"graag": 1})

    assert not Path(str(sys.pycache_prefix)).exists()


def test_the_next_start_reads_as_the_first_did(tmp_path):
    """With another seed of the hashes, as each start has."""

    def read(seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", READ_ALL, str(tmp_path / "kept"), *WISHES, ABSENT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
            cwd=HERE,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    first = read("1")

    assert first.count("Intent.REGISTER") == len(WISHES)
    assert "limited access" in first.splitlines()[-1]
    assert any(file.name.startswith("acts-fr") for file in (tmp_path / "kept").rglob("*.pickle"))
    assert read("2") == first


def test_the_tables_of_all_languages_and_their_weights_are_kept(tmp_path):
    parsed = load_lexicon.__wrapped__()

    names = {file.name.split(".")[0] for file in (tmp_path / "kept").rglob("*.pickle")}
    assert names == {"tables", "tells", "weights", *(f"written-{lang}" for lang in parsed.languages)}


def test_weights_that_were_learned_anew_are_read_anew(tmp_path):
    (tmp_path / "votes.bin").write_bytes(b"before")
    words_shelf(tmp_path).put("weights", ["before"])
    (tmp_path / "votes.bin").write_bytes(b"after")

    assert words_shelf(tmp_path).get("weights") is None


@pytest.mark.parametrize("lost", ["none of it", "written-nl*"])
def test_phrases_are_the_same_at_the_next_start(tmp_path, lost):
    """Read only when asked for, and from the word file where the shelf has lost them."""
    first = load_lexicon.__wrapped__()
    for file in (tmp_path / "kept").rglob(lost):
        file.unlink()

    second = load_lexicon.__wrapped__()

    for lang, name in product(first.languages, ("acts", "people", "numbers")):
        assert dict(second.table(lang, name)) == first.table(lang, name) != {}
