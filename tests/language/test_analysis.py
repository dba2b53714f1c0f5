"""A word's children by dependency: the first, and all in text order."""

from rashomon.language.analysis import Token


def verb_with(*deps: str) -> Token:
    """A verb with a child of each dependency, in text order."""
    verb = Token(0, 0, "agreed", "agree", "VERB", "VBD", "ROOT", 0)
    verb.children = [Token(n, 10 * n, f"word{n}", f"word{n}", "NOUN", "NN", dep, 0) for n, dep in enumerate(deps, 1)]
    return verb


def test_the_first_child_of_some_dependencies_is_the_first_of_the_text() -> None:
    verb = verb_with("nsubj", "prep", "dobj", "prep")
    assert verb.child("prep") is verb.children[1]
    assert verb.child("dobj", "nsubj") is verb.children[0]
    assert verb.child("neg") is None
    assert verb.child("neg", "aux") is None
    assert verb_with().child("nsubj") is None


def test_all_children_of_some_dependencies_come_in_text_order() -> None:
    verb = verb_with("prep", "nsubj", "prep", "dobj")
    assert verb.all("prep") == [verb.children[0], verb.children[2]]
    assert verb.all("dobj", "prep") == [verb.children[0], verb.children[2], verb.children[3]]
    assert verb.all("neg") == verb.all("neg", "aux") == verb_with().all("nsubj") == []


def test_the_list_is_the_callers_own() -> None:
    verb = verb_with("prep", "prep")
    verb.all("prep").clear()
    assert len(verb.all("prep")) == 2
