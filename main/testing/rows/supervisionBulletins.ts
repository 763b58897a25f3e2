const id = `'00000000-0000-4000-8000-000000000001'`

/** A row for each guarded table of bulletins. */
export const supervisionBulletinRows: Readonly<Record<string, string>> = {
  'supervision.bulletin': `insert into supervision.bulletin (id, recorded_region, region_code, year, ordinal, edition, kind, from_on, to_on, as_of, facts, texts, sm3, person_id, post_id, organisation_id)
    values (${id}, '330114', '330114', 2026, 1, 1, 'month', '2026-10-01', '2026-10-31', now(), '{}', '{}', 'a', ${id}, ${id}, ${id})`,
  'supervision.bulletin_series': `insert into supervision.bulletin_series values ('330114', 2026, 1)`,
}
