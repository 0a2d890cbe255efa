-- The last failed calls of each bank's plugins: what kind of failure, where, and which turn; never what was said.
CREATE TABLE plugin_error (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    plugin_id text NOT NULL,
    at timestamptz NOT NULL,
    operation text NOT NULL,
    cause text NOT NULL,
    trace text NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX plugin_error_last ON plugin_error (tenant_id, plugin_id, at DESC);
ALTER TABLE plugin_error ENABLE ROW LEVEL SECURITY;
ALTER TABLE plugin_error FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON plugin_error
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON plugin_error TO ${app_role};
