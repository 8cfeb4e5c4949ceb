"""What a reader sees of one report in a browser."""
