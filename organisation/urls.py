"""Addresses of the organisation view."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
