"""What is kept on disk: results in a database, arrays and texts in flat files.

results   the tables of a finished run and the work already done
growing   what the stores of indexes (`index`, `stories`) have in common
pairs     what an index tells of pairs of articles, found by the ends that are asked for
spill     arrays put by under a number: in memory while they are few, in files of a folder beyond that
texts     the texts of a pile, appended to one file and read again by number
"""

from samecopy.store.results import Store, Work

__all__ = ["Store", "Work"]
