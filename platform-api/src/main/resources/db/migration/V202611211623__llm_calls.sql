-- A call as it can be asked again, and compared. system: empty when it is that of the prompt's file. cost: millionths of the
-- smallest unit of the bank's currency; null when the model had no price.
ALTER TABLE model_call
    ADD COLUMN conversation uuid,
    ADD COLUMN shadow_of uuid,
    ADD COLUMN agree real,
    ADD COLUMN served text NOT NULL DEFAULT '',
    ADD COLUMN first_token_millis bigint,
    ADD COLUMN cost_micro bigint,
    ADD COLUMN system text NOT NULL DEFAULT '',
    ADD COLUMN streamed boolean NOT NULL DEFAULT false,
    ADD COLUMN shortened boolean NOT NULL DEFAULT false;
CREATE INDEX model_call_shadows ON model_call (tenant_id, shadow_of) WHERE shadow_of IS NOT NULL;
CREATE INDEX model_call_conversation ON model_call (tenant_id, conversation) WHERE conversation IS NOT NULL;

-- Which wording of a prompt was in force for a bank since which release.
CREATE TABLE model_prompt (
    tenant_id uuid NOT NULL REFERENCES tenant,
    task text NOT NULL,
    version text NOT NULL,
    digest text NOT NULL,
    release bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, task)
);
ALTER TABLE model_prompt ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_prompt FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON model_prompt
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON model_prompt TO ${app_role};
