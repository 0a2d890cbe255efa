-- Whose these rows are is the bank that row-level security was told of, and each of them refuses any other; none is written for a bank that
-- was not looked up just before. To look the bank up once more for each row, as a foreign key does, locks the bank's one row, and where
-- many of its transactions do that at once the database keeps a list of them, a new one each time.
ALTER TABLE outbox DROP CONSTRAINT outbox_tenant_id_fkey;
ALTER TABLE audit_event DROP CONSTRAINT audit_event_tenant_id_fkey;
ALTER TABLE identity_token_use DROP CONSTRAINT identity_token_use_tenant_id_fkey;
ALTER TABLE bank_decision DROP CONSTRAINT bank_decision_tenant_id_fkey;

-- A decision is some 5,000 characters, compressed with each turn. Not every PostgreSQL is built with the faster one.
DO $$
BEGIN
    ALTER TABLE decision ALTER COLUMN record SET COMPRESSION lz4;
    ALTER TABLE workflow_run ALTER COLUMN state SET COMPRESSION lz4;
    ALTER TABLE escalation ALTER COLUMN packet SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    RAISE NOTICE 'without lz4, decisions are compressed as everything else';
END $$;
