"""Addresses of what colleagues say."""

from django.urls import path

from feedback.views import answering, asking, given, keeping, peers

urlpatterns = [
    path("reviews/<pid:review>/peers/", peers.peer_list, name="peer_list"),
    path("reviews/<pid:review>/peers/setting/", peers.peer_setting, name="peer_setting"),
    path("reviews/<pid:review>/peers/new/", peers.peer_nominate, name="peer_nominate"),
    path("reviews/<pid:review>/peers/results/", peers.peer_results, name="peer_results"),
    path("peers/<pid:peer>/", answering.peer_answer, name="peer_answer"),
    path("peers/<pid:peer>/confirm/", peers.peer_confirm, name="peer_confirm"),
    path("peers/<pid:peer>/back/", peers.peer_take_back, name="peer_take_back"),
    path("peers/<pid:peer>/decline/", answering.peer_decline, name="peer_decline"),
    path("feedback/", given.feedback_list, name="feedback_list"),
    path("feedback/new/", given.feedback_new, name="feedback_new"),
    path("feedback/ask/", asking.feedback_ask, name="feedback_ask"),
    path("feedback/<pid:feedback>/thank/", given.feedback_thank, name="feedback_thank"),
    path("feedback/<pid:feedback>/hide/", given.feedback_hide, name="feedback_hide"),
    path("feedback/<pid:feedback>/keep/", keeping.feedback_keep, name="feedback_keep"),
    path("feedback/<pid:feedback>/back/", given.feedback_take_back, name="feedback_take_back"),
    path("feedback/asked/<pid:asked>/", asking.feedback_reply, name="feedback_reply"),
    path("feedback/asked/<pid:asked>/decline/", asking.feedback_decline, name="feedback_decline"),
]
