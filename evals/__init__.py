"""Measures askback: tasks over data sets, scores with intervals beside trivial baselines, reports and documents.

Read `case.py` for the words, `run.py` for how a task is run, `tasks/` for what is measured.
"""
