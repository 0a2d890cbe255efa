-- With workflow_run_one_open: what is still to go on, counted without looking at what is over.
CREATE INDEX workflow_run_aside ON workflow_run (tenant_id, procedure, version) WHERE status = 'ASIDE';
