const id = `'00000000-0000-4000-8000-000000000001'`

/** A row for each guarded table of enforcement, for the proof of default deny. */
export const enforcementRows: Readonly<Record<string, string>> = {
  'enforcement.case_event': `insert into enforcement.case_event (unit_id, case_id, version, kind, person_id, at, event) values (${id}, ${id}, 1, 'proposed', ${id}, now(), '{}')`,
  'enforcement.case_file': `insert into enforcement.case_file (unit_id, id, number, recorded_region, region_code, authority_id, unit_name, procedure, cause, matter, party_name, version, state, party_sees, hazard_ids, proposed_at, paid_yuan, held)
    values (${id}, ${id}, 'a', '330114', '330114', ${id}, 'a', 'ordinary', 'other', 'a', 'a', 1, 'proposed', true, '{}', now(), 0, '{}')`,
  'enforcement.certificate': `insert into enforcement.certificate values (${id}, ${id}, 'a', now())`,
  'enforcement.number_series': `insert into enforcement.number_series values ('999999', 2026, 1)`,
  'enforcement.owing': `insert into enforcement.owing (unit_id, case_id, item, kind, region_code, authority_id, owner_side, owner_role, except_person_ids, subject, owed_since) values (${id}, ${id}, 'a', 'a', '330114', ${id}, 'authority', 'officer', '{}', 'a', now())`,
  'enforcement.paper_unit': `insert into enforcement.paper_unit (unit_id, case_id, version, name) values (${id}, ${id}, 1, 'a')`,
  'enforcement.payment': `insert into enforcement.payment values (${id}, ${id}, 1, now(), 1)`,
}
