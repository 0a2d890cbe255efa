package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.CsvExamples.Row;
import io.openteller.platform.training.internal.IntentSql.Head;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.LanguageDetection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in files of examples: all of a file, or nothing. */
@Singleton
class Imports {

    /** Somebody else's intents are contained with care until the bank decides otherwise. */
    private static final Tier NEW_TIER = Tier.B;

    private static final int MOST_FAULTS = 50;

    private final TenantDatabase database;
    private final IntentBook book;
    private final IntentSql intents;
    private final LanguageDetection languages;
    private final Audit audit;

    Imports(
            TenantDatabase database,
            IntentBook book,
            IntentSql intents,
            LanguageDetection languages,
            Audit audit) {
        this.database = database;
        this.book = book;
        this.intents = intents;
        this.languages = languages;
        this.audit = audit;
    }

    /** @param line of the file; 0 for the file as a whole */
    @Serdeable
    record Fault(long line, String message) {}

    /**
     * What importing would do, or did.
     *
     * @param added examples that are new
     * @param known examples that are there already, or come twice; left as they are
     * @param newIntents that the file brings with it
     * @param removedIntents that the file does not have, when it replaces everything
     * @param faults with any, nothing is stored; the first {@value #MOST_FAULTS}
     */
    @Serdeable
    record Outcome(
            int rows,
            int added,
            int known,
            List<String> newIntents,
            List<String> removedIntents,
            int faultCount,
            List<Fault> faults) {}

    private record Plan(Map<UUID, Learned> added, Map<String, String> newIntents, Set<String> removed, Outcome outcome) {}

    Outcome preview(byte[] file, boolean replace, String by) {
        CsvExamples read = CsvExamples.read(file);
        return plan(read, book.content(), replace, by).outcome();
    }

    /** @param replace whether the file takes the place of all that was there; tiers and titles of intents that stay are kept */
    Outcome store(byte[] file, boolean replace, String by) {
        CsvExamples read = CsvExamples.read(file);
        return database.inTransaction(sql -> {
            book.copyOnce(sql);
            Plan plan = plan(read, book.content(sql), replace, by);
            if (!plan.outcome().faults().isEmpty()) {
                throw new ProblemException(
                        ErrorCode.IMPORT_INVALID,
                        plan.outcome().faults().stream()
                                .map(fault -> new FieldFault(
                                        fault.line() == 0 ? "" : "line " + fault.line(), fault.message()))
                                .toList());
            }
            if (replace) {
                intents.removeAll(sql);
                plan.removed().forEach(name -> intents.delete(sql, name));
            }
            plan.newIntents().forEach((name, title) -> intents.put(sql, new Head(name, title, NEW_TIER), by));
            intents.add(sql, plan.added().values());
            plan.added().values().stream()
                    .map(Learned::intent)
                    .distinct()
                    .forEach(name -> intents.touch(sql, name, by));
            audit.record(sql, "intents.imported", plan.outcome().added() + " examples");
            return plan.outcome();
        });
    }

    private Plan plan(CsvExamples file, IntentBook.Content now, boolean replace, String by) {
        Map<Long, String> faults = new TreeMap<>(file.faults());
        Set<String> there = now.heads().stream().map(Head::name).collect(Collectors.toSet());
        Map<UUID, String> taken = new HashMap<>();
        if (!replace) {
            now.examples().forEach(one -> taken.put(one.id(), one.intent()));
        }
        Map<UUID, Learned> added = new LinkedHashMap<>();
        Map<String, String> newIntents = new LinkedHashMap<>();
        int known = 0;
        for (Row row : file.rows()) {
            UUID id = ExampleText.id(row.text());
            String other = taken.get(id);
            if (other == null) {
                taken.put(id, row.intent());
                String language =
                        row.language().isEmpty() ? languages.of(row.text()).code() : row.language();
                added.put(id, Learned.of(row.intent(), row.text(), language, Learned.Source.IMPORT, by));
                if (!there.contains(row.intent())) {
                    newIntents.putIfAbsent(row.intent(), ExampleText.title(row.intent()));
                }
            } else if (other.equals(row.intent())) {
                known++;
            } else {
                faults.put(row.line(), "The message is already an example of “" + other + "”");
            }
        }
        Set<String> removed = new LinkedHashSet<>();
        if (replace) {
            Set<String> kept = file.rows().stream().map(Row::intent).collect(Collectors.toSet());
            there.stream().filter(name -> !kept.contains(name)).sorted().forEach(removed::add);
            if (kept.size() < 2 && faults.isEmpty()) {
                faults.put(0L, "A file that replaces everything needs at least two intents");
            }
        }
        if (there.size() - removed.size() + newIntents.size() > IntentBook.MOST_INTENTS) {
            faults.put(0L, "A bank may have at most 500 intents");
        }
        if (taken.size() > IntentBook.MOST_EXAMPLES) {
            faults.put(0L, "A bank may have at most 50,000 examples");
        }
        List<Fault> shown = new ArrayList<>();
        faults.forEach((line, message) -> shown.add(new Fault(line, message)));
        var outcome = new Outcome(
                file.rows().size() + (int) file.faults().keySet().stream().filter(line -> line > 0).count(),
                added.size(),
                known,
                List.copyOf(newIntents.keySet()),
                List.copyOf(removed),
                shown.size(),
                shown.subList(0, Math.min(MOST_FAULTS, shown.size())));
        return new Plan(added, newIntents, removed, outcome);
    }
}
