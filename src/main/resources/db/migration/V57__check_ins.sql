-- A check-in is a round of its case: when and by whom it was made, and where the care stood then.
alter table case_round add column moment varchar(20);
alter table case_round add column given_by varchar(10);
alter table case_round add column course varchar(20000);
alter table case_round add column merged varchar(100000);
-- The phase of a plan that runs, and the number of the first session of its block. Unknown of plans from before there were check-ins.
alter table care_plan add column phase varchar(60);
alter table care_plan add column block_from integer;
-- What of a check-in was ticked as done before a session was kept.
alter table session_mark add column done varchar(2000);
