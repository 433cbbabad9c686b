"""Addresses of a manager's team, and of what a person and their manager note."""

from django.urls import path

from teams.views import agreeing, offers, report, team, writing

urlpatterns = [
    path("team/", team.team_show, name="team_show"),
    path("team/table.csv", team.team_csv, name="team_csv"),
    path("team/below/<pid:person>/", team.team_part, name="team_part"),
    path("team/<pid:person>/", report.report_show, name="report_show"),
    path("team/<pid:person>/talk/", writing.talk_new, name="talk_new"),
    path("team/<pid:person>/promise/", writing.promise_new, name="promise_new"),
    path("team/<pid:person>/challenge/", agreeing.challenge_edit, name="challenge_edit"),
    path("team/<pid:person>/seat/", agreeing.seat_edit, name="seat_edit"),
    path("promises/<pid:promise>/keep/", writing.promise_keep, name="promise_keep"),
    path("promises/<pid:promise>/drop/", writing.promise_drop, name="promise_drop"),
    path("my-manager/", report.my_team_notes, name="my_team_notes"),
    path("my-manager/sees/", report.as_manager, name="as_manager"),
    path("helping/", offers.coach_offer_edit, name="coach_offer_edit"),
]
