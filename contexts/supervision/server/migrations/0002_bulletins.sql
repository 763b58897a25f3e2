-- Bulletins as they were issued. A row is written once: a correction is a row of its own, with the next edition.
create table supervision.bulletin (
  id uuid primary key,
  recorded_region text collate "C" not null,
  region_code text collate "C" not null,
  year integer not null,
  -- Its place among the bulletins of the region and the year.
  ordinal integer not null,
  edition integer not null,
  -- The edition before, and why this one was made.
  corrects uuid,
  reason text,
  kind text not null check (kind in ('week', 'month', 'yearToDate', 'own')),
  from_on date not null,
  to_on date not null,
  campaign_id uuid,
  as_of timestamptz not null,
  -- What was counted, and both texts written from it.
  facts jsonb not null,
  texts jsonb not null,
  -- SM3 of all that is above.
  sm3 text not null,
  person_id uuid not null,
  post_id uuid not null,
  organisation_id uuid not null,
  check ((corrects is null) = (edition = 1) and (corrects is null) = (reason is null))
);
create unique index bulletin_edition on supervision.bulletin (recorded_region, year, ordinal, edition);
create index bulletin_region on supervision.bulletin (region_code, as_of desc, id desc);

-- How many were issued: by region and year.
create table supervision.bulletin_series (
  region_code text collate "C" not null,
  year integer not null,
  given integer not null,
  primary key (region_code, year)
);

do $$
declare name text;
begin
  foreach name in array array['bulletin', 'bulletin_series'] loop
    execute format('alter table supervision.%I enable row level security', name);
    -- Figures of a region are for who sees the whole of it.
    execute format($policy$create policy scope on supervision.%I using (
      region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
      and current_setting('anlan.organisation_id', true) = ''
    )$policy$, name);
  end loop;
end $$;
grant select, insert on supervision.bulletin to anlan_app;
grant select, insert, update on supervision.bulletin_series to anlan_app;
