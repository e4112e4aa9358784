"""Lists of any length: models that fetch by page, and the delegates that draw them."""
