package io.openteller.platform.retrieval.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/** How much each word of a question tells: rare words of the bank's documents more than common ones. */
final class Weights {

    private final Map<String, Double> weights = new HashMap<>();
    private final Set<String> widened;

    /** @param widened the question's words together with the bank's words for them */
    Weights(Set<String> asked, Set<String> widened, IndexReader index) throws IOException {
        this.widened = widened;
        for (String word : asked) {
            int documents = Math.max(
                    index.docFreq(new Term("text", word)),
                    Math.max(index.docFreq(new Term("heading", word)), index.docFreq(new Term("title", word))));
            // A word that the bank never uses is often the customer's own for something that it does have.
            double rarity = documents == 0 ? 1.5 : Math.log(1 + (double) index.numDocs() / documents);
            weights.put(word, rarity);
        }
    }

    /** Weighted share of the question that {@code said} has, 0 to 1; a bank's word counts for the customer's. */
    double coveredBy(Set<String> said) {
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all == 0) {
            return 0;
        }
        double missing = weights.entrySet().stream()
                .filter(word -> !said.contains(word.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        long added = widened.stream()
                .filter(word -> !weights.containsKey(word) && said.contains(word))
                .count();
        return Math.min(1, (all - missing + Math.min(missing, added * 1.0)) / all);
    }
}
