"""Hold the tools that make what the house ships; none of them is shipped."""
