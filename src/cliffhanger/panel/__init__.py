"""One row a question, every feature read as it was known on the question's day."""
