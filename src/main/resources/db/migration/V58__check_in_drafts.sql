-- A check-in on its way: when it is made, and the things that matter as far as they are named.
alter table intake_draft add column moment varchar(20);
alter table intake_draft add column activities varchar(2000);
