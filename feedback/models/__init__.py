"""What colleagues say: peers in a review, feedback at any time, and words about evidence."""
