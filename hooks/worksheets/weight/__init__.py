"""What a page weighs on its way to a reader, and how it is made to weigh little. Works on finished HTML and CSS."""
