"""The small site, rendered once a run."""

import pytest

from tests.views.small_site import Rendered, render, whole_site


@pytest.fixture(scope="session")
def rendered() -> Rendered:
    """Render every page of the small site."""
    return render(whole_site())
