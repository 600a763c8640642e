"""The five kinds of record: each field declared once, with its French key, label and help."""

from __future__ import annotations

from collections.abc import Mapping

from passerelles.records.kinds import Kind
from passerelles.records.models.audit import Audit, Criterion
from passerelles.records.models.base import Model, RecordModel, choices_of, example_of, models_in
from passerelles.records.models.case import Case
from passerelles.records.models.case_parties import Exchange
from passerelles.records.models.case_story import Event
from passerelles.records.models.concept import Concept
from passerelles.records.models.session import Session
from passerelles.records.models.source import Source
from passerelles.records.models.territory import Territory

MODELS: Mapping[Kind, type[RecordModel]] = {
    model.kind: model for model in (Case, Concept, Territory, Source, Session)
}

__all__ = [
    "MODELS",
    "Audit",
    "Case",
    "Concept",
    "Criterion",
    "Event",
    "Exchange",
    "Model",
    "RecordModel",
    "Session",
    "Source",
    "Territory",
    "choices_of",
    "example_of",
    "models_in",
]
