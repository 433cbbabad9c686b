"""Addresses of reviews: rounds, rating, comparing and agreeing."""

from django.urls import path

from reviews.round_urls import urlpatterns as round_urls
from reviews.views import agreeing, appraisals, reopening

urlpatterns = [
    path("reviews/", appraisals.appraisal_list, name="appraisal_list"),
    path("reviews/with/<pid:person>/", appraisals.appraisal_new, name="appraisal_new"),
    path("reviews/<pid:review>/", appraisals.appraisal_show, name="appraisal_show"),
    path("reviews/<pid:review>/compare/", agreeing.appraisal_compare, name="appraisal_compare"),
    path("reviews/<pid:review>/skills/<pid:skill>/", agreeing.agreement_edit, name="agreement_edit"),
    path("reviews/<pid:review>/yes/", agreeing.consent_give, name="consent_give"),
    path("reviews/<pid:review>/again/", reopening.reopening_ask, name="reopening_ask"),
    path("reviews/<pid:review>/again/answer/", reopening.reopening_answer, name="reopening_answer"),
    *round_urls,
]
