"""A sheet whose answers can all be asked of, with three conditions that ask them."""

from tests.support.exercise_pages import exercise_of

SKIP = "I would rather not say"
SHEET = exercise_of("""
    - { kind: scale, id: heat, label: How warm?, from: 0, to: 10, ends: [cold, hot] }
    - { kind: choice, id: length, label: How long?, options: [Short, Long, "20"], skip: Later }
    - { kind: choices, id: helps, label: What helps?, options: [Tea, A walk, Sleep] }
    - { kind: line, id: word, label: A word }
    - { kind: tick, id: fed, label: I have eaten. }
    - { kind: tick, id: rested, label: I am awake }
    - { kind: tick, id: willing, label: We said yes }
""")
HOT = {"heat": {"at-least": 7}}
LONG = {"length": {"is": "Long"}}
FED = {"fed": {"is": "ticked"}}
