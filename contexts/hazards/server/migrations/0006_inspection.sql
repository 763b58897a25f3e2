-- What supervision reads of visits and hazards.
select 1;
