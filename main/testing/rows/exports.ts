const id = `'00000000-0000-4000-8000-000000000001'`

/** A row for each guarded table of exports. */
export const exportRows: Readonly<Record<string, string>> = {
  'ledgers.export': `insert into ledgers.export (id, person_id, post_id, session_id, organisation_id, recorded_region, scope_lo, scope_hi, list, query, format, language, state, rows_expected, begun_at, file_name)
    values (${id}, ${id}, ${id}, ${id}, ${id}, '330114', '330114', '330115', 'a', '{}', 'xlsx', 'zh', 'waiting', 0, now(), 'a')`,
  'ledgers.export_part': `insert into ledgers.export_part values (${id}, 0, 1, 'a')`,
}
