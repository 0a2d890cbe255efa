-- Every change of a bank's bounds, and why. What loosens one waits for a second person.
CREATE TABLE bank_bounds_change (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    operation text NOT NULL,
    bounds jsonb NOT NULL,
    reason text NOT NULL,
    asked_by uuid,
    asked_name text NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    state text NOT NULL CHECK (state IN ('WAITING', 'IN_FORCE', 'REFUSED', 'OVERTAKEN')),
    decided_name text,
    decided_at timestamptz,
    decided_reason text,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX bank_bounds_change_waiting ON bank_bounds_change (tenant_id, operation) WHERE state = 'WAITING';
CREATE INDEX bank_bounds_change_latest ON bank_bounds_change (tenant_id, id DESC);
ALTER TABLE bank_bounds_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_bounds_change FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_bounds_change
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON bank_bounds_change TO ${app_role};
