-- Where a bank is stricter than the catalogue: these hold besides the catalogue's own, so they can only tighten.
CREATE TABLE bank_bounds (
    tenant_id uuid NOT NULL REFERENCES tenant,
    operation text NOT NULL,
    bounds jsonb NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_by text NOT NULL,
    PRIMARY KEY (tenant_id, operation)
);
ALTER TABLE bank_bounds ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_bounds FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_bounds
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON bank_bounds TO ${app_role};
