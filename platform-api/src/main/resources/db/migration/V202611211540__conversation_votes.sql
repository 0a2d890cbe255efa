-- What a customer thinks of one answer. The answer is the reply of a turn, and a turn has one; voting again changes the vote.
CREATE TABLE answer_vote (
    tenant_id uuid NOT NULL REFERENCES tenant,
    turn_id uuid NOT NULL,
    helpful boolean NOT NULL,
    voted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, turn_id),
    FOREIGN KEY (tenant_id, turn_id) REFERENCES turn (tenant_id, id)
);
ALTER TABLE answer_vote ENABLE ROW LEVEL SECURITY;
ALTER TABLE answer_vote FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_only ON answer_vote
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON answer_vote TO ${app_role};
