"""The app's own package called `agent`, as many LangGraph apps have one; askback does not get in its way."""

from agent.model import ClassroomModel

__all__ = ["ClassroomModel"]
