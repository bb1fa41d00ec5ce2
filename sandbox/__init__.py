"""askback.sandbox: run an untrusted little Python program fast, and let nothing out. Knows nothing of tutors."""

from .pool import Limits, Outcome, Sandbox, Status, Step
from .values import Expression, render

__all__ = ["Expression", "Limits", "Outcome", "Sandbox", "Status", "Step", "render"]
