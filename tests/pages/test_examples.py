"""The examples in the docstrings of the pages' parts."""

import doctest
import importlib
import pkgutil

import pages.parts


def test_the_examples_hold():
    names = [module.name for module in pkgutil.walk_packages(pages.parts.__path__, "pages.parts.")]

    tried = [doctest.testmod(importlib.import_module(name)) for name in names]

    assert sum(result.attempted for result in tried) > 10
    assert [name for name, result in zip(names, tried, strict=True) if result.failed] == []
