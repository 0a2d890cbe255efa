package io.openteller.platform.sources.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the question and the answer in what was said. Better none than a poor one: each costs a person a look, and what is
 * particular to one customer helps no other.
 */
final class PairFinder {

    private static final int SHORTEST_ANSWER = 40;
    private static final int LONGEST_QUESTION = 400;

    private static final Pattern QUESTION = Pattern.compile("(?is)^\\s*(how|what|when|where|which|who|why|can|could|do|does|is|are|am|may|will|"
            + "would|should|i (want|need|would like) to know|please tell|tell me|kya|kaise|kab|kitna|kitne|kahan|kaun|"
            + "क्या|कैसे|कब|कितना|कितने|कितनी|कहाँ|कौन|क्यों|هل|كيف|متى|كم|أين|ما)(\\b|\\s).*");

    /** Said of this customer's own affairs. */
    private static final Pattern PARTICULAR = Pattern.compile(
            "(?is).*\\b(i (have|can see|see|checked|have checked|looked)|i've|your (account|card|balance|payment|transaction|case|refund|request)"
                    + " (is|was|has|shows|ending)|for you now|one moment|please hold|let me (check|look)|bear with me)\\b.*");

    private static final Pattern TOKEN = Pattern.compile("\\[[A-Z_]+_\\d+]");

    /** @param agent who answered */
    record Pair(String question, String answer, Message answered) {}

    private PairFinder() {}

    /** @param messages of one conversation, masked, oldest first */
    static Optional<Pair> in(List<Message> messages) {
        Pair best = null;
        String question = "";
        for (Message message : messages) {
            if (message.author() == Author.CUSTOMER && isQuestion(message.text())) {
                question = message.text().strip();
            } else if (message.author() == Author.AGENT && !question.isEmpty() && isAnswer(message.text())) {
                boolean better = best == null || message.text().length() > best.answer().length();
                if (better) {
                    best = new Pair(question, message.text().strip(), message);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isQuestion(String text) {
        String said = text.strip();
        boolean asks = said.endsWith("?") || said.endsWith("؟") || said.endsWith("？") || QUESTION.matcher(said).matches();
        return asks && said.length() <= LONGEST_QUESTION && said.split("\\s+").length >= 3 && tokens(said) <= 1;
    }

    private static boolean isAnswer(String text) {
        String said = text.strip();
        return said.length() >= SHORTEST_ANSWER
                && !said.endsWith("?")
                && tokens(said) == 0
                && !PARTICULAR.matcher(said).matches();
    }

    private static long tokens(String text) {
        return TOKEN.matcher(text).results().count();
    }
}
