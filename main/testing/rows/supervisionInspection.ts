const id = `'00000000-0000-4000-8000-000000000001'`
const placed = `'330114', '330114'`

/** A row for each guarded table of draws, rechecks and doubts, for the proof of default deny. */
export const supervisionInspectionRows: Readonly<Record<string, string>> = {
  'supervision.doubt': `insert into supervision.doubt (recorded_region, region_code, unit_id, id, key, kind, state, unit_name, record_kind, record_id, evidence, people, raised_at) values (${placed}, ${id}, ${id}, 'a', 'far', 'raised', 'a', 'visit', 'a', '{}', '{}', now())`,
  'supervision.draw': `insert into supervision.draw (recorded_region, region_code, id, organisation_id, tier_digits, name, asked, frame_size, frame_sm3, head, seed, drawn, made_by, post_id, made_at, done_at) values (${placed}, ${id}, ${id}, 6, 'a', '{}', 1, 'a', '{}', 'a', 1, ${id}, ${id}, now(), now())`,
  'supervision.draw_frame': `insert into supervision.draw_frame values (${id}, 'a')`,
  'supervision.progress': `insert into supervision.progress values ('planted', now())`,
  'supervision.recheck': `insert into supervision.recheck (recorded_region, region_code, unit_id, id, hazard_id, tier_digits, made_region, stratum, state, closure, number, description, unit_name, industry_code, level, closed_at, closer_id, closer_organisation_id, hidden_from, drawn_at, due_at, outcome) values (${placed}, ${id}, ${id}, ${id}, 6, '330114', '-', 'settled', '{}', 'a', 'a', 'a', 'C26', 'general', now(), ${id}, ${id}, '{}', now(), now(), 'true')`,
  'supervision.sentence_use': `insert into supervision.sentence_use values ('a', ${id})`,
  'supervision.written': `insert into supervision.written values (${id}, 'a', ${placed}, ${id}, ${id}, now(), 'a', '{1}')`,
}
