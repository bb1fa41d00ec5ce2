"""`python -m askback.agent` is `askback`."""

from .cli import main

main()
