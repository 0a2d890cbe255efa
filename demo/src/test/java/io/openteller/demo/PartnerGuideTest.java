package io.openteller.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerGuideTest {

    @TempDir
    Path folder;

    private Guide guide(String page) throws Exception {
        return Guide.read(Files.writeString(folder.resolve("page.md"), page));
    }

    @Test
    void commands_are_followed_by_what_one_sees() throws Exception {
        Guide guide = guide("""
                Do this:

                ```sh
                one
                two
                ```

                ```text
                first … line
                ```

                and then

                ```text
                not something that is run
                ```

                ```sh
                three
                ```
                """);
        assertThat(guide.steps())
                .containsExactly(
                        new Guide.Step("one\ntwo\n", List.of("first … line")), new Guide.Step("three\n", List.of()));
    }

    @Test
    void lines_must_come_in_their_order_with_others_between_them() {
        Guide.Step step = new Guide.Step("x", List.of("one …", "two"));
        assertThat(step.missing("zero\n one 1\nmore\ntwo\n")).isEmpty();
        assertThat(step.missing("two\none 1\n")).containsExactly("two");
        assertThat(step.missing("one\n")).containsExactly("one …", "two");
    }

    @Test
    void the_guide_leads_from_nothing_to_an_answer() throws Exception {
        Guide guide = Guide.read(Path.of("..", "docs", "partners.md"));
        String all = String.join("", guide.steps().stream().map(Guide.Step::commands).toList());
        assertThat(all).contains("plugin new", "plugin test", "plugin pack", "plugin sign", "plugin install", "plugin enable",
                "plugin approve", "openteller ask");
        assertThat(guide.steps()).filteredOn(step -> !step.seen().isEmpty()).hasSizeGreaterThan(6);
    }
}
