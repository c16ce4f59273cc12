"""From an article to dated, sourced claims, each with the words it rests on."""
