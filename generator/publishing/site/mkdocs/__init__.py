"""MkDocs, and nothing else in publishing knows it: its settings, its pages, its theme."""

from generator.publishing.site.mkdocs.rendering import GeneratedPage, Renderer, send_compact
from generator.publishing.site.mkdocs.settings import fix_build_time, prepare, read_settings, settings_of

__all__ = ["GeneratedPage", "Renderer", "fix_build_time", "prepare", "read_settings", "send_compact", "settings_of"]
