-- Routes have several candidates, and there are more tasks than three. The columns of the first form stay, with what the first
-- candidate says, for replicas that do not know the plan yet; null: the plan is what those columns say.
ALTER TABLE model_route DROP CONSTRAINT model_route_task_check;
ALTER TABLE model_route ADD COLUMN plan jsonb;

-- What holds for all routes of a bank. Null: no limit, or no pin.
CREATE TABLE model_setting (
    tenant_id uuid NOT NULL REFERENCES tenant,
    region text,
    allowed_regions text[] NOT NULL DEFAULT '{}',
    tokens_per_minute bigint CHECK (tokens_per_minute >= 0),
    tokens_per_day bigint CHECK (tokens_per_day >= 0),
    customer_tokens_per_day bigint CHECK (customer_tokens_per_day >= 0),
    money_per_day_minor bigint CHECK (money_per_day_minor >= 0),
    alarm_percent integer NOT NULL DEFAULT 80 CHECK (alarm_percent BETWEEN 1 AND 100),
    shadow_percent integer NOT NULL DEFAULT 10 CHECK (shadow_percent BETWEEN 0 AND 100),
    kept_days integer NOT NULL DEFAULT 30 CHECK (kept_days BETWEEN 1 AND 3650),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id)
);
ALTER TABLE model_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON model_setting
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON model_setting TO ${app_role};
