"""Addresses of the organisation view."""

from django.urls import path

from organisation import views

urlpatterns = [
    path("organisation/", views.organisation_show, name="organisation_show"),
    path("organisation/table.csv", views.organisation_table, name="organisation_table"),
]
