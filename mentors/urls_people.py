"""Addresses of the people on a board and of the touchpoints with them."""

from django.urls import URLPattern, path

from mentors.views import leaving, people, preparing, talks

MEMBER = "board/people/<pid:member>/"
TOUCH = f"{MEMBER}talks/<pid:touch>/"

urlpatterns: list[URLPattern] = [
    path("board/people/", people.member_list, name="member_list"),
    path("board/people/new/", people.member_new, name="member_new"),
    path(MEMBER, people.member_show, name="member_show"),
    path(f"{MEMBER}edit/", people.member_edit, name="member_edit"),
    path(f"{MEMBER}snooze/", leaving.member_snooze, name="member_snooze"),
    path(f"{MEMBER}rest/", leaving.member_rest, name="member_rest"),
    path(f"{MEMBER}back/", leaving.member_back, name="member_back"),
    path(f"{MEMBER}retire/", leaving.member_retire, name="member_retire"),
    path(f"{MEMBER}forget/", leaving.member_forget, name="member_forget"),
    path(f"{MEMBER}prepare/", preparing.member_prepare, name="member_prepare"),
    path(f"{MEMBER}ask/", preparing.member_ask, name="member_ask"),
    path(f"{MEMBER}talks/new/", talks.touch_new, name="touch_new"),
    path(TOUCH, talks.touch_edit, name="touch_edit"),
    path(f"{TOUCH}delete/", talks.touch_delete, name="touch_delete"),
    path(f"{TOUCH}done/", talks.follow_up_done, name="follow_up_done"),
    path(f"{TOUCH}told/", talks.touch_told, name="touch_told"),
]
