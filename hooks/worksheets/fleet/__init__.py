"""Many brands of one guide: which they are, which have changed, and how they are built side by side."""
