"""Pages as text, Markdown, HTML or JSON."""
