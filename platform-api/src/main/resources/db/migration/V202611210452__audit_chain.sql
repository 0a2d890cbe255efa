CREATE TABLE audit_event (
    tenant_id uuid NOT NULL REFERENCES tenant,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (tenant_id, number)
);
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON audit_event
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
-- Append only: the application can neither change nor remove what is recorded.
GRANT SELECT, INSERT ON audit_event TO ${app_role};
