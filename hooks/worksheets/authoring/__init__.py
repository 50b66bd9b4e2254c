"""A file that an author wrote becomes typed values, or problems with a line: the words of each say what to write."""
