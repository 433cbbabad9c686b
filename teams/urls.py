"""Addresses of a manager's team."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
