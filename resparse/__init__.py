"""Read United Nations resolutions: text in, the resolution out, nothing lost, every fault named."""

__version__ = "0.1.0"
