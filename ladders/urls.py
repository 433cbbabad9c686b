"""Addresses of ladders, and of one's place on them."""

from django.urls import path

from ladders.views import ladders, languages, places, public, steps, versions, ways

urlpatterns = [
    path("ladders/", ladders.ladder_home, name="ladder_home"),
    path("ladders/<pid:ladder>/", ladders.ladder_show, name="ladder_show"),
    path("ladders/<pid:ladder>/stages/<pid:stage>/", ladders.stage_show, name="stage_show"),
    path("ladders/<pid:ladder>/skills/<pid:skill>/", ladders.skill_show, name="skill_show"),
    path("ladders/<pid:ladder>/steps/", steps.step_choose, name="step_choose"),
    path("ladders/<pid:ladder>/steps/<pid:start>/<pid:goal>/", steps.step_show, name="step_show"),
    path("ladders/<pid:ladder>/ways-in/", ways.way_list, name="way_list"),
    path("ladders/<pid:ladder>/ways-in/<pid:way>/", ways.way_show, name="way_show"),
    path("ladders/<pid:ladder>/beyond/", ways.beyond_show, name="beyond_show"),
    path("ladders/<pid:ladder>/forks/<pid:stage>/", ways.fork_show, name="fork_show"),
    path("ladders/<pid:ladder>/language/", languages.ladder_language, name="ladder_language"),
    path("ladders/<pid:ladder>/versions/", versions.version_list, name="version_list"),
    path("ladders/<pid:ladder>/versions/<pid:version>/", versions.version_show, name="version_show"),
    path("ladders/<pid:ladder>/versions/<pid:version>/read/", versions.version_read, name="version_read"),
    path("ladders/<pid:ladder>/versions/<pid:version>/notice/", versions.version_notice, name="version_notice"),
    path("ladders/<pid:ladder>/place/", places.place_edit, name="place_edit"),
    path("public/<str:slug>/", public.public_ladder, name="public_ladder"),
    path("public/<str:slug>/<str:stage>/", public.public_stage, name="public_stage"),
    path("public/<str:slug>/skills/<str:skill>/", public.public_skill, name="public_skill"),
    path("robots.txt", public.robots, name="robots"),
]
