"""The list of German nouns, made from Wikidata's lexemes."""
