/** Asks the database as its owner. */
export type Query = <Row>(text: string) => Promise<readonly Row[]>

// The queue's own schema is its package's business, and `public` is nobody's.
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker') and n.nspname not like 'pg\\_%'`

const tables = `select c.oid, n.nspname, c.oid::regclass::text as name, c.relrowsecurity, c.relowner, c.relacl
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours}`

/** What belongs to a unit or a plant lies where its unit does: the column that says so, of tables that have one. */
const unitTables = `select t.oid, t.name, min(a.attname) filter (where a.attname in ('unit_id', 'plant_id')) as key
  from (${tables}) t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 group by t.oid, t.name
  having bool_or(a.attname in ('unit_id', 'plant_id'))`

const columnsAt = (numbers: string, of: string): string =>
  `array(select a.attname::text from unnest(${numbers}::int[]) with ordinality k (number, place) join pg_attribute a on a.attrelid = ${of} and a.attnum = k.number order by k.place)`

/** Each rule as a question for what breaks it; one row a fault, told in `fault`. */
const questions: readonly string[] = [
  // Ranges of codes are compared byte by byte, and an index serves them only then.
  `select format('%s.%s is no text with COLLATE "C"', t.name, a.attname) as fault
   from (${tables}) t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and a.attname ~ '(^|_)region(_code)?$'
   left join pg_collation co on co.oid = a.attcollation
   where a.atttypid <> 'boolean'::regtype and (a.atttypid <> 'text'::regtype or co.collname <> 'C')`,

  `select format('%s has a region_code and no row-level security', t.name) as fault
   from (${tables}) t join pg_attribute a on a.attrelid = t.oid and a.attname = 'region_code' where not t.relrowsecurity`,

  // Citus runs none on distributed tables, and nobody reads what they do.
  `select format('%s has the trigger %s', t.name, g.tgname) as fault from (${tables}) t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal`,

  `select format('%s has no primary key that begins with %s', u.name, u.key) as fault
   from (${unitTables}) u left join pg_index i on i.indrelid = u.oid and i.indisprimary
   where i.indexrelid is null or (${columnsAt('i.indkey', 'u.oid')})[1] <> u.key`,

  `select format('%s is unique without %s', i.indexrelid::regclass, u.key) as fault
   from (${unitTables}) u join pg_index i on i.indrelid = u.oid and i.indisunique and not i.indisprimary
   where not u.key = any(${columnsAt('i.indkey', 'u.oid')})`,

  // A room points to another room's record by its id alone; who takes a room out takes nothing else with it.
  `select format('%s points into another room by %s', f.conrelid::regclass, f.conname) as fault
   from pg_constraint f join (${tables}) t on t.oid = f.conrelid join pg_class c on c.oid = f.confrelid
   where f.contype = 'f' and c.relnamespace <> (select relnamespace from pg_class where oid = f.conrelid)`,

  `select format('%s leaves its %s by %s', u.name, u.key, f.conname) as fault
   from pg_constraint f join (${unitTables}) u on u.oid = f.conrelid join (${unitTables}) at on at.oid = f.confrelid
   where f.contype = 'f' and array_position(${columnsAt('f.conkey', 'f.conrelid')}, u.key) is distinct from array_position(${columnsAt('f.confkey', 'f.confrelid')}, at.key)
     or f.contype = 'f' and not u.key = any(${columnsAt('f.conkey', 'f.conrelid')})`,

  `select format('%s, which is on every node, points to %s by %s', t.name, u.name, f.conname) as fault
   from pg_constraint f join (${unitTables}) u on u.oid = f.confrelid join (${tables}) t on t.oid = f.conrelid
   where f.contype = 'f' and not exists (select from (${unitTables}) own where own.oid = f.conrelid)`,

  `select format('%s belongs to anlan_app', o.name) as fault from (
     select relowner as owner, oid::regclass::text as name from pg_class
     union all select proowner, oid::regprocedure::text from pg_proc
     union all select nspowner, nspname from pg_namespace
   ) o where o.owner = 'anlan_app'::regrole`,

  `select format('%s is open to everybody', t.name) as fault from (${tables}) t, aclexplode(t.relacl) g where g.grantee = 0`,

  // With the owner's rights a function does what its writer meant, and only that, if nobody else's names come first.
  `select format('%s works with the rights of its owner, and %s', p.oid::regprocedure,
     case when g.grantee is null then 'takes whatever names it finds first' else 'everybody may call it' end) as fault
   from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   left join lateral (select grantee from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0 limit 1) g on true
   where ${ours} and p.prosecdef and (g.grantee is not null or not exists (select from unnest(p.proconfig) s where s like 'search_path=%'))`,

  `select format('anlan_app may %s %s', lower(deed), t.name) as fault
   from (${tables}) t, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) deed
   where t.nspname = 'audit' and (has_table_privilege('anlan_app', t.oid, deed) or deed = 'UPDATE' and has_any_column_privilege('anlan_app', t.oid, deed))`,
]

/** What the tables of the house do against its rules, each fault in a sentence. */
export const schemaFaults = async (query: Query): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const question of questions) for (const { fault } of await query<{ fault: string }>(question)) faults.push(fault)
  return faults
}

/** The tables that the rooms may read without row-level security. */
export const openTables = async (query: Query): Promise<readonly string[]> =>
  (
    await query<{ name: string }>(
      `select t.name from (${tables}) t where not t.relrowsecurity and (has_table_privilege('anlan_app', t.oid, 'SELECT') or has_any_column_privilege('anlan_app', t.oid, 'SELECT')) order by 1`,
    )
  ).map(({ name }) => name)

/** The tables under row-level security. */
export const guardedTables = async (query: Query): Promise<readonly string[]> =>
  (await query<{ name: string }>(`select t.name from (${tables}) t where t.relrowsecurity order by 1`)).map(({ name }) => name)
