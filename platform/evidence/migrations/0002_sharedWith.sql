-- People who have a part in a record that lies beyond their scope, such as a contractor's man who is to put a hazard right:
-- they bring evidence to it and see what it has.
alter table evidence.item add column shared_with uuid[] not null default '{}';

alter policy scope on evidence.item using (
  (
    region_code >= current_setting('anlan.lo', true) and region_code < current_setting('anlan.hi', true)
    and (current_setting('anlan.organisation_id', true) = '' or organisation_id = nullif(current_setting('anlan.organisation_id', true), '')::uuid)
  )
  or nullif(current_setting('anlan.person_id', true), '')::uuid = any(shared_with)
  or (
    region_code is null
    and (
      uploaded_by = nullif(current_setting('anlan.person_id', true), '')::uuid
      or (current_setting('anlan.lo', true) = '' and current_setting('anlan.hi', true) = ':' and current_setting('anlan.person_id', true) = '')
    )
  )
);
