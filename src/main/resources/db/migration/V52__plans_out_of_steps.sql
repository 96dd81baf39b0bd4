-- V51 has turned every plan inside a step into a row.
alter table case_step drop column plan_text;
