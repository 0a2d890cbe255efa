-- Security questions are a step too. Their challenge is kept, their answers are not.
ALTER TABLE workflow_step DROP CONSTRAINT workflow_step_kind_check;
ALTER TABLE workflow_step ADD CONSTRAINT workflow_step_kind_check CHECK (kind IN ('CODE', 'QUESTIONS', 'CONFIRM'));
