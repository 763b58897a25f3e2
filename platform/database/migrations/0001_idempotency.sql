-- A write is done once for one key of one actor; the kept answer serves every retry.
-- Stays on the coordinator: no unit owns it, and it is purged after a week.
create table platform.idempotency (
  actor_key text not null,
  key text not null,
  route text not null,
  request_hash text not null,
  answer text,
  sealed boolean not null default false,
  at timestamptz not null,
  primary key (actor_key, key)
);
create index idempotency_at on platform.idempotency (at);
grant select, insert, update, delete on platform.idempotency to anlan_app;
