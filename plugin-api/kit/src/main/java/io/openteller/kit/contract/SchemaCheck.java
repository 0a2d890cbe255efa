package io.openteller.kit.contract;

/** The form that an administrator fills in. */
final class SchemaCheck extends Check {

    SchemaCheck() {
        super(
                "its settings are a valid JSON Schema 2020-12, and secrets are write-only",
                "let SettingsSpec make the schema from a record whose components all have @Setting");
    }

    @Override
    void run(Subject subject, Notes notes) {
        notes.tried();
        SettingsFaults.of(subject.manifest().settings()).forEach(fault -> notes.fault("%s", fault));
    }
}
