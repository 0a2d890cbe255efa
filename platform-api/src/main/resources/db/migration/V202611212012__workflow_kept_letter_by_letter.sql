-- The same state is always the same text: what was agreed to is compared letter by letter.
ALTER TABLE workflow_run ALTER state TYPE json USING state::text::json;
ALTER TABLE workflow_event ALTER event TYPE json USING event::text::json;
