-- Plugins that a bank's calls are held back from. A row stays when it is lifted: what comes back soon waits longer.
CREATE TABLE plugin_quarantine (
    tenant_id uuid NOT NULL REFERENCES tenant,
    plugin_id text NOT NULL,
    since timestamptz NOT NULL,
    reason text NOT NULL,
    probe_at timestamptz NOT NULL,
    pause_millis bigint NOT NULL,
    last_probe text,
    lifted_at timestamptz,
    PRIMARY KEY (tenant_id, plugin_id)
);
ALTER TABLE plugin_quarantine ENABLE ROW LEVEL SECURITY;
ALTER TABLE plugin_quarantine FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON plugin_quarantine
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON plugin_quarantine TO ${app_role};
