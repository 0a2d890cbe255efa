CREATE TABLE conversation (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    owner text NOT NULL DEFAULT 'ASSISTANT' CHECK (owner IN ('ASSISTANT', 'QUEUE', 'AGENT', 'CLOSED')),
    next_seq bigint NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE turn (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    request_seq bigint NOT NULL,
    status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'RUNNING', 'DONE')),
    fence bigint NOT NULL DEFAULT 0,
    lease_until timestamptz,
    deadline timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id)
);
CREATE UNIQUE INDEX turn_one_active ON turn (tenant_id, conversation_id) WHERE status = 'RUNNING';
CREATE INDEX turn_unfinished ON turn (tenant_id, created_at) WHERE status <> 'DONE';

CREATE TABLE message (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    conversation_id uuid NOT NULL,
    seq bigint NOT NULL,
    author text NOT NULL CHECK (author IN ('CUSTOMER', 'ASSISTANT', 'AGENT', 'SYSTEM')),
    body text NOT NULL CHECK (length(body) <= 16000),
    client_message_id text,
    reply_to_turn uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversation (tenant_id, id),
    FOREIGN KEY (tenant_id, reply_to_turn) REFERENCES turn (tenant_id, id),
    UNIQUE (tenant_id, conversation_id, seq),
    UNIQUE (tenant_id, conversation_id, client_message_id),
    UNIQUE (tenant_id, reply_to_turn)
);

CREATE TABLE decision (
    tenant_id uuid NOT NULL,
    turn_id uuid NOT NULL,
    record jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, turn_id),
    FOREIGN KEY (tenant_id, turn_id) REFERENCES turn (tenant_id, id)
);

CREATE TABLE outbox (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    topic text NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['conversation', 'turn', 'message', 'decision', 'outbox'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            'CREATE POLICY tenant_only ON %I '
            'USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
            'WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', t);
    END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON conversation, turn TO ${app_role};
GRANT SELECT, INSERT ON message, decision TO ${app_role};
GRANT SELECT, INSERT, DELETE ON outbox TO ${app_role};
