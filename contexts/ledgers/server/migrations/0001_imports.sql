-- A ledger that somebody sent, and how far its rows have come in.
create table ledgers.import (
  id uuid primary key,
  -- Who sent it, in which post and session: its rows are taken in his name.
  person_id uuid not null,
  post_id uuid not null,
  session_id uuid not null,
  organisation_id uuid not null,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  -- Taken away with the file when its time is over; the row stays and says so.
  name text,
  size_bytes bigint not null check (size_bytes > 0),
  -- Only what a chunk has written and synced counts.
  received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
  file_digest text,
  format text,
  encoding text,
  state text not null,
  version integer not null default 1,
  kind text,
  choices jsonb not null default '{}',
  sheets jsonb not null default '[]',
  kinds jsonb not null default '[]',
  -- Which start of the worker counts: an older one that still runs ends at its next batch.
  run integer not null default 0,
  -- The last row that is done: sheets and rows behind it are still to come.
  at_sheet integer not null default 0,
  at_row integer not null default 0,
  total_rows integer,
  checked jsonb,
  took jsonb,
  stop jsonb,
  -- Faults of the program one after another at one place.
  failures integer not null default 0,
  -- Until when a worker is at it, as far as others know.
  lease_until timestamptz,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  keep_until timestamptz not null,
  purged_at timestamptz
);
create index import_region on ledgers.import (region_code, made_at desc, id desc);
create index import_organisation on ledgers.import (organisation_id, made_at desc, id desc);
create index import_person on ledgers.import (person_id, made_at desc, id desc);
create index import_digest on ledgers.import (file_digest, made_at desc) where file_digest is not null;
create index import_due on ledgers.import (keep_until) where purged_at is null;
create index import_lease on ledgers.import (lease_until) where lease_until is not null;

-- Rows of a file that were not taken. What stood in them is read from the file itself and kept nowhere else.
create table ledgers.import_row (
  import_id uuid not null references ledgers.import (id) on delete cascade,
  pass text not null check (pass in ('check', 'take')),
  sheet integer not null,
  row integer not null,
  outcome text not null check (outcome in ('refused', 'skipped')),
  faults jsonb not null,
  primary key (import_id, pass, sheet, row)
);

-- A head as an organisation corrected it, so that the next file is matched without asking.
create table ledgers.remembered_head (
  organisation_id uuid not null,
  -- SM3 of the headings as they are compared.
  signature text not null,
  kind text not null,
  -- Of each place that is read, its key.
  keys jsonb not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, signature)
);

alter table ledgers.import enable row level security;
alter table ledgers.import_row enable row level security;
alter table ledgers.remembered_head enable row level security;

-- A setting that was never made is null or empty, and then nothing is seen: default deny.
create policy scope on ledgers.import using (
  person_id = nullif(current_setting('anlan.person_id', true), '')::uuid
  or (
    region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
    and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
  )
);
create policy scope on ledgers.import_row using (exists (select from ledgers.import where import.id = import_row.import_id));
create policy own on ledgers.remembered_head using (
  organisation_id = nullif(current_setting('anlan.acting_organisation_id', true), '')::uuid
);

grant select, insert, update, delete on ledgers.import, ledgers.import_row, ledgers.remembered_head to anlan_app;
