"""askback.agent."""
