"""Reviews by two: rounds, blind rating, the comparison, and what is agreed."""
