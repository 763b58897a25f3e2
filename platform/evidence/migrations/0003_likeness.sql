-- How a photo looks, so that the same one is found again though its bytes are others. Goes with its content.
create table evidence.likeness (
  content_hash text primary key references evidence.content (hash) on delete cascade,
  -- 32 by 32 in grey; by it two pictures are compared.
  look bytea not null check (octet_length(look) = 1024),
  made_at timestamptz not null
);

-- The whole (part 0) and parts of it as they would look cut out. `bands` are the four times sixteen bits of `coarse`, each
-- with its place in the upper bits, so that one index finds what has a band in common.
create table evidence.fingerprint (
  content_hash text not null references evidence.content (hash) on delete cascade,
  part smallint not null,
  coarse bit(64) not null,
  fine bit(64) not null,
  bands integer[] not null,
  primary key (content_hash, part)
);
create index fingerprint_bands on evidence.fingerprint using gin (bands);
create index fingerprint_whole on evidence.fingerprint using gin (bands) where part = 0;

create index item_attached on evidence.item (attached_at, id) where kind = 'photo' and attached_at is not null;

alter table evidence.likeness enable row level security;
alter table evidence.fingerprint enable row level security;
-- Reached only by a hash that an item in scope has given.
create policy inside on evidence.likeness using (current_setting('anlan.hi', true) <> '');
create policy inside on evidence.fingerprint using (current_setting('anlan.hi', true) <> '');
grant select, insert, delete on evidence.likeness, evidence.fingerprint to anlan_app;
