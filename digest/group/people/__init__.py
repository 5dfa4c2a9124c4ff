"""Who is behind the speakers' names.

In go quotes and the entries of `people.yml`; out comes a person by article and speaker's name. Where unsure,
two names are two people.

- `parts` takes a name apart, `names` tells when two, in any script, are the same, `slugs` makes addresses.
- `entries` finds entries by a name, `listed` those that speakers' names mean.
- `doubtful` lists two who may be one, for editors.
- `compared` keeps which names were found to be the same.
- `united` joins names by less: fuller forms, another order, characters, where only one fits.
- `behind` makes people of names that mean none, once it is known which reports are one story.
"""

from __future__ import annotations

from digest.group.people.behind import people_behind
from digest.group.people.doubtful import doubtful_people
from digest.group.people.listed import listed_people

__all__ = ["doubtful_people", "listed_people", "people_behind"]
