"""What tells each kind of server how to serve the site: one policy, in the words of each."""
