"""The base as data, one module per format."""

from passerelles.exports.exchanges import exchange_files
from passerelles.exports.json_records import json_files
from passerelles.exports.json_schemas import schema_files
from passerelles.exports.sitemap import sitemap_files

__all__ = ["exchange_files", "json_files", "schema_files", "sitemap_files"]
