-- Texts are counted as people count. A letter from a later plane takes two places in some databases.
alter table case_contact alter column name set data type varchar(200);
alter table case_contact alter column reach set data type varchar(400);
alter table case_clearance alter column cleared_by set data type varchar(200);
alter table case_clearance alter column limits set data type varchar(4000);
alter table case_step alter column account_name set data type varchar(200);
alter table case_step alter column words set data type varchar(8000);
alter table worklist_item alter column client set data type varchar(200);
alter table note_amendment alter column reason set data type varchar(400);
alter table staff_account alter column name set data type varchar(200);
alter table staff_account alter column sign_in_name set data type varchar(200);
alter table spring_session alter column principal_name set data type varchar(200);
