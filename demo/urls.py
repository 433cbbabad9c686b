"""Addresses of the demo; they answer only while nobody has a real account."""

from django.urls import path

from demo import views

urlpatterns = [
    path("demo/", views.demo_choose, name="demo_choose"),
    path("demo/start/", views.demo_start, name="demo_start"),
    path("demo/enter/<pid:person>/", views.demo_enter, name="demo_enter"),
]
