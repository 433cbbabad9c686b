"""Addresses of calibration sessions and practice cases."""

from django.urls import path

from calibration.views import changing, practice, sessions

urlpatterns = [
    path("calibration/", sessions.session_list, name="session_list"),
    path("calibration/new/", sessions.session_new, name="session_new"),
    path("calibration/<pid:session>/", sessions.session_show, name="session_show"),
    path("calibration/<pid:session>/close/", sessions.session_close, name="session_close"),
    path(
        "calibration/<pid:session>/ratings/<pid:rating>/<pid:skill>/",
        changing.calibration_change,
        name="calibration_change",
    ),
    path("reviews/<pid:review>/changes/", changing.calibration_changes, name="calibration_changes"),
    path("practice/", practice.practice_list, name="practice_list"),
    path("practice/forget/", practice.practice_forget, name="practice_forget"),
    path("practice/<slug:case>/", practice.practice_case, name="practice_case"),
]
