-- Reference data: the same on every node. A revision stays for ever; the next takes its place.
create table law.limit (
  key text collate "C" not null,
  revision integer not null check (revision > 0),
  standard text not null,
  edition text not null,
  clause text not null,
  in_force_from date not null,
  in_force_to date,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  value jsonb not null check (jsonb_typeof(value) in ('number', 'string', 'boolean')),
  unit text not null,
  tighten text not null check (tighten in ('lower', 'higher', 'never')),
  strictest double precision,
  zh text not null,
  en text not null,
  used_in text[] not null,
  -- When the program began to use the revision, and when it ended.
  used_from timestamptz not null,
  used_to timestamptz,
  primary key (key, revision)
);
create unique index limit_used on law.limit (key) where used_to is null;

-- Who compared which revision with the official text. A new revision has to be compared anew.
create table law.vouched (
  id uuid primary key,
  key text collate "C" not null,
  revision integer not null,
  source text not null,
  person_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  foreign key (key, revision) references law.limit (key, revision)
);
create index vouched_limit on law.vouched (key, revision, at);

-- What an organisation made stricter for itself. A row is written once; only its end is stamped on it, by a release
-- (with its reason) or by the next row.
create table law.tightened (
  organisation_id uuid not null,
  id uuid not null,
  key text collate "C" not null,
  value jsonb not null check (jsonb_typeof(value) in ('number', 'string', 'boolean')),
  reason text not null,
  -- Where the organisation lay then, for ever; and where it counts now, rewritten on succession.
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  person_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  released_by uuid,
  release_reason text,
  primary key (organisation_id, id),
  check ((released_by is null) = (release_reason is null) and (released_by is null or ended_at is not null))
);
-- Asked with every request, by its organisation.
create unique index tightened_in_force on law.tightened (organisation_id, key) where ended_at is null;
create index tightened_scope on law.tightened (region_code, key) where ended_at is null;
create index tightened_history on law.tightened (key, at);

alter table law.limit enable row level security;
alter table law.vouched enable row level security;
alter table law.tightened enable row level security;

-- All read the law; only the product itself, which acts in no post, writes what its rules say.
create policy readable on law.limit for select using (true);
create policy written on law.limit for insert with check (
  current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':'
  and current_setting('anlan.organisation_id', true) = '' and current_setting('anlan.person_id', true) = ''
);
create policy rewritten on law.limit for update using (
  current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':'
  and current_setting('anlan.organisation_id', true) = '' and current_setting('anlan.person_id', true) = ''
);
-- A vouch is seen by all and given in nobody else's name.
create policy readable on law.vouched for select using (true);
create policy given on law.vouched for insert with check (person_id = nullif(current_setting('anlan.person_id', true), '')::uuid);
-- A setting that was never made is null or empty, and then nothing lies in the range: default deny.
create policy scope on law.tightened using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
);

grant select, insert on law.limit to anlan_app;
grant update (used_to, zh, en, used_in) on law.limit to anlan_app;
grant select, insert on law.vouched to anlan_app;
grant select, insert on law.tightened to anlan_app;
grant update (region_code, ended_at, released_by, release_reason) on law.tightened to anlan_app;
