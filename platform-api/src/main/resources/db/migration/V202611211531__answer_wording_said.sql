-- What was said word for word, and from when until when: what would have been said on any day stays known after the wording
-- was changed or deleted.
CREATE TABLE approved_answer_said (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    answer_id uuid NOT NULL,
    intent text NOT NULL,
    questions jsonb NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    strict boolean NOT NULL,
    document_slug text,
    written_by text NOT NULL,
    written_at timestamptz NOT NULL,
    decided_by text NOT NULL,
    said_from timestamptz NOT NULL,
    said_until timestamptz,
    PRIMARY KEY (tenant_id, id),
    CHECK (decided_by <> written_by)
);
-- one text at a time
CREATE UNIQUE INDEX approved_answer_said_now ON approved_answer_said (tenant_id, answer_id) WHERE said_until IS NULL;
-- The owner sees every bank's rows for this once.
ALTER TABLE approved_answer NO FORCE ROW LEVEL SECURITY;
INSERT INTO approved_answer_said (tenant_id, answer_id, intent, questions, text, language, strict, document_slug, written_by,
    written_at, decided_by, said_from)
SELECT tenant_id, id, intent, questions, text, language, strict, document_slug, written_by, written_at, decided_by,
    coalesce(decided_at, written_at)
FROM approved_answer WHERE standing = 'APPROVED';
ALTER TABLE approved_answer FORCE ROW LEVEL SECURITY;
ALTER TABLE approved_answer_said ENABLE ROW LEVEL SECURITY;
ALTER TABLE approved_answer_said FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON approved_answer_said
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON approved_answer_said TO ${app_role};
GRANT UPDATE (said_until) ON approved_answer_said TO ${app_role};
