-- What a person exports: the list with its filters, how far it has come, and the file with its checksums.
create table ledgers.export (
  id uuid primary key,
  person_id uuid not null,
  post_id uuid not null,
  session_id uuid not null,
  organisation_id uuid not null,
  recorded_region text collate "C" not null,
  -- The scope under which the rows are read; whoever takes the file must have it still.
  scope_lo text collate "C" not null,
  scope_hi text collate "C" not null,
  scope_organisation_id uuid,
  list text not null,
  query jsonb not null,
  format text not null check (format in ('xlsx', 'csv')),
  encoding text check (encoding in ('utf-8', 'gb18030')),
  language text not null check (language in ('zh', 'en')),
  state text not null check (state in ('waiting', 'reading', 'joining', 'ready', 'stopped', 'cancelled', 'expired')),
  rows_expected bigint not null,
  rows_done bigint not null default 0,
  parts integer not null default 0,
  -- The key of the next page; null before the first.
  next_after text,
  begun_at timestamptz not null,
  ended_at timestamptz,
  expires_at timestamptz,
  file_name text not null,
  size_bytes bigint,
  sha256 text,
  sm3 text,
  problem jsonb,
  check ((encoding is null) = (format = 'xlsx')),
  check (state not in ('ready', 'expired') or (size_bytes is not null and sha256 is not null and sm3 is not null and expires_at is not null)),
  check ((state = 'stopped') = (problem is not null)),
  check ((ended_at is null) = (state in ('waiting', 'reading', 'joining')))
);
create index export_own on ledgers.export (person_id, post_id, begun_at desc, id desc);
create index export_expiring on ledgers.export (expires_at) where state = 'ready';
create index export_ended on ledgers.export (ended_at) where state <> 'ready';

-- What was written so far: one file each. They go when the parts are joined.
create table ledgers.export_part (
  export_id uuid not null references ledgers.export (id),
  part integer not null,
  rows integer not null,
  kept_as text not null,
  primary key (export_id, part)
);

-- Each is seen by its maker alone, and by the product, which writes it.
alter table ledgers.export enable row level security;
create policy own on ledgers.export using (
  person_id = nullif(current_setting('anlan.person_id', true), '')::uuid
  or (current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':'
    and current_setting('anlan.organisation_id', true) = '' and current_setting('anlan.person_id', true) = '')
);
alter table ledgers.export_part enable row level security;
create policy own on ledgers.export_part using (exists (select from ledgers.export where export.id = export_part.export_id));
grant select, insert, update, delete on ledgers.export to anlan_app;
grant select, insert, delete on ledgers.export_part to anlan_app;
