"""The finished site: made light, checked against its promises, and put in place whole."""
