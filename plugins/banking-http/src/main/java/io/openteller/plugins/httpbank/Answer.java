package io.openteller.plugins.httpbank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.spi.Money;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of what a server answered, read member by member as the contract has them. Whatever does not fit throws
 * {@link NotOfContract}, which names the member and never what was in it.
 */
final class Answer {

    static final Pattern REF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,99}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final long MOST = 9_007_199_254_740_991L;
    private static final int LONGEST = 200;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(12)
                            .maxNumberLength(30)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final String where;
    private final Set<String> currencies;

    private Answer(JsonNode object, String where, Set<String> currencies) {
        this.object = object;
        this.where = where;
        this.currencies = currencies;
    }

    /** @param currencies the only ones that an amount may have */
    static Answer of(byte[] body, Set<String> currencies) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read == null || !read.isObject()) {
                throw new NotOfContract("it is no JSON object");
            }
            return new Answer(read, "", currencies);
        } catch (JsonProcessingException malformed) {
            throw new NotOfContract("it is no JSON");
        } catch (IOException unreadable) {
            throw new NotOfContract("it is no text");
        }
    }

    /** The answer breaks the contract. */
    static final class NotOfContract extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotOfContract(String why) {
            super(why, null, false, false);
        }
    }

    NotOfContract wrong(String name, String why) {
        return new NotOfContract(where + name + " " + why);
    }

    private JsonNode member(String name) {
        JsonNode member = object.get(name);
        if (member == null || member.isNull()) {
            throw wrong(name, "is missing");
        }
        return member;
    }

    private String string(String name, int longest) {
        JsonNode member = member(name);
        if (!member.isTextual()) {
            throw wrong(name, "is no text");
        }
        String text = member.textValue();
        if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
            throw wrong(name, "is empty or too long");
        }
        if (text.chars().anyMatch(each -> each < ' ' || each == 0x7f)) {
            throw wrong(name, "has control characters");
        }
        return text;
    }

    /** One line. */
    String text(String name) {
        return string(name, LONGEST);
    }

    String text(String name, int longest) {
        return string(name, longest);
    }

    String ref(String name) {
        return matching(name, REF, "is no reference");
    }

    /** A word of the bank's own. */
    String code(String name) {
        return matching(name, CODE, "is no code");
    }

    String matching(String name, Pattern pattern, String otherwise) {
        String text = string(name, LONGEST);
        if (!pattern.matcher(text).matches()) {
            throw wrong(name, otherwise);
        }
        return text;
    }

    String oneOf(String name, Set<String> known) {
        String text = string(name, LONGEST);
        if (!known.contains(text)) {
            throw wrong(name, "is none of " + known.stream().sorted().toList());
        }
        return text;
    }

    boolean yes(String name) {
        JsonNode member = member(name);
        if (!member.isBoolean()) {
            throw wrong(name, "is neither true nor false");
        }
        return member.booleanValue();
    }

    long whole(String name, long least, long most) {
        JsonNode member = member(name);
        if (!member.isIntegralNumber()) {
            throw wrong(name, "is no whole number");
        }
        if (!member.canConvertToLong() || member.longValue() < least || member.longValue() > most) {
            throw wrong(name, "is out of bounds");
        }
        return member.longValue();
    }

    Money money(String name) {
        Answer money = object(name);
        String currency = money.text("currency");
        if (!currencies.contains(currency)) {
            throw money.wrong("currency", "is none of the bank's");
        }
        return new Money(money.whole("minor", -MOST, MOST), currency);
    }

    Instant instant(String name) {
        try {
            return Instant.parse(string(name, 40));
        } catch (DateTimeException malformed) {
            throw wrong(name, "is no time");
        }
    }

    LocalDate date(String name) {
        try {
            return LocalDate.parse(string(name, 10));
        } catch (DateTimeException malformed) {
            throw wrong(name, "is no date");
        }
    }

    @Nullable LocalDate dateIfAny(String name) {
        return object.hasNonNull(name) ? date(name) : null;
    }

    Answer object(String name) {
        JsonNode member = member(name);
        if (!member.isObject()) {
            throw wrong(name, "is no object");
        }
        return new Answer(member, where + name + ".", currencies);
    }

    /** @param key what may not be there twice */
    <T> List<T> list(String name, int most, Function<T, String> key, Function<Answer, T> reader) {
        JsonNode member = member(name);
        if (!member.isArray()) {
            throw wrong(name, "is no list");
        }
        if (member.size() > most) {
            throw wrong(name, "has more than " + most);
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < member.size(); i++) {
            String place = where + name + "[" + i + "]";
            if (!member.get(i).isObject()) {
                throw new NotOfContract(place + " is no object");
            }
            read.add(reader.apply(new Answer(member.get(i), place + ".", currencies)));
        }
        if (read.stream().map(key).distinct().count() < read.size()) {
            throw wrong(name, "has the same one twice");
        }
        return List.copyOf(read);
    }
}
