"""Addresses of one's own standing: home, assessments, evidence, gaps."""

from django.urls import path

from assessments.views import assessing, evidence, gaps, home, rating, sharing, ways

urlpatterns = [
    path("", home.home, name="home"),
    path("assess/", assessing.assessment_home, name="assessment_home"),
    path("assess/from/<pid:ladder>/<pid:way>/", ways.way_start, name="way_start"),
    path("assess/<pid:assessment>/", assessing.assessment_show, name="assessment_show"),
    path("assess/<pid:assessment>/submit/", assessing.assessment_submit, name="assessment_submit"),
    path("assess/<pid:assessment>/discard/", assessing.assessment_discard, name="assessment_discard"),
    path("assess/<pid:assessment>/situations/", rating.situations_edit, name="situations_edit"),
    path("assess/<pid:assessment>/skills/<pid:skill>/", rating.rating_edit, name="rating_edit"),
    path("evidence/", evidence.evidence_list, name="evidence_list"),
    path("evidence/new/", evidence.evidence_new, name="evidence_new"),
    path("evidence/<pid:evidence>/", evidence.evidence_edit, name="evidence_edit"),
    path("evidence/<pid:evidence>/delete/", evidence.evidence_delete, name="evidence_delete"),
    path("evidence/<pid:evidence>/share/", sharing.share_edit, name="share_edit"),
    path("evidence/<pid:evidence>/seen/", sharing.endorsement_ask, name="endorsement_ask"),
    path("seen/<pid:endorsement>/", sharing.endorsement_answer, name="endorsement_answer"),
    path("gaps/", gaps.gap_home, name="gap_home"),
    path("gaps/how/", gaps.gap_formula, name="gap_formula"),
    path("gaps/compare/", gaps.gap_compare, name="gap_compare"),
    path("gaps/<pid:stage>/", gaps.gap_show, name="gap_show"),
]
