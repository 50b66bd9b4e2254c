"""What an exercise is: its model, its kinds of field, what can be asked of answers, and all exercises together."""
