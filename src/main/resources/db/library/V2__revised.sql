-- The day a record was last revised at its source, so that an older file never takes the place of a newer one.
alter table source add column revised text;
