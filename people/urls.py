"""Addresses of the first minutes and of one's own account."""

from django.urls import path

from people import views

urlpatterns = [
    path("welcome/", views.welcome, name="welcome"),
    path("welcome/account/", views.first_account, name="first_account"),
    path("profile/", views.profile_edit, name="profile_edit"),
    path("stored/", views.stored_show, name="stored_show"),
    path("health/", views.health, name="health"),
]
