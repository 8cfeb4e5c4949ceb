"""The chapters of a document: numbers that head lines, headings, the tree, what is irregular."""
