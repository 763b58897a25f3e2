const id = `'00000000-0000-4000-8000-000000000001'`

/** A row for each guarded table of imports. */
export const importRows: Readonly<Record<string, string>> = {
  'ledgers.import': `insert into ledgers.import (id, person_id, post_id, session_id, organisation_id, recorded_region, region_code, size_bytes, state, made_at, changed_at, keep_until)
    values (${id}, ${id}, ${id}, ${id}, ${id}, '330114', '330114', 1, 'waiting', now(), now(), now())`,
  'ledgers.import_row': `insert into ledgers.import_row values (${id}, 'take', 0, 1, 'refused', '[]')`,
  'ledgers.remembered_head': `insert into ledgers.remembered_head values (${id}, 'a', 'unit', '{}', ${id}, now())`,
}
