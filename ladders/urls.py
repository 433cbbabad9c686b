"""Addresses of ladders, and of one's place on them."""

from django.urls import path

from ladders.views import ladders, places, steps

urlpatterns = [
    path("ladders/", ladders.ladder_home, name="ladder_home"),
    path("ladders/<pid:ladder>/", ladders.ladder_show, name="ladder_show"),
    path("ladders/<pid:ladder>/stages/<pid:stage>/", ladders.stage_show, name="stage_show"),
    path("ladders/<pid:ladder>/skills/<pid:skill>/", ladders.skill_show, name="skill_show"),
    path("ladders/<pid:ladder>/steps/", steps.step_choose, name="step_choose"),
    path("ladders/<pid:ladder>/steps/<pid:start>/<pid:goal>/", steps.step_show, name="step_show"),
    path("ladders/<pid:ladder>/place/", places.place_edit, name="place_edit"),
]
