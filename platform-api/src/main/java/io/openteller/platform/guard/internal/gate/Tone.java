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

/** Blame, sarcasm and shouting. */
final class Tone implements Policy {

    private static final Pattern BLAME = Pattern.compile("\\b(?:(?:it is|it's|this is|that is|that's) (?:entirely |all |clearly |simply )?your (?:own )?(?:fault|mistake|problem|responsibility alone)"
            + "|you (?:should have|should've|ought to have) (?:known|read|checked|been more careful|thought)[^.!?]*|you only have yourself to blame"
            + "|you (?:failed|neglected|forgot|didn't bother) to (?:read|listen|understand|pay attention)[^.!?]*|your (?:own )?(?:carelessness|negligence|stupidity)"
            + "|as i (?:already|have already|just) (?:told|said|explained)[^.!?]*|how (?:many times|hard can it be)[^.!?]*|calm down|stop (?:complaining|whining|wasting)[^.!?]*"
            + "|not (?:our|my) (?:fault|problem)|obviously you[^.!?]*|if you had (?:bothered|listened|read)[^.!?]*)");
    private static final Pattern SARCASM = Pattern.compile("\\b(?:congratulations on (?:losing|missing|forgetting|failing)[^.!?]*|well done for (?:losing|missing|forgetting)[^.!?]*"
            + "|oh,? (?:great|really|wow|please)\\b[^.!?]*|good luck with that|boo[- ]?hoo|cry me a river|big deal|thanks for nothing|what did you expect[^.!?]*"
            + "|stupid|idiot(?:ic)?|dumb|moron|pathetic|ridiculous|shut up|damn|nonsense)\\b");
    private static final Pattern SHOUT = Pattern.compile("(?:(?<![\\p{L}\\d])\\p{Lu}{2,}[ ,']+){3,}\\p{Lu}{2,}|[!?]{3,}|!\\s*!");

    @Override
    public List<Claim> broken(Reply reply, List<Evidence> evidence) {
        List<Claim> broken = new ArrayList<>();
        String plain = Plain.of(reply.text());
        find(BLAME, plain, reply, evidence, "Blames the customer.", broken);
        find(SARCASM, plain, reply, evidence, "Mocks or insults.", broken);
        find(SHOUT, reply.text(), reply, evidence, "Shouts.", broken);
        return broken;
    }

    private static void find(
            Pattern pattern, String text, Reply reply, List<Evidence> evidence, String reason, List<Claim> broken) {
        for (Matcher match = pattern.matcher(text); match.find(); ) {
            String words = match.group().toLowerCase(Locale.ROOT);
            if (evidence.stream().noneMatch(one -> Plain.of(one.text()).contains(words))) {
                broken.add(new Claim(reply.text().substring(match.start(), match.end()), Kind.TONE, false, reason, match.start(), match.end()));
            }
        }
    }
}
