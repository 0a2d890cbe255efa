-- Which version a bank chose, what its people approved of it, and the tighter bounds that it set.
-- Without a version: the newest that is installed. Without an approval: nothing was approved yet.
ALTER TABLE plugin_installation
    ADD COLUMN version text,
    ADD COLUMN approved jsonb,
    ADD COLUMN bounds jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN revision bigint NOT NULL DEFAULT 0;
