"""Addresses of rounds, hand-overs, and reviews that end early."""

from django.urls import path

from reviews.views import handing, rounds, rounds_changing

urlpatterns = [
    path("rounds/", rounds.round_list, name="round_list"),
    path("rounds/new/", rounds.round_new, name="round_new"),
    path("rounds/<pid:round>/", rounds.round_show, name="round_show"),
    path("rounds/<pid:round>/open/", rounds.round_open, name="round_open"),
    path("rounds/<pid:round>/edit/", rounds_changing.round_edit, name="round_edit"),
    path("rounds/<pid:round>/add/", rounds_changing.round_add, name="round_add"),
    path("rounds/<pid:round>/close/", rounds_changing.round_close, name="round_close"),
    path("reviews/<pid:appraisal>/hand-over/", handing.handover_new, name="handover_new"),
    path("reviews/<pid:appraisal>/call-off/", handing.appraisal_end, name="appraisal_end"),
    path("kept-parts/<pid:part>/", handing.handover_show, name="handover_show"),
]
round_urls = urlpatterns
