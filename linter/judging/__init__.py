"""What the rules say of one document: from the opened case to findings told once."""
