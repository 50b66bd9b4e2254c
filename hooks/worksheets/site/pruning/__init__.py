"""A finished page in one piece: only the styles that it can use, and nothing unused."""
