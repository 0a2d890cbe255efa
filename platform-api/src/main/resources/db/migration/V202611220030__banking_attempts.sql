-- What was tried to find out about a call that the bank did not answer, and what people found: nothing of it is ever changed.
CREATE TABLE bank_attempt (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    call_id text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    what text NOT NULL CHECK (what IN ('CALLED', 'ASKED', 'WANTED', 'FOUND', 'FINDING_REFUSED', 'SETTLED')),
    came text NOT NULL,
    by_name text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, call_id) REFERENCES bank_intent (tenant_id, call_id)
);
CREATE INDEX bank_attempt_call ON bank_attempt (tenant_id, call_id, at);
ALTER TABLE bank_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank_attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON bank_attempt
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT ON bank_attempt TO ${app_role};

ALTER TABLE bank_intent
    -- Somebody wanted it undone while it was not known whether it was done.
    ADD COLUMN undo_wanted boolean NOT NULL DEFAULT false,
    -- What one person found, where a second one has to look as well.
    ADD COLUMN found_not_done boolean,
    ADD COLUMN found_reason text,
    ADD COLUMN found_by uuid,
    ADD COLUMN found_name text,
    ADD COLUMN found_at timestamptz;
