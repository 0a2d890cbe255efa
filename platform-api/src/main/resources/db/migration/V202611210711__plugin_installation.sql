-- What a bank has switched on, and with which settings. Secrets are sealed by the vault before they come here.
CREATE TABLE plugin_installation (
    tenant_id uuid NOT NULL REFERENCES tenant,
    plugin_id text NOT NULL,
    enabled boolean NOT NULL DEFAULT false,
    settings jsonb NOT NULL DEFAULT '{}',
    sealed jsonb NOT NULL DEFAULT '{}',
    last_error text,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, plugin_id)
);
ALTER TABLE plugin_installation ENABLE ROW LEVEL SECURITY;
ALTER TABLE plugin_installation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON plugin_installation
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON plugin_installation TO ${app_role};
