"""Addresses of what colleagues say."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
