"""Following: what changed in the library, as values, as Atom feeds, and for robots."""

from generator.publishing.feeds.atom import feed_files
from generator.publishing.feeds.changes import ChangeKind, LibraryChange, by_day, changes, last_change
from generator.publishing.feeds.robots import robots_file

__all__ = ["ChangeKind", "LibraryChange", "by_day", "changes", "feed_files", "last_change", "robots_file"]
