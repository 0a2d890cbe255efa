-- What replicas have taken out of a budget: spent, or set aside for calls to come. Never more than the budget.
CREATE TABLE model_ledger (
    tenant_id uuid NOT NULL REFERENCES tenant,
    account text NOT NULL,
    unit text NOT NULL CHECK (unit IN ('TOKENS', 'MONEY')),
    span text NOT NULL CHECK (span IN ('MINUTE', 'DAY')),
    starts timestamptz NOT NULL,
    taken bigint NOT NULL,
    PRIMARY KEY (tenant_id, account, unit, span, starts)
);
ALTER TABLE model_ledger ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_ledger FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON model_ledger
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON model_ledger TO ${app_role};

-- What operators and administrators should know about models; each once a day.
CREATE TABLE model_alarm (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    about text NOT NULL,
    task text,
    words text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, kind, about, day)
);
ALTER TABLE model_alarm ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_alarm FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON model_alarm
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, DELETE ON model_alarm TO ${app_role};
