-- Where whoever removes references of conversations long over has got to. The lease is held while a piece is looked through.
CREATE TABLE bank_reference_sweep (
    tenant_id uuid PRIMARY KEY REFERENCES tenant,
    after_conversation uuid,
    next_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    lease_until timestamptz
);
ALTER TABLE bank_reference_sweep ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_reference_sweep FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_reference_sweep
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON bank_reference_sweep TO ${app_role};
GRANT DELETE ON bank_reference TO ${app_role};
CREATE INDEX bank_intent_conversation ON bank_intent (tenant_id, conversation_id);
