package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Entity.AccountName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What customers call their accounts: the word or two between "my" and "account". */
final class AccountFinder {

    private static final Pattern NAMED = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{M}])(?:my|our|mere|mera|meri|apne|मेरे|मेरा|मेरी|अपने)\\s+"
                    + "(?<name>[\\p{L}\\p{M}]+(?:\\s[\\p{L}\\p{M}]+)?)\\s+(?:account|acct|a/c|pot|khata|khate|अकाउंट|खाता|खाते)"
                    + "(?![\\p{L}\\p{M}])");

    private static final Set<String> NO_NAMES = Set.of(
            "bank", "new", "old", "other", "the", "own", "whole", "online", "number", "to", "in", "into", "from", "of", "and",
            "email", "is", "on", "with", "card", "money", "whatever", "बैंक", "नया", "naya", "naye", "dusre", "दूसरे");

    private AccountFinder() {}

    static List<AccountName> in(String text) {
        List<AccountName> found = new ArrayList<>();
        Matcher matcher = NAMED.matcher(text);
        while (matcher.find()) {
            String name = matcher.group("name").toLowerCase(Locale.ROOT);
            if (List.of(name.split("\\s")).stream().noneMatch(NO_NAMES::contains)) {
                found.add(new AccountName(matcher.start("name"), matcher.end(), name));
            }
        }
        return found;
    }
}
