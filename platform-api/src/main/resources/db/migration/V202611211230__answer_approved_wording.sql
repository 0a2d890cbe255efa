-- What a bank has decided to say word for word. Only what somebody else than its author approved is said.
CREATE TABLE approved_answer (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    -- empty: for its questions only, whatever they were understood as
    intent text NOT NULL,
    questions jsonb NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    -- of the intent nothing but approved wording may be said
    strict boolean NOT NULL,
    document_slug text,
    standing text NOT NULL CHECK (standing IN ('IN_REVIEW', 'APPROVED', 'REJECTED')),
    written_by text NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    decided_by text,
    decided_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    -- nobody approves what they wrote
    CHECK (standing <> 'APPROVED' OR (decided_by IS NOT NULL AND decided_by <> written_by)),
    CHECK (NOT strict OR intent <> '')
);
ALTER TABLE approved_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE approved_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON approved_answer
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON approved_answer TO ${app_role};
