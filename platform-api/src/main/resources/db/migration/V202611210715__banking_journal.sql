-- What was asked of the bank's systems that changes something: written before the call, completed after it.
CREATE TABLE banking_operation (
    tenant_id uuid NOT NULL REFERENCES tenant,
    call_id text NOT NULL,
    operation text NOT NULL,
    customer_ref text NOT NULL,
    arguments jsonb NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    plugin text,
    outcome text,
    PRIMARY KEY (tenant_id, call_id)
);
ALTER TABLE banking_operation ENABLE ROW LEVEL SECURITY;
ALTER TABLE banking_operation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON banking_operation
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON banking_operation TO ${app_role};

-- Steps that wait for a customer: a code to enter, an action to confirm.
CREATE TABLE workflow_step (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('CODE', 'CONFIRM')),
    task text NOT NULL,
    arguments jsonb NOT NULL DEFAULT '{}',
    challenge_id text,
    state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'DONE', 'DECLINED')),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CREATE INDEX workflow_step_of_conversation ON workflow_step (tenant_id, conversation_id, created_at);
ALTER TABLE workflow_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE workflow_step FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON workflow_step
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON workflow_step TO ${app_role};
