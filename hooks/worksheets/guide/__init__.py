"""What an author wrote around the exercises: pages, references, helplines, diagrams, and how all of it must read."""
