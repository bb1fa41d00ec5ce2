"""askback.evals."""
