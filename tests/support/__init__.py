"""What several tests share. Tests import from here alone, never from each other."""
