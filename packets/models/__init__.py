"""The case for a promotion, assembled from the log against the ladder."""
