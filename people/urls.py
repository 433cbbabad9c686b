"""Addresses of the first minutes, of one's own account, and of who reports to whom."""

from django.urls import path

from people.views import accounts, first, lines, told

urlpatterns = [
    path("welcome/", first.welcome, name="welcome"),
    path("welcome/account/", first.first_account, name="first_account"),
    path("profile/", first.profile_edit, name="profile_edit"),
    path("profile/line/", lines.my_line, name="my_line"),
    path("stored/", first.stored_show, name="stored_show"),
    path("health/", first.health, name="health"),
    path("people/", lines.person_list, name="person_list"),
    path("people/new/", accounts.person_new, name="person_new"),
    path("people/<pid:person>/link/", accounts.person_link, name="person_link"),
    path("people/<pid:person>/account/", accounts.account_switch, name="account_switch"),
    path("people/<pid:person>/line/", lines.line_edit, name="line_edit"),
    path("people/<pid:person>/line/history/", lines.line_history, name="line_history"),
    path("notices/", told.notice_list, name="notice_list"),
    path("notices/seen/", told.notice_read_all, name="notice_read_all"),
    path("notices/<pid:notice>/", told.notice_open, name="notice_open"),
    path("waiting/", told.waiting_list, name="waiting_list"),
    path("readings/", told.reading_list, name="reading_list"),
]
