"""askback.agent.misconceptions."""
