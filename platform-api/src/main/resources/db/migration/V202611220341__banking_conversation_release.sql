-- A conversation finishes on the connectors of the release in which it first asked one for something; a call keeps the version that
-- it was made by, for finding out what became of it.
CREATE TABLE bank_conversation_release (
    tenant_id uuid NOT NULL REFERENCES tenant,
    conversation_id uuid NOT NULL,
    release bigint NOT NULL,
    pinned_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, conversation_id)
);
ALTER TABLE bank_conversation_release ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_conversation_release FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_conversation_release
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON bank_conversation_release TO ${app_role};
ALTER TABLE bank_intent
    ADD COLUMN connector text,
    ADD COLUMN connector_version int,
    ADD CONSTRAINT bank_intent_connector CHECK ((connector IS NULL) = (connector_version IS NULL));
