"""The views of the organisation, and its table to take along."""

from organisation.views.organisation import organisation_show, organisation_table

__all__ = ["organisation_show", "organisation_table"]
