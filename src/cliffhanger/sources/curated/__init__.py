"""Our own small file of facts, each with where it can be looked up: franchises, homes, announcements."""
