-- Every table is found by its own first key (upload, content or item), so each can be distributed by it.

-- An upload in the making. It stays a while after its end, so that a retry hears the same answer.
create table evidence.upload (
  id uuid primary key,
  -- Null where the product itself makes the file.
  person_id uuid,
  recorded_region text collate "C" not null,
  organisation_id uuid,
  name text not null,
  size_bytes bigint not null check (size_bytes > 0),
  -- Only what a chunk has written and synced counts.
  received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
  -- What the device says, not what is known.
  taken_at timestamptz,
  content_hash text,
  evidence_id uuid,
  refusal jsonb,
  made_at timestamptz not null,
  expires_at timestamptz not null
);
create index upload_person on evidence.upload (person_id, made_at);
create index upload_expiry on evidence.upload (expires_at);
create index upload_content on evidence.upload (content_hash) where evidence_id is null;

create table evidence.chunk (
  upload_id uuid not null references evidence.upload (id) on delete cascade,
  first_byte bigint not null,
  size_bytes bigint not null check (size_bytes > 0),
  staged_as text not null,
  primary key (upload_id, first_byte)
);

-- What was kept once, however many items refer to it. Nothing here tells whose it is.
create table evidence.content (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null,
  kind text not null check (kind in ('photo', 'paper', 'audio', 'video')),
  media_type text not null,
  width_px integer,
  height_px integer,
  -- Ranges of bytes that tell place and device, blanked in what is served by default; null where they cannot be
  -- found, and then only the original is served.
  blanks jsonb,
  stored_in text not null,
  -- Since when nothing refers to it. Null while something does, or is about to.
  released_at timestamptz
);
create index content_released on evidence.content (released_at) where released_at is not null;

create table evidence.copy (
  content_hash text not null references evidence.content (hash) on delete cascade,
  size text not null check (size in ('full', '1280', '320')),
  hash text not null,
  media_type text not null,
  size_bytes bigint not null,
  width_px integer not null,
  height_px integer not null,
  made_at timestamptz not null,
  primary key (content_hash, size)
);

-- One piece of evidence: whose record it belongs to, who brought it, what it claims.
create table evidence.item (
  id uuid primary key,
  content_hash text not null,
  kind text not null check (kind in ('photo', 'paper', 'audio', 'video')),
  media_type text not null,
  size_bytes bigint not null,
  -- Taken away with the file when its time is over; the row stays and says so.
  name text,
  record_kind text,
  record_id text,
  -- Where the record counts now; null until the item is attached to one.
  region_code text collate "C",
  -- Where it was brought, and from the attaching on where the record was made, for ever.
  recorded_region text collate "C" not null,
  organisation_id uuid,
  -- Null: every role that may read evidence.
  read_roles text[],
  taken_at timestamptz,
  received_at timestamptz not null,
  uploaded_by uuid,
  exif_state text not null check (exif_state in ('read', 'absent', 'unreadable')),
  exif_lng double precision,
  exif_lat double precision,
  exif_accuracy_metres double precision,
  -- EXIF gives a time of day without a zone; the instant is known only where it also gives one.
  exif_taken_local text,
  exif_taken_at timestamptz,
  attached_at timestamptz,
  retention_rule text,
  -- Null for an attached item: kept for ever.
  keep_until timestamptz,
  deleted_at timestamptz,
  check ((region_code is null) = (record_id is null) and (record_kind is null) = (record_id is null)),
  check ((exif_lng is null) = (exif_lat is null))
);
create index item_record on evidence.item (record_kind, record_id, received_at);
create index item_content on evidence.item (content_hash) where deleted_at is null;
create index item_due on evidence.item (keep_until) where deleted_at is null and keep_until is not null;
create index item_unattached on evidence.item (uploaded_by, received_at) where region_code is null;

alter table evidence.upload enable row level security;
alter table evidence.chunk enable row level security;
alter table evidence.content enable row level security;
alter table evidence.copy enable row level security;
alter table evidence.item enable row level security;

-- A setting that was never made is null or empty, and then nothing is seen: default deny.
-- The product itself is nobody in person and sees the whole range.
create policy own on evidence.upload using (
  person_id = nullif(current_setting('anlan.person_id', true), '')::uuid
  or (current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':' and current_setting('anlan.person_id', true) = '')
);
create policy own on evidence.chunk using (exists (select from evidence.upload where upload.id = chunk.upload_id));

-- Reached only by a hash that an item or an upload in scope has given.
create policy inside on evidence.content using (current_setting('anlan.hi', true) <> '');
create policy inside on evidence.copy using (current_setting('anlan.hi', true) <> '');

create policy scope on evidence.item using (
  (
    region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
    and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
  )
  or (
    region_code is null
    and (
      uploaded_by = nullif(current_setting('anlan.person_id', true), '')::uuid
      or (current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':' and current_setting('anlan.person_id', true) = '')
    )
  )
);
-- What belongs to a record is never taken out of the table, and never loses its file before its time.
create policy unattached_only on evidence.item as restrictive for delete using (region_code is null);
create policy never_early on evidence.item as restrictive for update using (true)
  with check (deleted_at is null or keep_until <= deleted_at);

grant select, insert, update, delete on evidence.upload, evidence.content, evidence.item to anlan_app;
grant select, insert, delete on evidence.chunk, evidence.copy to anlan_app;
