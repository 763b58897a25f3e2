-- Tells at the start whether the master key in the key folder is the one that sealed what lies here.
create table secrets.master_key (
  check_value text primary key,
  made_at timestamptz not null default now()
);
-- One row at most: there is one master key.
create unique index master_key_one on secrets.master_key ((true));

-- A key for each person, wrapped by the master key. A destroyed one leaves an empty row, so that it can't come back.
-- Stays on the coordinator.
create table secrets.person_key (
  person_id text collate "C" primary key,
  wrapped text,
  made_at timestamptz not null default now(),
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);

-- The application may make a key and destroy it, but never put another in its place.
grant select, insert on secrets.person_key to anlan_app;

create function secrets.destroy_person_key(of_person text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into secrets.person_key as kept (person_id, destroyed_at) values (of_person, now())
  on conflict (person_id) do update
    set wrapped = null, destroyed_at = coalesce(kept.destroyed_at, excluded.destroyed_at)
$$;
revoke all on function secrets.destroy_person_key(text) from public;
grant execute on function secrets.destroy_person_key(text) to anlan_app;
