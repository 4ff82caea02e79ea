"""What is told of somebody else, of another time or of nobody, and so is no fact of the case."""
