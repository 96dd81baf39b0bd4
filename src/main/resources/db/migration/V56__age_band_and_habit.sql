-- With the consent: 16 or over, or under 16, and when a parent or guardian agreed. Unknown of what was begun before.
alter table intake_draft add column age_band varchar(20);
alter table intake_draft add column guardian_at timestamp(6) with time zone;
alter table care_case add column age_band varchar(20);
alter table care_case add column guardian_at timestamp(6) with time zone;
-- The small habit between the sessions, as it was proposed or as a therapist chose it.
alter table care_plan add column habit varchar(60);
