-- The library's tables. Written so that SQLite and PostgreSQL both take it: lists and typed fields
-- are JSON in text, dates are ISO 8601 in text, truth values are 0 and 1.

-- A state of the library; each committed batch of an import that changed something is the next one.
create table snapshot (
    number integer primary key,
    day text not null,
    sources integer not null,
    passages integer not null
);

-- One bibliographic record in one form, as its current version states it.
create table source (
    number integer primary key,
    id text not null,
    form text not null,
    work text not null,
    title text not null,
    authors text not null,
    issuer text,
    venue text,
    year integer,
    pmid text,
    doi text,
    pmcid text,
    url text,
    licence text,
    language text not null,
    types text not null,
    mesh text not null,
    issuer_grade text,
    newer_edition text,
    published text,
    text_kind text not null,
    link_only integer not null,
    truncations text not null,
    standing text not null,
    standing_note text,
    version integer,
    fingerprint text not null,
    unique (id, form)
);
create index source_work on source (work);

-- One state of a source's text, kept for ever; ended is null while it is current.
create table version (
    number integer primary key,
    id text not null,
    hash text not null,
    source integer not null references source (number),
    text text not null,
    changed integer not null,
    ended integer,
    most_passages integer not null,
    unique (id, hash)
);
create index version_changed on version (changed);
create index version_ended on version (ended);

-- What a version is, described once when it is stored.
create table study (
    version integer primary key references version (number),
    design text not null,
    design_certain integer not null,
    design_reason text not null,
    population text not null,
    people integer,
    rules text not null
);

-- Where each passage stands in its version's text, in UTF-16 units.
create table passage (
    version integer not null references version (number),
    ordinal integer not null,
    start_at integer not null,
    end_at integer not null,
    role text not null,
    headings text not null,
    claim text,
    primary key (version, ordinal)
);

-- Names under which a source is the same publication as another: ids, and title with year and author.
create table membership (
    name text not null,
    source integer not null references source (number),
    primary key (name, source)
);
create index membership_source on membership (source);

-- Later words about publications. Bearer is the source whose record said so, 0 for a map of retractions.
create table notice (
    affected text not null,
    kind text not null,
    bearer integer not null,
    other text not null,
    note text,
    day text,
    primary key (affected, kind, bearer, other)
);
create index notice_bearer on notice (bearer);

-- How works stood, appended whenever it changed.
create table standing_change (
    work text not null,
    snapshot integer not null,
    standing text not null,
    note text,
    primary key (work, snapshot)
);

-- What the fields of a source were before they changed.
create table earlier_fields (
    source integer not null references source (number),
    snapshot integer not null,
    fields text not null,
    primary key (source, snapshot)
);

-- Records that could not be used, each once.
create table skipped (
    place text not null,
    reason text not null,
    primary key (place, reason)
);

-- Packs of sources that came with the program, by the fingerprint of their files.
create table pack (
    name text primary key,
    fingerprint text not null
);
