"""The base as data, one module per format."""

from passerelles.exports.json_records import json_files
from passerelles.exports.json_schemas import schema_files

__all__ = ["json_files", "schema_files"]
