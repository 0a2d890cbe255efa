-- A bank's own intents. A bank without any uses those that every bank starts with; its first change begins with a copy of them.
CREATE TABLE intent (
    tenant_id uuid NOT NULL REFERENCES tenant,
    name text NOT NULL,
    title text NOT NULL,
    tier text NOT NULL CHECK (tier IN ('A', 'B', 'C')),
    updated_at timestamptz NOT NULL DEFAULT now(),
    updated_by text NOT NULL,
    PRIMARY KEY (tenant_id, name)
);
ALTER TABLE intent ENABLE ROW LEVEL SECURITY;
ALTER TABLE intent FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON intent
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON intent TO ${app_role};

CREATE TABLE intent_example (
    tenant_id uuid NOT NULL,
    -- derived from the text, so that one message cannot be an example of two intents
    id uuid NOT NULL,
    intent text NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    source text NOT NULL CHECK (source IN ('STARTER', 'ADMIN', 'IMPORT', 'AGENT_CORRECTION')),
    added_at timestamptz NOT NULL DEFAULT now(),
    added_by text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, intent) REFERENCES intent (tenant_id, name) ON DELETE CASCADE
);
CREATE INDEX intent_example_by_intent ON intent_example (tenant_id, intent);
ALTER TABLE intent_example ENABLE ROW LEVEL SECURITY;
ALTER TABLE intent_example FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON intent_example
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON intent_example TO ${app_role};

-- What people who talk with customers say a message was about. An example only once somebody accepted it.
CREATE TABLE intent_suggestion (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    intent text NOT NULL,
    text text NOT NULL,
    language text NOT NULL,
    state text NOT NULL DEFAULT 'SUGGESTED' CHECK (state IN ('SUGGESTED', 'ACCEPTED', 'DECLINED')),
    conversation_id uuid NOT NULL,
    message_seq bigint NOT NULL,
    suggested_at timestamptz NOT NULL DEFAULT now(),
    suggested_by text NOT NULL,
    decided_at timestamptz,
    decided_by text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, conversation_id, message_seq)
);
ALTER TABLE intent_suggestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE intent_suggestion FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON intent_suggestion
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON intent_suggestion TO ${app_role};

CREATE TABLE intent_model (
    tenant_id uuid NOT NULL REFERENCES tenant,
    number int NOT NULL,
    state text NOT NULL CHECK (state IN ('CANDIDATE', 'LIVE', 'RETIRED')),
    -- null once nobody can go back to it: a candidate that was never published and has been replaced
    bytes bytea,
    data_hash text NOT NULL,
    parameters text NOT NULL,
    examples int NOT NULL,
    intents int NOT NULL,
    accuracy double precision NOT NULL,
    -- {"intent": "A"}: a tier is in force from the release on, like the model it was trained with
    tiers jsonb NOT NULL,
    report jsonb NOT NULL,
    -- [{"text", "intent", "predicted", "probability"}], each predicted by a model that was not taught it
    held_out jsonb NOT NULL,
    trained_at timestamptz NOT NULL DEFAULT now(),
    trained_by text NOT NULL,
    release bigint,
    PRIMARY KEY (tenant_id, number)
);
-- Floats do not shrink; without this every read would try to unpack them.
ALTER TABLE intent_model ALTER bytes SET STORAGE EXTERNAL;
CREATE UNIQUE INDEX intent_model_live ON intent_model (tenant_id) WHERE state = 'LIVE';
CREATE UNIQUE INDEX intent_model_candidate ON intent_model (tenant_id) WHERE state = 'CANDIDATE';
ALTER TABLE intent_model ENABLE ROW LEVEL SECURITY;
ALTER TABLE intent_model FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON intent_model
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON intent_model TO ${app_role};

-- The bank's last training; at most one runs. Whoever trains renews the lease; past it, the run is taken for dead.
CREATE TABLE intent_training (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    progress double precision NOT NULL DEFAULT 0,
    line text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    started_by text NOT NULL,
    lease_until timestamptz NOT NULL,
    finished_at timestamptz,
    model int,
    PRIMARY KEY (tenant_id)
);
ALTER TABLE intent_training ENABLE ROW LEVEL SECURITY;
ALTER TABLE intent_training FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON intent_training
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON intent_training TO ${app_role};
