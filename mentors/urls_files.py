"""Addresses of what comes in and goes out, and of the board over time."""

from django.urls import URLPattern, path

from mentors.views import bring, feed, review, take

urlpatterns: list[URLPattern] = [
    path("board/review/", review.board_review, name="board_review"),
    path("board/met/", review.event_list, name="event_list"),
    path("board/take/", take.board_export, name="board_export"),
    path("board/bring/", bring.board_import, name="board_import"),
    path("board/calendar/", feed.feed_edit, name="feed_edit"),
    path("board/calendar/<str:token>.ics", feed.feed_show, name="feed_show"),
]
