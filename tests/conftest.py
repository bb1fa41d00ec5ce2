"""What every test starts from."""

import gc


def pytest_collection_finish() -> None:
    """Set aside what was imported, so that no collection in mid-test walks through all of torch.

    A full collection over everything the suite imports takes half a second: it slows the suite, and it looks
    like a slow function to a test of cost.
    """
    gc.collect()
    gc.freeze()
