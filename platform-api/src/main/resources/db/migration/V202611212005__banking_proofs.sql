-- Attempts of each customer to prove who they are, whatever by and in whatever conversation; too many lock all of them.
CREATE TABLE bank_proof (
    tenant_id uuid NOT NULL REFERENCES tenant,
    customer_ref text NOT NULL,
    attempts int NOT NULL,
    first_at timestamptz NOT NULL,
    locked_until timestamptz,
    PRIMARY KEY (tenant_id, customer_ref)
);
ALTER TABLE bank_proof ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_proof FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_proof
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON bank_proof TO ${app_role};
