"""Addresses of reviews: rounds, rating, comparing and agreeing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
