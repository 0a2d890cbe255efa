package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import io.openteller.procedures.machine.reading.Amounts;
import io.openteller.procedures.machine.reading.Choosing;
import io.openteller.procedures.machine.reading.Days;
import io.openteller.procedures.machine.reading.Found;
import io.openteller.procedures.machine.reading.Moments;
import io.openteller.procedures.machine.reading.Words;
import io.openteller.procedures.machine.reading.YesNo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a question asks for out of what the customer wrote. */
final class Answers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST = 1_000;

    /**
     * @param rest what is left of the message for the questions that follow
     * @param shown the value as the customer would write it
     */
    record Read(JsonNode value, String rest, String shown) {}

    private Answers() {}

    /** Of a message that answers this question. */
    static Optional<Read> read(Progress progress, FrameNow frame, Node.Ask ask, String message) {
        List<Options> options = Options.of(progress, frame, ask.answer());
        if (!options.isEmpty()) {
            Optional<Read> chosen = chosen(message, options, Choosing.of(message, labels(options)));
            if (chosen.isPresent() || ask.answer().from() != null) {
                return chosen;
            }
        }
        if (!(ask.answer().type() instanceof VariableType.Plain(Kind kind))) {
            if (ask.answer().from() == null) {
                throw new CannotGoOn("step " + frame.node + " asks for what nobody can write");
            }
            return Optional.empty();
        }
        if (!options.isEmpty() && kind != Kind.BOOLEAN) {
            return Optional.empty();
        }
        return plain(progress, kind, message);
    }

    /** Of a message that is the label of one option and nothing else. */
    static Optional<Read> picked(Progress progress, FrameNow frame, Node.Ask ask, String message) {
        String said = Words.spaced(message);
        List<Options> options = Options.of(progress, frame, ask.answer()).stream()
                .filter(option -> option.labels().stream().map(Words::spaced).anyMatch(said::equals))
                .toList();
        return options.size() == 1
                ? Optional.of(new Read(options.getFirst().value(), "", options.getFirst().label()))
                : Optional.empty();
    }

    /** Of a message that answered something else, and may answer this too. */
    static Optional<Read> early(Progress progress, FrameNow frame, Node.Ask ask, String rest) {
        List<Options> options = Options.of(progress, frame, ask.answer());
        if (options.size() > 1) {
            return chosen(rest, options, Choosing.telling(rest, labels(options)));
        }
        if (!options.isEmpty() || !(ask.answer().type() instanceof VariableType.Plain(Kind kind))) {
            return Optional.empty();
        }
        return switch (kind) {
            case MONEY -> money(progress, rest, Amounts.among(rest, progress.tools.bank().currency()));
            case DATE -> plain(progress, kind, rest);
            case TEXT, INTEGER, BOOLEAN, TIME -> Optional.empty();
        };
    }

    private static Optional<Read> plain(Progress progress, Kind kind, String message) {
        ZoneId zone = progress.tools.bank().zone();
        LocalDate today = progress.at.atZone(zone).toLocalDate();
        String plain = Words.plain(message);
        return switch (kind) {
            case TEXT -> text(message);
            case BOOLEAN -> YesNo.of(message).map(yes -> read(progress, JSON.booleanNode(yes), afterFirstWord(plain)));
            case INTEGER -> Found.only(Amounts.counts(message))
                    .map(found -> read(progress, number(found.value()), without(plain, found)));
            case DATE -> Found.only(Days.in(message, today))
                    .map(found -> read(progress, JSON.textNode(found.value().toString()), without(plain, found)));
            case TIME -> Moments.of(message, progress.at, zone)
                    .map(at -> read(progress, JSON.textNode(at.toString()), ""));
            case MONEY -> money(progress, message, Amounts.in(message, progress.tools.bank().currency()));
        };
    }

    private static Optional<Read> money(Progress progress, String message, List<Found<Amounts.Amount>> amounts) {
        return Found.only(amounts)
                .flatMap(found -> money(found.value())
                        .map(value -> read(progress, value, without(Words.plain(message), found))));
    }

    private static Optional<Read> text(String message) {
        String text = message.strip();
        return text.isEmpty() || text.length() > LONGEST
                ? Optional.empty()
                : Optional.of(new Read(JSON.textNode(text), "", text));
    }

    private static Optional<JsonNode> money(Amounts.Amount amount) {
        try {
            int digits = Math.max(0, Currency.getInstance(amount.currency()).getDefaultFractionDigits());
            long minor = amount.value().movePointRight(digits).longValueExact();
            return Optional.of(JSON.objectNode().put("currency", amount.currency()).set("minor", number(minor)));
        } catch (ArithmeticException tooLargeOrTooFine) {
            return Optional.empty();
        }
    }

    private static JsonNode number(long value) {
        return (int) value == value ? JSON.numberNode((int) value) : JSON.numberNode(value);
    }

    private static Read read(Progress progress, JsonNode value, String rest) {
        return new Read(value, rest, progress.shown(value).orElse(""));
    }

    private static Optional<Read> chosen(String message, List<Options> options, OptionalInt which) {
        if (which.isEmpty()) {
            return Optional.empty();
        }
        Options chosen = options.get(which.getAsInt());
        return Optional.of(new Read(chosen.value(), withoutLabel(message, chosen), chosen.label()));
    }

    private static String withoutLabel(String message, Options chosen) {
        String rest = Words.plain(message);
        for (String label : chosen.labels()) {
            for (String word : Words.of(label)) {
                rest = rest.replaceAll("(?<![\\p{L}\\p{M}\\d,.])" + word + "(?![\\p{L}\\p{M}\\d]|[,.]\\d)", " ");
            }
        }
        return rest.strip().matches("[\\d\\s]{0,2}") ? "" : rest.strip();
    }

    private static String without(String plain, Found<?> found) {
        return (plain.substring(0, found.start()) + " " + plain.substring(found.end())).strip();
    }

    private static String afterFirstWord(String plain) {
        int space = plain.strip().indexOf(' ');
        return space < 0 ? "" : plain.strip().substring(space + 1);
    }

    static List<List<String>> labels(List<Options> options) {
        return options.stream().map(Options::labels).toList();
    }

    static String unreadable(Progress progress, Node.Ask ask) {
        if (ask.answer().from() != null || !ask.answer().choices().isEmpty()) {
            return Phrase.UNREADABLE_CHOICE.in(progress);
        }
        String kind = ask.answer().type().toString().toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "MONEY" -> Phrase.UNREADABLE_MONEY.in(progress);
            case "DATE" -> Phrase.UNREADABLE_DATE.in(progress);
            case "TIME" -> Phrase.UNREADABLE_TIME.in(progress);
            case "INTEGER" -> Phrase.UNREADABLE_NUMBER.in(progress);
            case "BOOLEAN" -> Phrase.UNREADABLE_YES_NO.in(progress);
            default -> Phrase.UNREADABLE_TEXT.in(progress);
        };
    }
}
