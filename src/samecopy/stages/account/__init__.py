"""The account of a story: who said what, what happens when, which figures, and how many origins.

`reading` (one article) → `merge` and `reports` → `counts` → `tell` (one story).
"""
