-- Why a conversation is with people, and the handoff packet that spares the customer from repeating it.
CREATE TABLE escalation (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    reason text NOT NULL,
    priority int NOT NULL CHECK (priority BETWEEN 1 AND 5),
    packet jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CREATE UNIQUE INDEX escalation_one_open ON escalation (tenant_id, conversation_id) WHERE ended_at IS NULL;
CREATE INDEX escalation_of_conversation ON escalation (tenant_id, conversation_id, created_at);

-- What staff write for each other; customers never see it.
CREATE TABLE note (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    author_id uuid NOT NULL,
    author_name text NOT NULL,
    body text NOT NULL CHECK (length(body) <= 4000),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CREATE INDEX note_of_conversation ON note (tenant_id, conversation_id, created_at);

CREATE TABLE staff_presence (
    tenant_id uuid NOT NULL REFERENCES tenant,
    staff_id uuid NOT NULL,
    presence text NOT NULL CHECK (presence IN ('ONLINE', 'AWAY', 'OFFLINE')),
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, staff_id)
);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['escalation', 'note', 'staff_presence'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY tenant_only ON %I '
            'USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON escalation, staff_presence TO ${app_role};
GRANT SELECT, INSERT ON note TO ${app_role};
