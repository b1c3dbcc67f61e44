-- Who somebody is at a provider of identities: known by issuer and subject once a verified address matched.
create table identity (
    issuer text not null,
    subject text not null,
    account text not null references account (id),
    linked text not null,
    primary key (issuer, subject)
);

-- Passkeys. The public key is no secret; `record` is what the checks of the next sign-in need.
create table passkey (
    number integer primary key,
    account text not null references account (id),
    credential text not null unique,
    label text not null,
    record text not null,
    added text not null,
    used text
);

create index passkey_account on passkey (account);
