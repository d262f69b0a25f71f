"""Matrix products of the language model by the BLAS of NumPy, which takes a third to a half of the time of thinc's own.

They are most of the time of a small model. A row of a product is the same whatever rows stand beside it, so that a
text is read alike alone and in a batch: few rows, for which a BLAS may sum in another order, are filled up, and
one thread does the work, since processes share the cores.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

FEWEST_ROWS = 64  # OpenBLAS sums in another order for up to 8 rows with the sizes of en_core_web_sm


class FastProducts(NumpyOps):
    """The operations of thinc on a CPU, with products of NumPy."""

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, each transposed where that is said."""
        left, right = (x.T if trans1 else x), (y.T if trans2 else y)
        with threads().limit(limits=1, user_api="blas"):
            product = multiplied(left, right)
        if out is None:
            return product
        out[:] = product
        return out


@cache
def threads() -> ThreadpoolController:
    """What sets the number of threads of the libraries that are loaded."""
    return ThreadpoolController()


def multiplied(left: Any, right: Any) -> Any:
    """The product of two matrices, each row as it is among many.

    >>> multiplied(np.array([[1.0, 2.0]]), np.array([[3.0], [4.0]])).tolist()
    [[11.0]]
    """
    n_rows = len(left)
    if n_rows >= FEWEST_ROWS:
        return left @ right
    filled = np.zeros((FEWEST_ROWS, left.shape[1]), dtype=left.dtype)
    filled[:n_rows] = left
    return np.ascontiguousarray((filled @ right)[:n_rows])


def use_fast_products(language: Language) -> None:
    """Let all layers of a pipeline just loaded that compute on the CPU multiply with NumPy."""
    fast = FastProducts()
    for _, component in language.pipeline:
        model = getattr(component, "model", None)
        for layer in model.walk() if model is not None else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = fast
