"""Speed and memory, as ratios against plain spaCy in the same run."""
