"""A manager's team: the map of skills, talks, promises, challenges, seat and scope."""
