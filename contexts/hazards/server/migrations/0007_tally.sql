-- What supervision counts.
select 1;
