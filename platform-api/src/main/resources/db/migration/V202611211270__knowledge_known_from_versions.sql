-- Both are known from the versions.
ALTER TABLE document DROP COLUMN version, DROP COLUMN format;
