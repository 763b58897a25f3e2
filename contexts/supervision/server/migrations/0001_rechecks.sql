-- Draws of closed hazards, their rechecks, doubts.
select 1;
