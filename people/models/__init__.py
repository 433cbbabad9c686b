"""Who is here, who reports to whom, which duties people hold, what they are told, and who read about them."""

from people.models.duty import Duty
from people.models.notice import Notice
from people.models.person import Person, normal_email
from people.models.reading import Reading
from people.models.reporting import ReportingLine

__all__ = ["Duty", "Notice", "Person", "Reading", "ReportingLine", "normal_email"]
