package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.PersonalData;
import io.openteller.platform.guard.Span;
import io.openteller.platform.guard.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class ConversationTokens implements Tokens {

    /** An answer needs these, and they do not tell who somebody is. */
    private static final Set<String> HARMLESS =
            Set.of("DATE", "AGE", "NATIONALITY", "JOB_TITLE", "TITLE", "ORGANISATION", "PLACE", "URL");

    private static final Pattern TOKEN = Pattern.compile("\\[[A-Z][A-Z_]{1,40}_[0-9]{1,6}]");

    private final PersonalData data;
    private final Map<String, String> tokenOf = new HashMap<>();
    private final Map<String, String> valueOf = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    ConversationTokens(PersonalData data) {
        this.data = data;
    }

    @Override
    public String hide(String text) {
        return hidden(text, span -> true);
    }

    @Override
    public String hideSaid(String text) {
        return hidden(text, span -> tokenOf.containsKey(key(span)));
    }

    private String hidden(String text, Predicate<Span> which) {
        // Nobody but this class may write a token.
        String foreign = TOKEN.matcher(text).replaceAll("(token)");
        StringBuilder hidden = new StringBuilder();
        int copied = 0;
        for (Span span : data.find(foreign)) {
            if (!HARMLESS.contains(span.type()) && which.test(span)) {
                hidden.append(foreign, copied, span.start())
                        .append(token(span, foreign.substring(span.start(), span.end())));
                copied = span.end();
            }
        }
        return hidden.append(foreign, copied, foreign.length()).toString();
    }

    @Override
    public String reveal(String text) {
        return TOKEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(valueOf.getOrDefault(found.group(), found.group())));
    }

    private static String key(Span span) {
        return span.type() + " " + span.value();
    }

    private String token(Span span, String written) {
        return tokenOf.computeIfAbsent(key(span), key -> {
            String token = "[" + span.type() + "_" + last.merge(span.type(), 1, Integer::sum) + "]";
            valueOf.put(token, written);
            return token;
        });
    }
}
