"""What can be wrong: places, problems, their French wording, and how they are shown."""

from passerelles.problems.place import Place
from passerelles.problems.problem import Problem, Severity
from passerelles.problems.wording import Entry, catalogue, hint, message, severity

__all__ = ["Entry", "Place", "Problem", "Severity", "catalogue", "hint", "message", "severity"]
