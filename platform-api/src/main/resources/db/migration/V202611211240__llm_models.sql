-- Which model a bank asks for which task.
CREATE TABLE model_route (
    tenant_id uuid NOT NULL REFERENCES tenant,
    task text NOT NULL CHECK (task IN ('UNDERSTAND', 'ANSWER', 'TRANSLATE')),
    plugin_id text NOT NULL,
    model text NOT NULL,
    timeout_millis integer NOT NULL CHECK (timeout_millis > 0),
    daily_token_budget bigint NOT NULL CHECK (daily_token_budget >= 0),
    switched_on boolean NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, task)
);
ALTER TABLE model_route ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_route FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON model_route
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON model_route TO ${app_role};

-- Tokens of one task on one day (UTC): what was spent, and what calls that are under way have set aside.
CREATE TABLE model_usage (
    tenant_id uuid NOT NULL REFERENCES tenant,
    day date NOT NULL,
    task text NOT NULL,
    tokens bigint NOT NULL,
    PRIMARY KEY (tenant_id, day, task)
);
ALTER TABLE model_usage ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_usage FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON model_usage
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON model_usage TO ${app_role};

-- Every call that left for a model. What was asked and said is kept as it left and came: with tokens in place of personal values.
CREATE TABLE model_call (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    task text NOT NULL,
    plugin_id text NOT NULL,
    model text NOT NULL,
    prompt text NOT NULL,
    input_tokens integer NOT NULL,
    output_tokens integer NOT NULL,
    millis bigint NOT NULL,
    outcome text NOT NULL,
    detail text NOT NULL,
    asked text NOT NULL,
    said text NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX model_call_by_time ON model_call (tenant_id, at);
ALTER TABLE model_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_call FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON model_call
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON model_call TO ${app_role};
