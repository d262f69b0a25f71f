"""Products of matrices: as thinc has them, each row the same whatever stands beside it."""

import numpy as np
import pytest
from thinc.api import NumpyOps

from analysis.text.language import load_language
from analysis.text.matrix_products import FastProducts, multiplied

RANDOM = np.random.default_rng(7)
WEIGHTS = RANDOM.standard_normal((288, 384)).astype("float32")
WORDS = RANDOM.standard_normal((1000, 384)).astype("float32")


@pytest.mark.parametrize("n_rows", [0, 1, 2, 3, 7, 8, 17, 63, 64, 65, 500])
def test_a_row_of_a_product_hangs_on_no_other_row(n_rows):
    among_many = multiplied(WORDS, WEIGHTS.T)

    alone = multiplied(WORDS[5 : 5 + n_rows], WEIGHTS.T)

    assert np.array_equal(alone, among_many[5 : 5 + n_rows])


@pytest.mark.parametrize(("trans1", "trans2"), [(False, True), (True, True), (False, False), (True, False)])
def test_products_are_those_of_thinc_but_for_the_last_digits(trans1, trans2):
    left = np.ascontiguousarray(WORDS.T) if trans1 else WORDS
    right = WEIGHTS if trans2 else np.ascontiguousarray(WEIGHTS.T)

    product = FastProducts().gemm(left, right, trans1=trans1, trans2=trans2)

    assert np.allclose(product, NumpyOps().gemm(left, right, trans1=trans1, trans2=trans2), atol=1e-3)


def test_a_product_can_be_written_into_an_array():
    out = np.zeros((1000, 288), dtype="float32")

    FastProducts().gemm(WORDS, WEIGHTS, out=out, trans2=True)

    assert np.array_equal(out, multiplied(WORDS, WEIGHTS.T))


def test_every_layer_of_the_model_multiplies_so():
    layers = [
        layer
        for _, component in load_language().pipeline
        if getattr(component, "model", None) is not None
        for layer in component.model.walk()
    ]

    assert {type(layer.ops) for layer in layers} == {FastProducts}
