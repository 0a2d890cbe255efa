package io.openteller.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.operations.OperationSpec.Approval;
import io.openteller.operations.OperationSpec.Audience;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.operations.OperationSpec.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/operations-catalogue.md} is the catalogue's. {@code -Doperations.table.update=true} writes it. */
class CatalogueTableTest {

    private static final Path PAGE = Path.of("../../docs/operations-catalogue.md");
    private static final String BEGINS = "<!-- the catalogue's table -->\n";
    private static final String ENDS = "<!-- end of the table -->";

    @Test
    void the_page_shows_the_catalogue_as_it_is() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGINS) + BEGINS.length();
        int to = page.indexOf(ENDS);
        if (Boolean.getBoolean("operations.table.update")) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to)).isEqualTo(table());
    }

    private static String table() {
        return Catalogue.standard().all().stream()
                .map(CatalogueTableTest::row)
                .collect(Collectors.joining(
                        "", "| operation | does | risk | who must it be | asks | limits | undone by |\n|---|---|---|---|---|---|---|\n", ""));
    }

    private static String row(OperationSpec spec) {
        return "| `" + spec.name() + "` | " + spec.summary() + " | " + low(spec.risk()) + " | " + low(spec.assurance()) + " | "
                + asks(spec) + " | " + spec.limits().stream().map(CatalogueTableTest::limit).collect(Collectors.joining("; "))
                + " | " + undone(spec) + " |\n";
    }

    private static String asks(OperationSpec spec) {
        List<String> asks = new ArrayList<>();
        if (spec.audience() == Audience.CORE) {
            asks.add("platform only");
        }
        if (spec.audience() == Audience.INTERNAL) {
            asks.add("not told");
        }
        if (spec.confirmation() == Confirmation.CUSTOMER) {
            asks.add("yes");
        }
        if (spec.approval().when() != Approval.When.NEVER) {
            asks.add("colleague above " + amounts(spec.approval().aboveMinor()));
        }
        return String.join(", ", asks);
    }

    private static String limit(Limit limit) {
        String much = limit.count() == null ? amounts(limit.minor()) : limit.count() + "×";
        String span = limit.days() == 0 ? "a call" : limit.days() == 1 ? "a day" : limit.days() + " days";
        return much + " " + span + (limit.scope() == Limit.Scope.TENANT ? " (bank)" : "");
    }

    private static String amounts(Map<String, Long> minor) {
        return new TreeMap<>(minor)
                .entrySet().stream()
                        .map(one -> one.getKey() + " " + String.format(Locale.ROOT, "%,d", one.getValue() / 100))
                        .collect(Collectors.joining(" / "));
    }

    private static String undone(OperationSpec spec) {
        return spec.compensation() != null
                ? "`" + spec.compensation() + "`"
                : !spec.hasEffect() || spec.reversible() ? "" : "nobody";
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
