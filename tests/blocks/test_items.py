"""An item of claims or of a timeline is one paragraph."""

import pytest

from tests.reading.making import found, messages

MORE = {
    "a paragraph": "    And [@b]\n",
    "code": "    ```\n    word\n    ```\n",
    "a quotation": "    > Words [@b]\n",
    "a list": "    - Inner [@b]\n",
}


@pytest.mark.parametrize("more", MORE.values(), ids=MORE)
@pytest.mark.parametrize("block", ["claims", "timeline"])
def test_what_follows_the_paragraph_of_an_item_is_told(case, block: str, more: str) -> None:
    first = "- One [@a] {#x}\n" if block == "claims" else "- 2019: One [@a]\n"
    document = case(f"/// {block}\n{first}\n{more}///\n")
    assert found(document) == ["7:3 block-item"]
    assert "an item here is one" in messages(document)
