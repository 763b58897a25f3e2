const id = `'00000000-0000-4000-8000-000000000001'`

/** A row for each guarded table of tips, for the proof of default deny. */
export const tipRows: Readonly<Record<string, string>> = {
  'tips.informant': `insert into tips.informant (tip_id, region_code, name_sealed, phone_sealed) values (${id}, '330114', 'a', 'a')`,
  'tips.number_series': `insert into tips.number_series values ('999999', 2026, 1)`,
  'tips.poster': `insert into tips.poster (id, code, kind, title, words_zh, words_en, recorded_region, region_code, made_by, made_at, version) values (${id}, 'a', 'street', 'a', 'a', 'a', '330114', '330114', ${id}, now(), 1)`,
  'tips.sitting_photo': `insert into tips.sitting_photo values (${id}, ${id}, now())`,
  'tips.tip': `insert into tips.tip (id, number, receipt_hash, secret_hash, recorded_region, region_code, topics, words, place, photos, named, insider, received_at, state, version, reward_state, tip)
    values (${id}, 'a', 'a', 'a', '330114', '330114', '{}', 'a', 'a', 0, false, false, now(), 'received', 1, 'none', '{}')`,
  'tips.tip_event': `insert into tips.tip_event (tip_id, version, kind, at, event) values (${id}, 1, 'received', now(), '{}')`,
}
