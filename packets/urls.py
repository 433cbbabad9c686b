"""Addresses of promotion packets."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
