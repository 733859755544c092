from pathlib import Path

import ui.search_words
from ui.page_words import PAGE_SENTENCES
from ui.search_words import SEARCH_SENTENCES
from ui.words import SENTENCES

FILES = [*Path(ui.search_words.__file__).parent.rglob("*.py")]


def test_the_sentences_of_the_search_are_among_all_and_hide_none() -> None:
    assert SEARCH_SENTENCES.items() <= SENTENCES.items()
    assert not set(SEARCH_SENTENCES) & set(PAGE_SENTENCES)


def test_every_sentence_of_the_search_is_said_somewhere() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in FILES)
    assert {name for name in SEARCH_SENTENCES if text.count(f'"{name}"') < 2} == set()
