-- How often a file was given back unread by a process that had to stop: that it was begun then does not count as an attempt.
ALTER TABLE upload_item ADD COLUMN given_back integer NOT NULL DEFAULT 0;
