"""From YAML and Markdown text to typed records, each value with its place in its file."""

from passerelles.records import official, rgaa
from passerelles.records.accessibility import AUDIT_FILE, AuditFile
from passerelles.records.base import LEDGER, Base, read_base
from passerelles.records.entry import Entry, HandwrittenPage
from passerelles.records.kinds import Kind
from passerelles.records.mentions import ActorKey, Citation, Former, Mention, Party, Reference
from passerelles.records.models import (
    MODELS,
    Audit,
    Case,
    Concept,
    Criterion,
    Event,
    Exchange,
    Model,
    RecordModel,
    Session,
    Source,
    Territory,
    choices_of,
    example_of,
    models_in,
)
from passerelles.records.readings import Readings
from passerelles.records.tree import Path
from passerelles.records.values import Date
from passerelles.records.vocabulary import (
    Choice,
    CriterionState,
    ExchangeState,
    Flux,
    Role,
    Scheme,
    SheetState,
    SourceType,
    Status,
    TerritoryType,
    YesNo,
)

__all__ = [
    "AUDIT_FILE",
    "LEDGER",
    "MODELS",
    "ActorKey",
    "Audit",
    "AuditFile",
    "Base",
    "Case",
    "Choice",
    "Citation",
    "Concept",
    "Criterion",
    "CriterionState",
    "Date",
    "Entry",
    "Event",
    "Exchange",
    "ExchangeState",
    "Flux",
    "Former",
    "HandwrittenPage",
    "Kind",
    "Mention",
    "Model",
    "Party",
    "Path",
    "Readings",
    "RecordModel",
    "Reference",
    "Role",
    "Scheme",
    "Session",
    "SheetState",
    "Source",
    "SourceType",
    "Status",
    "Territory",
    "TerritoryType",
    "YesNo",
    "choices_of",
    "example_of",
    "models_in",
    "official",
    "read_base",
    "rgaa",
]
