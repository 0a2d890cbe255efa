-- What a colleague must agree to, as it was shown to the customer.
CREATE TABLE bank_approval (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    call_id text NOT NULL,
    reason text NOT NULL,
    card jsonb NOT NULL,
    asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    asked_by uuid,
    expires_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'AGREED', 'DECLINED', 'EXPIRED')),
    decided_at timestamptz,
    decided_by uuid,
    decided_name text,
    decided_reason text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, call_id),
    FOREIGN KEY (tenant_id, call_id) REFERENCES bank_intent (tenant_id, call_id)
);
CREATE INDEX bank_approval_open ON bank_approval (tenant_id, expires_at) WHERE state = 'OPEN';
ALTER TABLE bank_approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_approval FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_approval
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON bank_approval TO ${app_role};
