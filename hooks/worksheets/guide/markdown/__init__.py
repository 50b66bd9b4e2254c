"""The Markdown of a page as whoever renders it reads it: typed blocks, each with its place."""
