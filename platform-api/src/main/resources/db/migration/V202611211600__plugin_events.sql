-- What operators did with plugins and with the keys that are trusted: of the whole platform, of no bank.
CREATE TABLE plugin_event (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    action text NOT NULL CHECK (action IN (
        'INSTALLED', 'REFUSED', 'REMOVED', 'OUT_OF_SERVICE', 'KEY_TRUSTED', 'KEY_REVOKED')),
    -- OPERATOR, or FOLDER for what the platform found in its folders
    actor text NOT NULL CHECK (actor IN ('OPERATOR', 'FOLDER')),
    -- the plugin's id, or the name of a file that is none
    plugin text,
    version text,
    sha256 text,
    key_id text,
    detail text NOT NULL DEFAULT ''
);
CREATE INDEX plugin_event_plugin ON plugin_event (plugin, number);
-- Append only: the application can neither change nor remove what is recorded.
GRANT SELECT, INSERT ON plugin_event TO ${app_role};
