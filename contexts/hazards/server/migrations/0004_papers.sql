-- The unit as it stood when an order, a listing or a review was made: a paper printed in ten years still says what was
-- served, whatever the register says by then.
create table hazards.paper_unit (
  unit_id uuid not null,
  hazard_id uuid not null,
  version integer not null,
  name text not null,
  uscc text,
  address text,
  responsible_person_id uuid,
  primary key (unit_id, hazard_id, version),
  foreign key (unit_id, hazard_id) references hazards.hazard (unit_id, id)
);
alter table hazards.paper_unit enable row level security;
create policy scope on hazards.paper_unit using (
  exists (select from hazards.hazard where hazard.unit_id = paper_unit.unit_id and hazard.id = paper_unit.hazard_id)
);
grant select, insert on hazards.paper_unit to anlan_app;
