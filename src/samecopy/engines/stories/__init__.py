"""Stories of an archive that grows: `index` adds reports at the cost of the days that they touch."""
