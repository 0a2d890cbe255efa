-- Every step is one of a procedure now. Processes of the version before still write the column, and still fill banking_operation:
-- both go once no such process can be running any more.
ALTER TABLE workflow_step ALTER COLUMN task SET DEFAULT 'RUN';
