"""Every error askback raises on purpose.

    AskbackError                 one clear line: what was wrong and what to do
    ├── InputError               the text, file or option the user gave cannot be used
    ├── ModelError               a model is unknown, failed to load, or failed while writing
    │   └── WeightsError         weights are missing, incomplete, or not what the manifest names
    ├── StoreError               the lesson database cannot be read or written
    ├── LessonNotFoundError      no lesson of that name in the store
    └── LessonBusyError          another process holds this lesson

Foreign errors are mapped where they enter: models in `models.py`, files in `weights.py`, SQLite in `store.py`.
"""


class AskbackError(Exception):
    """The root of the tree; its text is one line a user can act on."""


class InputError(AskbackError):
    """What the user gave cannot be used."""


class ModelError(AskbackError):
    """A model is unknown, does not load, or failed while it was writing."""


class WeightsError(ModelError):
    """Weights are missing, incomplete, or not the bytes the manifest names."""


class StoreError(AskbackError):
    """The lesson database cannot be read or written."""


class LessonNotFoundError(AskbackError):
    """The store holds no lesson of that name."""


class LessonBusyError(AskbackError):
    """Another process is in the middle of a turn of this lesson."""
