"""Addresses of calibration sessions and practice cases."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
