-- The smallest tables that could keep one turn as the platform promises it: row security forced, the conversation's row as the
-- lock, a message once, a turn, its decision, its link of the audit chain, what has to be told. Run by the owner.
DROP SCHEMA IF EXISTS turn_limit CASCADE;
CREATE SCHEMA turn_limit;
GRANT USAGE ON SCHEMA turn_limit TO openteller_app;
CREATE TABLE turn_limit.conversation (tenant_id int, id int, next_seq bigint NOT NULL DEFAULT 1, updated_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (tenant_id, id));
CREATE TABLE turn_limit.message (tenant_id int, id uuid, conversation_id int, seq bigint, client_message_id uuid, body text, PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, conversation_id, seq), UNIQUE (tenant_id, conversation_id, client_message_id));
CREATE TABLE turn_limit.turn (tenant_id int, id bigint, conversation_id int, request_seq bigint, status text, fence bigint, PRIMARY KEY (tenant_id, id));
CREATE TABLE turn_limit.decision (tenant_id int, turn_id bigint, record jsonb, PRIMARY KEY (tenant_id, turn_id));
CREATE TABLE turn_limit.audit (tenant_id int, id uuid, action text, subject bigint, hash bytea, PRIMARY KEY (tenant_id, id));
CREATE TABLE turn_limit.outbox (tenant_id int, id uuid, payload jsonb, PRIMARY KEY (tenant_id, id));
INSERT INTO turn_limit.conversation (tenant_id, id) SELECT n % 50, n FROM generate_series(1, 100000) n;
INSERT INTO turn_limit.message SELECT n % 50, gen_random_uuid(), n, 0, gen_random_uuid(), repeat('x', 120) FROM generate_series(1, 100000) n;
DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['conversation', 'message', 'turn', 'decision', 'audit', 'outbox'] LOOP
        EXECUTE format('ALTER TABLE turn_limit.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant_only ON turn_limit.%I USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::int)'
            ' WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::int)', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA turn_limit TO openteller_app;
ANALYZE;
