"""What the timeline costs, measured beside the timelines people use today. `python -m benchmarks --help`."""
