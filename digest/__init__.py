"""Digest: a static, multilingual news digest, built by MkDocs from a folder of articles."""
