"""What is timed, on which corpus: `make bench`. See README.md."""
