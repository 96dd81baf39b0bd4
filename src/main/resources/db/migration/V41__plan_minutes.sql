-- A plan keeps the length its sessions were proposed with, whatever later rules say.
alter table care_plan add column minutes integer default 60 not null;
