-- Calls of plugins in slots of 5 or 60 minutes; times is a mergeable histogram of microseconds.
CREATE TABLE plugin_usage (
    tenant_id uuid NOT NULL REFERENCES tenant,
    plugin_id text NOT NULL,
    operation text NOT NULL,
    minutes int NOT NULL CHECK (minutes IN (5, 60)),
    begins_at timestamptz NOT NULL,
    calls bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0,
    held bigint NOT NULL DEFAULT 0,
    times bytea NOT NULL,
    PRIMARY KEY (tenant_id, plugin_id, minutes, begins_at, operation)
);
ALTER TABLE plugin_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE plugin_usage FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON plugin_usage
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON plugin_usage TO ${app_role};
