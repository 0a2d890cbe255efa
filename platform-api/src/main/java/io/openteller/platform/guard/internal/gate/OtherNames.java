package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Claim.Kind;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of other banks, unless the evidence itself says them. */
final class OtherNames implements Policy {

    @Override
    public List<Claim> broken(Reply reply, List<Evidence> evidence) {
        List<Claim> broken = new ArrayList<>();
        String said = reply.text().toLowerCase(Locale.ROOT);
        for (String name : reply.otherBanks()) {
            if (!said.contains(name.toLowerCase(Locale.ROOT))) {
                continue;
            }
            Pattern whole = Pattern.compile("(?<![\\p{L}\\p{Nd}])" + Pattern.quote(name) + "(?![\\p{L}\\p{Nd}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            if (evidence.stream().anyMatch(one -> whole.matcher(one.title() + " " + one.text()).find())) {
                continue;
            }
            for (Matcher match = whole.matcher(reply.text()); match.find(); ) {
                broken.add(new Claim(match.group(), Kind.OTHER_BANK, false, "The name of another bank.", match.start(), match.end()));
            }
        }
        return broken;
    }
}
