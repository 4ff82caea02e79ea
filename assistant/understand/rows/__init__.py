"""Facts told in rows and lists: activities done, documents at hand or missing."""
