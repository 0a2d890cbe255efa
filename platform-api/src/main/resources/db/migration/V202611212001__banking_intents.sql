-- What is to be changed at the bank: committed before the bank is called, and with what came of it afterwards.
CREATE TABLE bank_intent (
    tenant_id uuid NOT NULL REFERENCES tenant,
    call_id text NOT NULL,
    conversation_id uuid NOT NULL,
    customer_ref text NOT NULL,
    operation text NOT NULL,
    intent text NOT NULL,
    language text NOT NULL,
    -- As they were given, with references; the bank's own ids beside it, for asking again.
    arguments jsonb NOT NULL,
    bank_arguments jsonb NOT NULL,
    state text NOT NULL DEFAULT 'PROPOSED' CHECK (state IN ('PROPOSED', 'DECLINED', 'CALLING', 'IN_DOUBT', 'DONE', 'REFUSED',
        'NOT_DONE', 'NEEDS_PERSON')),
    card jsonb,
    card_expires_at timestamptz,
    confirmed_at timestamptz,
    proposed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- Set while it counts against the limits: from the moment it may be done, until it is certain that it was not.
    counted_at timestamptz,
    counted_minor bigint,
    counted_currency text,
    plugin text,
    typed boolean NOT NULL DEFAULT false,
    called_at timestamptz,
    ended_at timestamptz,
    output jsonb,
    as_of timestamptz,
    millis bigint NOT NULL DEFAULT 0,
    reason text,
    -- Whoever holds the lease finds out what became of it.
    lease_until timestamptz,
    look_at timestamptz,
    attempts int NOT NULL DEFAULT 0,
    undoes text,
    undone_by text,
    -- Set when a person has to look at it, and until one has.
    attention text,
    attention_at timestamptz,
    settled_by text,
    settled_at timestamptz,
    settled_reason text,
    PRIMARY KEY (tenant_id, call_id)
);
CREATE INDEX bank_intent_counted_customer ON bank_intent (tenant_id, operation, customer_ref, counted_at)
    INCLUDE (counted_minor, counted_currency) WHERE counted_at IS NOT NULL;
CREATE INDEX bank_intent_counted_tenant ON bank_intent (tenant_id, operation, counted_at)
    INCLUDE (counted_minor, counted_currency) WHERE counted_at IS NOT NULL;
CREATE INDEX bank_intent_open ON bank_intent (tenant_id, look_at) WHERE state IN ('CALLING', 'IN_DOUBT');
CREATE INDEX bank_intent_attention ON bank_intent (tenant_id, attention_at)
    WHERE attention IS NOT NULL AND settled_at IS NULL;
ALTER TABLE bank_intent ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_intent FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_intent
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON bank_intent TO ${app_role};
