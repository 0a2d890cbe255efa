-- What results call the bank's objects outside of the room: for one conversation and one customer only.
CREATE TABLE bank_reference (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id text NOT NULL,
    conversation_id uuid NOT NULL,
    customer_ref text NOT NULL,
    kind text NOT NULL,
    bank_id text NOT NULL,
    labels jsonb NOT NULL DEFAULT '{}',
    facts jsonb NOT NULL DEFAULT '{}',
    issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, conversation_id, customer_ref, kind, bank_id)
);
ALTER TABLE bank_reference ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_reference FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_reference
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON bank_reference TO ${app_role};
