package io.openteller.platform.answer;

import io.openteller.platform.guard.Evidence;
import io.openteller.platform.retrieval.Passage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the bank's knowledge has for a question. */
public sealed interface Composed {

    /** All passages that were looked at, best first. */
    List<Passage> considered();

    Confidence confidence();

    /**
     * A sentence or list item of the reply.
     *
     * @param from the passages that say it; empty for approved wording that names no document
     */
    record Sentence(String text, List<Passage> from) {}

    /**
     * @param opening the assistant's own words before the facts; mostly empty
     * @param sentences in the order in which they are said
     * @param wording the approved wording that was said; null when the sentences are the documents' own
     */
    record Grounded(
            String opening,
            List<Sentence> sentences,
            @Nullable UUID wording,
            List<Passage> considered,
            Confidence confidence)
            implements Composed {

        /** As the customer reads it. */
        public String text() {
            StringBuilder text = new StringBuilder(opening);
            for (Sentence sentence : sentences) {
                boolean item = sentence.text().startsWith("- ");
                text.append(text.isEmpty() ? "" : item ? "\n" : " ").append(sentence.text());
            }
            return text.toString();
        }

        /** Every passage that is quoted, once. */
        public List<Passage> cited() {
            return sentences.stream()
                    .flatMap(sentence -> sentence.from().stream())
                    .distinct()
                    .toList();
        }

        /** What a check of the reply may rest on: the quoted passages, and wording that a person approved. */
        public List<Evidence> evidence() {
            Stream<Evidence> approved = wording == null
                    ? Stream.empty()
                    : sentences.stream().map(sentence -> Evidence.passage("", "", sentence.text()));
            Stream<Evidence> quoted = cited().stream()
                    .map(passage -> Evidence.passage(passage.title(), passage.heading(), passage.text()));
            return Stream.concat(approved, quoted).toList();
        }
    }

    /** Two readings are equally likely. @param options what the customer may mean, as the documents name it */
    record Clarify(List<String> options, List<Passage> considered, Confidence confidence) implements Composed {}

    /** Documents in force say different things about the same. @param passages which; at least two */
    record Conflict(List<Passage> passages, List<Passage> considered, Confidence confidence) implements Composed {

        /** For the person who has to decide. */
        public String inWords() {
            return passages.stream()
                    .map(passage -> passage.title() + ", " + passage.heading() + ": “" + passage.text() + "”")
                    .collect(Collectors.joining("\n"));
        }
    }

    record NotKnown(Why why, List<Passage> considered, Confidence confidence) implements Composed {

        /** Why nothing is said. */
        public enum Why {
            /** Nothing answers the question surely enough. */
            BELOW_FLOOR,
            /** It is known in another language only. */
            OTHER_LANGUAGE,
            /** Of this intent only approved wording may be said, and none fits. */
            ONLY_APPROVED_WORDING
        }
    }
}
