-- How much of the tries to sign in is used up, for all instances alike: when the last of them is given back, in
-- milliseconds. The name is a hash, and the row goes once nothing is used up.
create table sign_in_tries (
    name    varchar(64) not null primary key,
    full_at bigint      not null
);
