package io.openteller.plugins.sandbox.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.spi.Outcome;
import java.sql.SQLException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about what is on the customer's file. All of them must be answered right. */
final class Questions {

    static final List<Supplied> SUPPLIED = List.of(
            new Supplied("questions.ask/v1", Supplied.Kind.REMEMBERED, Questions::ask),
            Supplied.effect("questions.check/v1", Questions::check));

    private static final String KIND = "QUESTIONS";
    private static final int ATTEMPTS = 2;
    private static final int CHOICES = 4;
    private static final Map<String, List<String>> CITIES = Map.of(
            "INR", List.of("Bengaluru", "Pune", "Lucknow", "Chennai", "Nagpur", "Kochi", "Patna", "Jaipur"),
            "GBP", List.of("Bristol", "Leeds", "Leicester", "Cardiff", "Belfast", "London", "Swansea", "Sheffield"));

    private Questions() {}

    private record Question(String id, String text, String right, List<String> others) {

        JsonNode shown(Random random) {
            Stream<String> wrong = others.stream().filter(one -> !one.equals(right)).limit(CHOICES - 1L);
            List<String> choices = Stream.concat(Stream.of(right), wrong)
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(choices, random);
            return Json.of("id", id, "text", text, "choices", choices);
        }
    }

    private static Outcome<JsonNode> ask(Call call) throws SQLException {
        List<Question> questions = of(call, new Random(call.callId().hashCode()));
        Map<String, String> right = new TreeMap<>();
        questions.forEach(one -> right.put(one.id(), one.right()));
        String ref = Challenges.open(call, KIND, right.toString(), ATTEMPTS);
        Random random = new Random(call.callId().hashCode());
        return Outcome.done(
                Json.of(
                        "challenge", ref,
                        "questions", questions.stream().map(one -> one.shown(random)).toList()),
                call.now());
    }

    private static List<Question> of(Call call, Random random) throws SQLException {
        Person person = Person.of(call);
        List<Question> questions = new ArrayList<>();
        if (person.since() != null) {
            questions.add(new Question(
                    "joined", "In which month did you open your first account with us?", month(person.since().getMonth()),
                    shuffled(Arrays.stream(Month.values()).map(Questions::month).toList(), random)));
        }
        questions.add(new Question(
                "city", "Which city do we have on file for you?", person.city(),
                shuffled(CITIES.getOrDefault(call.currency(), List.of()), random)));
        long accounts = call.sum("SELECT count(*) FROM account WHERE customer = ?", call.customer());
        questions.add(new Question(
                "accounts", "How many accounts do you have with us?", Long.toString(accounts), List.of("1", "2", "3", "4", "5")));
        return questions;
    }

    private static String month(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static List<String> shuffled(List<String> all, Random random) {
        List<String> copy = new ArrayList<>(all);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Outcome<JsonNode> check(Call call) throws SQLException {
        if (!call.input().path("answers").isArray()) {
            throw new Malformed("answers");
        }
        Map<String, String> answers = new TreeMap<>();
        for (JsonNode answer : call.input().path("answers")) {
            answers.put(answer.path("id").asText(), answer.path("choice").asText());
        }
        return Challenges.check(call, KIND, answers.toString());
    }
}
