/** What supervision counts of visits, hazards, units and campaigns, each in its region. */
export const tallies = [
  /** Changes by day: their sum over days is the number of those days. */
  {
    name: 'hazards.tally',
    columns: ['figure', 'region_code', 'day', 'change', 'campaign_id'],
    holds: ['visits', 'selfChecks', 'notAdmitted', 'found', 'foundMajor', 'foundClosed', 'foundMajorClosed', 'closed', 'closedMajor'],
  },
  /** The same by whole months, from the figures; what is not kept by month is not in it. */
  {
    name: 'hazards.month_tally',
    columns: ['figure', 'region_code', 'month', 'change', 'campaign_id'],
    holds: ['visits', 'notAdmitted', 'found', 'foundMajor', 'foundClosed', 'foundMajorClosed', 'closed', 'closedMajor'],
  },
  /** What stands now; `due` by the last day of the legal clock. */
  {
    name: 'hazards.present_tally',
    columns: ['figure', 'region_code', 'campaign_id', 'due_on', 'change'],
    holds: ['open', 'openMajor', 'due', 'listed', 'openMajorFive'],
  },
  { name: 'hazards.register_unit', columns: ['unit_id', 'region_code', 'registered_on', 'closed_on'] },
  /** Each check of a unit by somebody from outside. */
  { name: 'hazards.outside_check', columns: ['unit_id', 'day', 'campaign_id'] },
  { name: 'hazards.campaign_told', columns: ['campaign_id', 'name', 'kind', 'region_code', 'from_on', 'to_on'] },
  {
    name: 'hazards.campaign_unit',
    columns: ['campaign_id', 'unit_id', 'region_code', 'registered_on', 'closed_on', 'from_on', 'to_on', 'checked'],
  },
  { name: 'hazards.campaign_known', columns: ['campaign_id', 'unit_id', 'hazard_id', 'region_code', 'looked'] },
] as const
