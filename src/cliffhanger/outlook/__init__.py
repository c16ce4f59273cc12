"""What people ask for: the dossier on a show, the slate of many, in words and figures that can be quoted."""
