-- What a person decided about a conversation that would make a question and its answer.
CREATE TABLE conversation_suggestion (
    tenant_id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('TAKEN', 'DISMISSED')),
    slug text,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, conversation_id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
ALTER TABLE conversation_suggestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation_suggestion FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON conversation_suggestion
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON conversation_suggestion TO ${app_role};
