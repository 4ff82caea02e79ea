"""What the law says: five regulations as trees, with their mistakes, validity and cross-references."""
