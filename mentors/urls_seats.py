"""Addresses of the board itself and of its seats."""

from django.urls import path

from mentors.views import board, seats, settings

SEAT = "board/seats/<pid:seat>/"

urlpatterns = [
    path("board/", board.board_show, name="board_show"),
    path("board/settings/", settings.board_settings, name="board_settings"),
    path("board/seats/new/", seats.seat_new, name="seat_new"),
    path(SEAT, seats.seat_reword, name="seat_reword"),
    path(f"{SEAT}move/", seats.seat_move, name="seat_move"),
    path(f"{SEAT}retire/", seats.seat_retire, name="seat_retire"),
    path(f"{SEAT}back/", seats.seat_back, name="seat_back"),
    path(f"{SEAT}people/", seats.seat_people, name="seat_people"),
]
