package io.openteller.platform.retrieval.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The words of one part of a question under one language's rules, and how much each tells. */
final class Asked {

    /** More add time and hardly anything else; the rarest are kept. */
    private static final int MOST = 24;

    /** The bank's word for a customer's is a guess. */
    private static final float WIDENED = 0.7f;

    private final String rules;
    private final Map<String, Double> rarity = new LinkedHashMap<>();
    private final List<String> widened = new ArrayList<>();

    Asked(String rules, Set<String> words, Set<String> widened, IndexReader index) throws IOException {
        this.rules = rules;
        Map<String, Double> all = new LinkedHashMap<>();
        for (String word : words) {
            int documents = index.docFreq(new Term(Fields.WORDS + rules, word));
            // A word that the bank never uses is often the customer's own for something that it does have.
            all.put(word, documents == 0 ? 1.5 : Math.log(1 + (double) index.numDocs() / documents));
        }
        all.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(word -> rarity.put(word.getKey(), word.getValue()));
        widened.stream().filter(word -> !rarity.containsKey(word)).limit(MOST).forEach(this.widened::add);
    }

    void addTo(BooleanQuery.Builder query) {
        rarity.keySet().forEach(word -> query.add(term(word), Occur.SHOULD));
        widened.forEach(word -> query.add(new BoostQuery(term(word), WIDENED), Occur.SHOULD));
    }

    private Query term(String word) {
        return new TermQuery(new Term(Fields.WORDS + rules, word));
    }

    /** Weighted share of the question that each candidate says, 0 to 1; a bank's word counts for the customer's. */
    double[] covered(Candidates candidates) throws IOException {
        double[] shares = new double[candidates.size()];
        double all = rarity.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all == 0) {
            return shares;
        }
        boolean[][] said = candidates.have(Fields.WORDS + rules, List.copyOf(rarity.keySet()));
        boolean[][] meant = candidates.have(Fields.WORDS + rules, widened);
        for (int i = 0; i < shares.length; i++) {
            double missing = 0;
            int word = 0;
            for (double weight : rarity.values()) {
                missing += said[word++][i] ? 0 : weight;
            }
            int added = 0;
            for (boolean[] has : meant) {
                added += has[i] ? 1 : 0;
            }
            shares[i] = Math.min(1, (all - missing + Math.min(missing, added)) / all);
        }
        return shares;
    }
}
