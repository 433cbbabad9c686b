"""Every address of the application. The matrix test refuses one that nobody classified."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, register_converter

from careerpath.views import styleguide
from safeguards import views as trouble
from safeguards.ids import PidConverter

register_converter(PidConverter, "pid")

urlpatterns: list[URLPattern | URLResolver] = [
    # First, because each cell of a grid saves itself here, and an address is looked for from the top.
    path("", include("drafts.urls")),
    path("", include("people.urls")),
    path("", include("ladders.urls")),
    path("", include("assessments.urls")),
    path("", include("reviews.urls")),
    path("", include("feedback.urls")),
    path("", include("calibration.urls")),
    path("", include("packets.urls")),
    path("", include("teams.urls")),
    path("", include("organisation.urls")),
    path("", include("mentors.urls")),
    path("", include("demo.urls")),
    path("account/", include("allauth.urls")),
]
if settings.DEBUG:
    urlpatterns += [path("styleguide/", styleguide, name="styleguide")]

handler400 = trouble.bad_request
handler403 = trouble.forbidden
handler404 = trouble.not_found
handler500 = trouble.server_error
