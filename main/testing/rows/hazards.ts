const id = `'00000000-0000-4000-8000-000000000001'`

/** A row for each guarded table of hazards and their figures, for the proof of default deny. */
export const hazardRows: Readonly<Record<string, string>> = {
  'hazards.figure_delta': `insert into hazards.figure_delta (figure, region_code, industry_code, change) values ('a', '330114', '26', 1)`,
  'hazards.figure_rollup': `insert into hazards.figure_rollup (figure, region_code, industry_code, total) values ('a', '330114', '26', 1)`,
  'hazards.hazard': `insert into hazards.hazard (unit_id, id, recorded_region, region_code, industry_code, registered, how, version, state, listed, description, found_at, withdrawn, recurrent, hazard)
    values (${id}, ${id}, '330114', '330114', '26', false, 'selfCheck', 1, 'found', false, 'a', now(), false, false, '{}')`,
  'hazards.hazard_event': `insert into hazards.hazard_event (unit_id, hazard_id, version, kind, at, event) values (${id}, ${id}, 1, 'found', now(), '{}')`,
  'hazards.number_series': `insert into hazards.number_series values ('999999', 2026, 1)`,
  'hazards.owing': `insert into hazards.owing (unit_id, hazard_id, item, kind, region_code, owner_tier, owner_role, except_person_ids, subject, owed_since) values (${id}, ${id}, 'a', 'a', '330114', 'unit', 'officer', '{}', 'a', now())`,
  'hazards.paper_unit': `insert into hazards.paper_unit (unit_id, hazard_id, version, name) values (${id}, ${id}, 1, 'a')`,
}
