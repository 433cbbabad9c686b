"""A person’s own assessments in plain SQL, for that person and nobody else."""

from __future__ import annotations

# What somebody writes or wrote, with one public id: `visible_to(person).writable_by(person)` and the parts of reviews
# that they may write no more. And `visible_to(person, SELF).about(person).counting().latest_first()`. Both in SQL:
# an answer that saves itself asks the first, every personal page the second. Tests keep them the same.
OWN = """
SELECT * FROM assessments_assessment WHERE pid = %s AND (
  person_id = %s AND kind = 'self' OR assessor_id = %s AND kind = 'manager' AND appraisal_id IS NOT NULL
)
"""
COURSE = """
SELECT submitted_at, levels FROM assessments_assessment
WHERE person_id = %s AND kind = 'self' AND submitted_at IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM assessments_appraisal review
  WHERE review.person_id = assessments_assessment.person_id AND review.revealed_at IS NULL AND review.ended_at IS NULL
) AND NOT EXISTS (
  SELECT 1 FROM assessments_appraisal part
  WHERE part.id = assessments_assessment.appraisal_id AND part.ended_at IS NOT NULL
)
ORDER BY submitted_at DESC, started_at DESC, id DESC
"""
