import ast
import re
from pathlib import Path

import ui.page_words
import ui.words
from ui.page_words import PAGE_SENTENCES
from ui.words import SENTENCES

OURS = Path(ui.page_words.__file__).parent
PAGES = (*OURS.glob("start/*.py"), *OURS.glob("review/*.py"), OURS / "about_page.py")


def ids_asked_for(file: Path) -> set[str]:
    """The ids that are said by name in this file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "say"
        and isinstance(node.args[0], ast.Constant)
    }


def test_no_id_is_said_in_two_places():
    own = ast.parse(Path(ui.words.__file__).read_text(encoding="utf-8"))
    keys = {
        key.value
        for node in ast.walk(own)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    }
    assert keys & set(PAGE_SENTENCES) == set()
    assert set(PAGE_SENTENCES) <= set(SENTENCES)


def test_every_id_that_the_pages_ask_for_has_its_sentence():
    missing = {name for file in PAGES for name in ids_asked_for(file)} - set(SENTENCES)
    assert missing == set()


def test_every_sentence_of_the_pages_is_said_somewhere():
    text = "\n".join(file.read_text(encoding="utf-8") for file in OURS.rglob("*.py"))
    families = {match[1] for match in re.finditer(r'f"([a-z-]+-)\{', text)}
    unsaid = {
        name
        for name in PAGE_SENTENCES
        if text.count(f'"{name}"') < 2 and not name.startswith(tuple(families))
    }
    assert unsaid == set()
