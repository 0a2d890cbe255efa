package io.openteller.spi.compat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule of {@link CompatibilityTest}, tried on changes to this version's own sources. */
class BreaksTest {

    private static final Sources NOW = Sources.current();

    @TempDir
    private Path folder;

    private Breaks breaks(Sources changed) throws IOException {
        return Breaks.between(Sources.packed(Path.of("target", "classes")), changed.jar(folder));
    }

    static Stream<Arguments> breaking() {
        return Stream.of(
                Arguments.of(
                        "a method is removed from a value that plugins use",
                        NOW.with("HttpRequest.java", "withHeader(", "withAnotherHeader("),
                        "METHOD_REMOVED io.openteller.spi.HttpRequest.withHeader(…)"),
                Arguments.of(
                        "a factory is removed",
                        NOW.with("Outcome.java", "Outcome<T> refused(", "Outcome<T> refusedByTheBank("),
                        "METHOD_REMOVED io.openteller.spi.Outcome.refused(…)"),
                Arguments.of(
                        "a constructor is removed, as by one more component of a record",
                        NOW.with("Money.java", "String currency)", "String currency, int digits)"),
                        "CONSTRUCTOR_REMOVED io.openteller.spi.Money.Money(…)"),
                Arguments.of(
                        "a constant is removed",
                        NOW.with("Capability.java", "        IDENTIFIED,\n", ""),
                        "FIELD_REMOVED io.openteller.spi.Capability$Assurance.IDENTIFIED"),
                Arguments.of(
                        "an interface that plugins implement wants one more method",
                        NOW.with("identity/OneTimeCode.java", "    /** Checks a code.", "    void forget(String id);\n\n    /** Checks a code."),
                        "METHOD_ADDED_TO_INTERFACE io.openteller.spi.identity.OneTimeCode.forget(…)"),
                Arguments.of(
                        "a parameter is another one",
                        NOW.with("banking/AccountReader.java", "String customerRef);", "long customer);"),
                        "METHOD_REMOVED io.openteller.spi.banking.AccountReader.accounts(…)"),
                Arguments.of(
                        "a result is another one",
                        NOW.with("OpentellerPlugin.java", "    String name();", "    CharSequence name();"),
                        "METHOD_RETURN_TYPE_CHANGED io.openteller.spi.OpentellerPlugin.name(…)"),
                Arguments.of(
                        "a type is no longer public",
                        NOW.with("Money.java", "public record", "record").without("banking/AccountReader.java")
                                .without("banking/CustomerDirectory.java")
                                .without("banking/TransactionReader.java")
                                .without("banking/DisputeDesk.java"),
                        "CLASS_LESS_ACCESSIBLE io.openteller.spi.Money"),
                Arguments.of(
                        "a type is gone",
                        NOW.without("banking/CardControl.java"),
                        "CLASS_REMOVED io.openteller.spi.banking.CardControl"),
                Arguments.of(
                        "an annotation that plugins write wants one more value",
                        NOW.with("Setting.java", "    String title();", "    String title();\n    String unit();"),
                        "METHOD_ABSTRACT_ADDED_TO_CLASS io.openteller.spi.Setting.unit(…)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaking")
    void what_breaks_plugins_is_found(String what, Sources changed, String found) throws IOException {
        assertThat(breaks(changed).incompatible()).contains(found);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of("nothing", NOW),
                Arguments.of(
                        "what the platform hands in tells more",
                        NOW.with("CallContext.java", "    String bank();", "    String bank();\n    String region();")),
                Arguments.of(
                        "a default method",
                        NOW.with("OpentellerPlugin.java", "    String name();", "    String name();\n    default String icon() { return \"\"; }")),
                Arguments.of(
                        "a new kind of result",
                        NOW.with("Outcome.java", "    static <T> Outcome<T> notFound", "    record Later<T>() implements Outcome<T> {}\n    static <T> Outcome<T> notFound")),
                Arguments.of("a constant more", NOW.with("Capability.java", "        MONEY\n", "        MONEY,\n        LAW\n")),
                Arguments.of(
                        "a value of an annotation with a default",
                        NOW.with("Setting.java", "    String title();", "    String title();\n    String unit() default \"\";")),
                Arguments.of(
                        "an experimental interface changes",
                        NOW.with("knowledge/DocumentSource.java", "Outcome<Content> fetch(CallContext context, String ref);", "Outcome<Content> get(CallContext context, long number);")),
                Arguments.of(
                        "a type within an experimental interface changes",
                        NOW.with("workflow/StepProvider.java", "RiskClass risk) {}", "RiskClass risk, int version) {}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void what_breaks_nothing_is_let_through(String what, Sources changed) throws IOException {
        assertThat(breaks(changed).incompatible()).isEmpty();
    }

    @Test
    void what_is_new_is_seen() throws IOException {
        Sources more = NOW.with("CallContext.java", "    String bank();", "    String bank();\n    String region();");
        assertThat(breaks(more).additions())
                .containsExactly("io.openteller.spi.CallContext.region");
    }
}
