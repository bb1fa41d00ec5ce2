"""askback.sandbox."""
