"""Word lists: places, organisations, first names, titles, roles, function words."""
