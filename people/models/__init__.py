"""Who is here, who reports to whom, which duties people hold, what they are told, who read about them, and what was
done about their lines and accounts.
"""

from people.models.act import Act
from people.models.duty import Duty
from people.models.notice import Notice
from people.models.person import Person, normal_email
from people.models.reading import Reading
from people.models.reporting import Moved, ReportingLine

__all__ = ["Act", "Duty", "Moved", "Notice", "Person", "Reading", "ReportingLine", "normal_email"]
