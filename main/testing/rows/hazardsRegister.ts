const id = `'00000000-0000-4000-8000-000000000001'`
const placed = `'330114', '330114', ${id}`

/** A row for each guarded table of register, criteria, campaigns and visits, for the proof of default deny. */
export const hazardsRegisterRows: Readonly<Record<string, string>> = {
  'hazards.assignment': `insert into hazards.assignment (recorded_region, region_code, organisation_id, unit_id, id, campaign_id, inspector_id, from_at, planned_by, reason) values (${placed}, ${id}, ${id}, ${id}, ${id}, now(), ${id}, 'a')`,
  'hazards.campaign': `insert into hazards.campaign (recorded_region, region_code, organisation_id, id, name, kind, from_on, to_on, goals, goal_percent, checklists, made_at) values (${placed}, ${id}, 'a', 'ordinary', now(), now(), 'a', 100, '{}', now())`,
  'hazards.campaign_hazard': `insert into hazards.campaign_hazard (recorded_region, region_code, organisation_id, unit_id, campaign_id, hazard_id, at) values (${placed}, ${id}, ${id}, ${id}, now())`,
  'hazards.campaign_target': `insert into hazards.campaign_target (recorded_region, region_code, organisation_id, unit_id, campaign_id, at) values (${placed}, ${id}, ${id}, now())`,
  'hazards.checklist': `insert into hazards.checklist (key, edition, content, person_id, post_id, at) values ('planted', '1', '{}', ${id}, ${id}, now())`,
  'hazards.ledger_row': `insert into hazards.ledger_row (recorded_region, region_code, organisation_id, unit_id, key, record_id, import_id, sheet, row, digest, at) values (${placed}, ${id}, 'unit', ${id}, ${id}, 0, 1, 'a', now())`,
  'hazards.reinspection': `insert into hazards.reinspection (recorded_region, region_code, organisation_id, unit_id, visit_id, hazard_id, campaign_id, finding, note) values (${placed}, ${id}, ${id}, ${id}, ${id}, 'gone', '')`,
  'hazards.special_list': `insert into hazards.special_list (recorded_region, region_code, organisation_id, id, name, basis, opened_on, made_at) values (${placed}, ${id}, 'a', 'a', now(), now())`,
  'hazards.special_listing': `insert into hazards.special_listing (recorded_region, region_code, organisation_id, unit_id, id, list_id, reason, from_on) values (${placed}, ${id}, ${id}, ${id}, 'a', now())`,
  'hazards.target_removal': `insert into hazards.target_removal (recorded_region, region_code, organisation_id, unit_id, id, campaign_id, reason, person_id, post_id, at) values (${placed}, ${id}, ${id}, ${id}, 'a', ${id}, ${id}, now())`,
  'hazards.unit': `insert into hazards.unit (recorded_region, region_code, organisation_id, unit_id, kind, name, industry_code, registered_on, made_at) values (${placed}, ${id}, 'enterprise', 'a', '26', now(), now())`,
  'hazards.unit_alias': `insert into hazards.unit_alias (recorded_region, region_code, organisation_id, unit_id, id, into_id, reason, score, reasons, person_id, post_id, at) values (${placed}, ${id}, ${id}, ${id}, 'a', 1, '{}', ${id}, ${id}, now())`,
  'hazards.unit_checked': `insert into hazards.unit_checked (recorded_region, region_code, organisation_id, unit_id, id, at) values (${placed}, ${id}, 'month/2026-11', now())`,
  'hazards.unit_key': `insert into hazards.unit_key (recorded_region, region_code, organisation_id, unit_id, key) values (${placed}, ${id}, 'a')`,
  'hazards.visit': `insert into hazards.visit (recorded_region, region_code, organisation_id, unit_id, id, how, announced, result, on_day, note, claimed_at, received_at, answers, hazard_ids, digest, person_id, post_id, visitor_organisation_id) values (${placed}, ${id}, ${id}, 'selfCheck', false, 'checked', now(), '', now(), now(), '[]', '{}', 'a', ${id}, ${id}, ${id})`,
}
