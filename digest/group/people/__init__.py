"""Who is behind the speakers' names.

In go quotes and the entries of `people.yml`; out comes a person by article and speaker's name. Where unsure,
two names are two people.

- `names` tells when two names, in any script, are the same name; `entries` finds an entry by a name;
  `behind` makes people of names that fit none.
"""

from __future__ import annotations

from digest.group.people.behind import people_behind

__all__ = ["people_behind"]
