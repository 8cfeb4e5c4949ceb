"""Regular expressions: compiled late, kept between runs, passed over where they cannot match."""
