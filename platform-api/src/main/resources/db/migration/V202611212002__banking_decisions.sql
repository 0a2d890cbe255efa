-- How far every call was let, and by which rule. No arguments, no customer: it can be kept for as long as one likes.
CREATE TABLE bank_decision (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    conversation_id uuid NOT NULL,
    call_id text NOT NULL,
    operation text NOT NULL,
    intent text NOT NULL,
    assurance text NOT NULL,
    outcome text NOT NULL,
    rule text NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX bank_decision_of_conversation ON bank_decision (tenant_id, conversation_id, at);
ALTER TABLE bank_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_decision
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON bank_decision TO ${app_role};
