package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.procedure.Procedures.Published;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Wording;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The texts of a definition that customers may be told. */
@Singleton
class Texts {

    /** A published version never changes, and there are few of them. */
    private final Map<Key, String> fixed = new ConcurrentHashMap<>();

    private record Key(UUID tenant, String procedure, int version) {}

    /** All of them in every language, without what is put into them. */
    String fixed(Published published) {
        Key key = new Key(CurrentTenant.get().id(), published.id(), published.version());
        return fixed.computeIfAbsent(key, one -> published.definition().nodes().values().stream()
                .flatMap(Texts::of)
                .flatMap(wording -> wording.byLanguage().values().stream())
                .map(text -> text.replaceAll("\\$\\{[^}]*}", " "))
                .collect(Collectors.joining("\n")));
    }

    private static Stream<Wording> of(Node node) {
        return switch (node) {
            case Node.Ask ask -> Stream.concat(
                    Stream.of(ask.text()),
                    Stream.concat(
                            ask.answer().choices().stream().map(Node.Choice::label), some(ask.answer().label())));
            case Node.Say say -> some(say.text());
            case Node.Confirm confirm -> some(confirm.text());
            case Node.Approve approve -> Stream.of(approve.text());
            case Node.Handoff handoff -> Stream.of(handoff.text());
            case Node.End end -> some(end.text());
            case Node.Verify verify -> Stream.of();
            case Node.Operate operate -> Stream.of();
            case Node.Decide decide -> Stream.of();
            case Node.Classify classify -> Stream.of();
            case Node.Notify notify -> Stream.of();
            case Node.Wait wait -> Stream.of();
            case Node.Subflow subflow -> Stream.of();
        };
    }

    private static Stream<Wording> some(@Nullable Wording text) {
        return Stream.of(text).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
