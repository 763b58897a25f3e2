-- One deed a row, in the order of its chain: the chain of the organisation, or of the county where there is none.
-- The hash covers every other column, so that none can be changed unseen; previous_hash ties the row to the one before.
create table audit.entry (
  chain text collate "C" not null,
  seq bigint not null check (seq > 0),
  -- Which columns the hash covers, and how they are written for it.
  version smallint not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'anonymous', 'system')),
  person_id text,
  post_id text,
  actor_name text,
  action text not null,
  record_kind text not null,
  record_id text not null,
  -- The region as it was called then, for ever.
  region_code text collate "C" not null,
  organisation_id text,
  -- JSON as text, character by character what was hashed.
  before text,
  after text,
  -- Whose personal values are sealed here, under the key of that person.
  subject_id text,
  sealed_before text,
  sealed_after text,
  purpose text,
  result text not null check (result in ('done', 'refused')),
  refusal_code text,
  request_id text,
  address text,
  device text,
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (chain, seq)
);
-- An auditor reads newest first: a wide scope by time alone, a narrow one by its region or organisation.
create index entry_time on audit.entry (at, chain, seq);
create index entry_region on audit.entry (region_code, at);
create index entry_organisation on audit.entry (organisation_id, at) where organisation_id is not null;
create index entry_record on audit.entry (record_kind, record_id, at);
create index entry_person on audit.entry (person_id, at) where person_id is not null;
create index entry_action on audit.entry (action, at);
-- Few and looked for often.
create index entry_refused on audit.entry (at, chain, seq) where result = 'refused';

-- Where each chain ends. Locked by whoever appends, chain by chain, for the last moments of the transaction.
create table audit.chain_head (
  chain text collate "C" primary key,
  seq bigint not null,
  hash bytea not null
) with (fillfactor = 50);

-- Where each chain begins, once its oldest rows were purged: the last of them.
create table audit.anchor (
  chain text collate "C" primary key,
  seq bigint not null,
  hash bytea not null
);

-- Ties the chains to each other: who cuts the end off a chain, or takes a whole one away, must also change
-- every checkpoint since, and lacks the key for their codes.
create table audit.checkpoint (
  number bigint primary key check (number > 0),
  version smallint not null,
  at timestamptz not null,
  -- The last checkpoint that was purged when this one was made; 0 while all are there.
  anchor bigint not null,
  heads bigint not null,
  heads_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  -- HMAC-SM3 of the hash under a key that the database does not hold.
  code text not null
);

-- The chains that moved since the checkpoint before.
create table audit.checkpoint_head (
  number bigint not null,
  chain text collate "C" not null,
  seq bigint not null,
  hash bytea not null,
  anchor_seq bigint not null,
  anchor_hash bytea not null,
  primary key (number, chain)
);
create index checkpoint_head_chain on audit.checkpoint_head (chain, number);

-- When the chains were last read through, and what was found.
create table audit.verification (
  started_at timestamptz primary key,
  finished_at timestamptz,
  rows bigint,
  chains bigint,
  checkpoints bigint,
  seconds double precision,
  broken_at json
);

alter table audit.entry enable row level security;
-- A setting that was never made is null or empty, and then nothing lies in the range: default deny.
create policy scope on audit.entry using (
  region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
  and (current_setting('anlan.organisation_id', true) = '' or organisation_id = current_setting('anlan.organisation_id', true))
);

-- The application reads, and appends by the two functions below. It can neither change nor delete a row, nor move a
-- head anywhere but forward.
grant select on audit.entry, audit.verification to anlan_app;

-- Locks the heads of these chains until the transaction ends, and makes those that are missing. Everybody locks in the
-- order of the names, so that nobody waits in a circle.
create function audit.lock_chains(chains text[]) returns table (chain text, seq bigint, hash text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  wanted text;
  head audit.chain_head;
begin
  for wanted in select distinct c collate "C" from unnest(chains) c order by 1 loop
    select * into head from audit.chain_head h where h.chain = wanted for update;
    if not found then
      insert into audit.chain_head values (wanted, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
      select * into strict head from audit.chain_head h where h.chain = wanted for update;
    end if;
    return query select head.chain, head.seq, encode(head.hash, 'hex');
  end loop;
end $$;

-- Appends rows, grouped by chain and in order, and moves the heads on. Every row must join on to the one before.
-- The rows are read from JSON once and kept: reading them twice takes 12 µs a row more (23 against 35).
create function audit.append(entries json) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  lines audit.entry[];
  line audit.entry;
  head audit.chain_head;
begin
  select array_agg(e) into lines from json_populate_recordset(null::audit.entry, entries) e;
  foreach line in array lines loop
    if head.chain is distinct from line.chain then
      update audit.chain_head h set seq = head.seq, hash = head.hash where h.chain = head.chain;
      select * into strict head from audit.chain_head h where h.chain = line.chain for update;
    end if;
    if line.seq <> head.seq + 1 or line.previous_hash <> head.hash then
      raise exception 'entry % does not join on to its chain', line.seq;
    end if;
    head.seq := line.seq;
    head.hash := line.hash;
  end loop;
  update audit.chain_head h set seq = head.seq, hash = head.hash where h.chain = head.chain;
  insert into audit.entry select e.* from unnest(lines) e;
end $$;

revoke all on function audit.lock_chains(text[]), audit.append(json) from public;
grant execute on function audit.lock_chains(text[]), audit.append(json) to anlan_app;
