-- How people show who they are. Of passwords, codes, links and sessions only hashes stand here; the
-- key of an authenticator app has to be readable to compute its codes.

create table password (
    account text not null primary key references account (id),
    hash text not null,
    changed text not null
);

-- confirmed is 0 until the first code was typed; step is the last time step a code was taken for.
create table authenticator (
    account text not null primary key references account (id),
    secret text not null,
    confirmed integer not null,
    step integer not null
);

create table recovery_code (
    account text not null references account (id),
    hash text not null,
    used text,
    primary key (account, hash)
);

-- By the hash of what was typed as a name, whether there is such an account or not.
create table attempt (
    name_hash text not null primary key,
    failures integer not null,
    last text not null,
    free text not null
);

create table session (
    number integer primary key,
    hash text not null unique,
    account text not null references account (id),
    begun text not null,
    seen text not null,
    confirmed text not null,
    factor integer not null,
    agent text not null
);

create index session_account on session (account);

-- A link to set a password with, once: for an account, or for the first administrator where null.
create table link (
    hash text not null primary key,
    account text references account (id),
    until text not null,
    used text
);
