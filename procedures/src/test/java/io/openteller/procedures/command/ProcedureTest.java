package io.openteller.procedures.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.procedures.definition.Definitions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcedureTest {

    private static final String GOOD = "src/test/resources/good/block-card.yaml";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Procedure.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void a_good_procedure_has_no_findings() {
        assertThat(run("check", GOOD, "--languages", "en,hi")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("Nothing is wrong.");
    }

    @Test
    void a_finding_names_file_node_and_rule() {
        assertThat(run("check", GOOD, "src/test/resources/defects/never-confirmed.yaml")).isEqualTo(1);
        assertThat(out.toString()).contains("never-confirmed.yaml: block: ", "[CONFIRMATION_MISSING]", "1 finding.");
    }

    @Test
    void a_language_that_is_missing_is_found_only_where_it_is_wanted() {
        assertThat(run("check", GOOD, "--languages", "en,ta")).isEqualTo(1);
        assertThat(out.toString()).contains("[TEXT_MISSING]", "ta");
    }

    @Test
    void what_cannot_be_read_is_a_finding_and_does_not_hide_the_others(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "id: [");
        assertThat(run("check", broken.toString(), "src/test/resources/defects/dead-end.yaml")).isEqualTo(1);
        assertThat(out.toString()).contains("broken.yaml: The definition is not YAML", "[DEAD_END]", "2 findings.");
    }

    @Test
    void called_procedures_are_found_beside_the_one_that_calls_them() {
        assertThat(run("check", "src/test/resources/good/every-node.yaml")).isZero();
        assertThat(run("check", "src/test/resources/defects/calls-in-a-circle.yaml")).isEqualTo(1);
        assertThat(out.toString()).contains("[UNKNOWN_PROCEDURE]");
    }

    @Test
    void a_definition_is_written_in_the_other_form() throws Exception {
        assertThat(run("convert", GOOD, "--to", "json")).isZero();
        assertThat(Definitions.read(out.toString())).isEqualTo(Definitions.read(Files.readString(Path.of(GOOD))));
        assertThat(out.toString()).startsWith("{");
    }

    @Test
    void an_import_can_be_piped_into_a_file_and_says_what_it_guessed_beside_it() throws Exception {
        assertThat(run("import", "src/test/resources/steps/block-card.json")).isZero();
        assertThat(Definitions.read(out.toString()).start()).isEqualTo("check-identity");
        assertThat(err.toString()).contains("check-identity: How sure it must be");
    }

    @Test
    void a_difference_is_said_in_lines(@TempDir Path folder) throws Exception {
        Path other = Files.writeString(folder.resolve("other.yaml"), Files.readString(Path.of(GOOD))
                .replace("attempts: 3", "attempts: 2").replace("timeout: bye}\n  sure", "timeout: person}\n  sure")
                .replace("en: Block a card,", "en: Stop a card,"));
        assertThat(run("diff", GOOD, other.toString())).isEqualTo(1);
        assertThat(out.toString().lines()).containsExactly(
                "~ title.en: \"Block a card\" ⇒ \"Stop a card\"", "~ which.attempts: 3 ⇒ 2", "~ which timeout → bye ⇒ person");
        assertThat(run("diff", GOOD, GOOD)).isZero();
    }

    @Test
    void the_schema_is_printed_as_it_is_published() {
        assertThat(run("schema")).isZero();
        assertThat(out.toString()).isEqualTo(Definitions.schema());
    }

    @Test
    void wrong_usage_and_missing_files_are_told_apart() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("convert", GOOD, "--to", "xml")).isEqualTo(2);
        assertThat(run("check", "nowhere.yaml")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no file nowhere.yaml");
    }
}
