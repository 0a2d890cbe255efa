package io.openteller.bench.patrons;

import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What customers of one data set say, five messages a conversation: of a hundred messages 60 ask what documents know, 15 for
 * what is in an account, 10 are in a procedure, 10 want or need a person, 5 are small talk.
 */
public final class Script {

    private static final int MESSAGES = 5;
    private static final int KNOWLEDGE = 60;
    private static final int ACCOUNT = 15;
    private static final int PROCEDURE = 10;
    private static final int SMALL_TALK = 5;

    private static final List<String> ACCOUNTS =
            List.of("What is my account balance?", "Show me my balance please", "How much money do I have in my account?");
    private static final List<String> PROCEDURES = List.of(
            "I want to block my card",
            "I want to change my phone number",
            "I'd like to change the limit of my card",
            "Where is my refund?");
    private static final List<String> TALK = List.of("hello", "thank you", "good morning", "thanks a lot");

    /** What a message is meant to come to. */
    public enum Kind {
        KNOWLEDGE,
        ACCOUNT,
        PROCEDURE,
        PERSON,
        TALK
    }

    public record Line(Kind kind, String text) {}

    private final List<String> questions;
    private final List<String> escalations;

    private final UnaryOperator<String> asked;

    private Script(List<String> questions, List<String> escalations, UnaryOperator<String> asked) {
        this.questions = questions;
        this.escalations = escalations;
        this.asked = asked;
    }

    /** @param demo has a folder of this name */
    public static Script of(Path demo, String dataset) {
        return new Script(questions(demo, dataset, row -> true), escalations(demo.resolve(dataset)), question -> question);
    }

    /** Those questions that are in English, and no two of them in the same words. */
    public static Script fresh(Path demo, String dataset) {
        return new Script(
                questions(demo, dataset, row -> row.text("language").equals("en")),
                escalations(demo.resolve(dataset)),
                new Rewording()::of);
    }

    public static List<String> questions(Path demo, String dataset) {
        return questions(demo, dataset, row -> true);
    }

    private static List<String> questions(Path demo, String dataset, Predicate<Row> those) {
        List<String> questions = new ArrayList<>();
        for (String part : List.of("dev", "test")) {
            Rows.of(demo.resolve(dataset).resolve("questions." + part + ".jsonl")).stream()
                    .filter(those)
                    .forEach(row -> questions.add(row.text("text")));
        }
        return questions;
    }

    /** The same, but of what documents know only this is asked, where it is among the questions. */
    public Script asking(Set<String> these) {
        return new Script(questions.stream().filter(these::contains).toList(), escalations, asked);
    }

    private static List<String> escalations(Path folder) {
        return Rows.of(folder.resolve("escalations.jsonl")).stream().map(row -> row.text("text")).toList();
    }

    public static Map<String, Script> all(Path demo, List<String> datasets) {
        return all(demo, datasets, false);
    }

    /** @param fresh whether no question is asked twice in the same words */
    public static Map<String, Script> all(Path demo, List<String> datasets, boolean fresh) {
        Map<String, Script> all = new TreeMap<>();
        datasets.forEach(dataset -> all.put(dataset, fresh ? fresh(demo, dataset) : of(demo, dataset)));
        return all;
    }

    /** With a person the assistant's part ends: who wants one says so last. */
    public List<Line> conversation(Random chance) {
        List<Line> lines = new ArrayList<>();
        boolean ends = chance.nextBoolean();
        for (int i = 0; i < MESSAGES - (ends ? 1 : 0); i++) {
            lines.add(line(chance));
        }
        if (ends) {
            lines.add(new Line(Kind.PERSON, one(escalations, chance)));
        }
        return lines;
    }

    private Line line(Random chance) {
        int dice = chance.nextInt(KNOWLEDGE + ACCOUNT + PROCEDURE + SMALL_TALK);
        if (dice < KNOWLEDGE) {
            return new Line(Kind.KNOWLEDGE, asked.apply(one(questions, chance)));
        }
        if (dice < KNOWLEDGE + ACCOUNT) {
            return new Line(Kind.ACCOUNT, one(ACCOUNTS, chance));
        }
        return dice < KNOWLEDGE + ACCOUNT + PROCEDURE
                ? new Line(Kind.PROCEDURE, one(PROCEDURES, chance))
                : new Line(Kind.TALK, one(TALK, chance));
    }

    private static String one(List<String> among, Random chance) {
        return among.get(chance.nextInt(among.size()));
    }
}
