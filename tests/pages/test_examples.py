"""The examples in the docstrings of the pages' parts, and of what pages and files share."""

import doctest
import importlib
import pkgutil

import display
import pages.parts
import sharing


def test_the_examples_hold():
    roots = [(display, "display."), (pages.parts, "pages.parts."), (sharing, "sharing.")]
    names = [module.name for root, prefix in roots for module in pkgutil.walk_packages(root.__path__, prefix)]

    tried = [doctest.testmod(importlib.import_module(name)) for name in names]

    assert sum(result.attempted for result in tried) > 10
    assert [name for name, result in zip(names, tried, strict=True) if result.failed] == []
