package io.openteller.platform.embedding.internal;

import java.util.ArrayList;
import java.util.List;

/** The forms of a Hindi word, regular ones; the few irregular verbs write theirs into the glossary. */
final class HindiForms {

    private static final List<String> AFTER_CONSONANT = List.of(
            "ना", "ने", "नी", "ता", "ते", "ती", "तीं", "ा", "े", "ी", "ीं", "ूं", "ें", "ो", "ेगा", "ेगी", "ेंगे", "ेंगी",
            "ूंगा", "ूंगी", "ोगे", "ोगी", "िए", "िएगा", "कर", "के");

    private static final List<String> AFTER_VOWEL = List.of(
            "ना", "ने", "नी", "ता", "ते", "ती", "तीं", "या", "ए", "ई", "ईं", "ऊं", "एं", "ओ", "एगा", "एगी", "एंगे", "एंगी",
            "ऊंगा", "ऊंगी", "ओगे", "ओगी", "इए", "इएगा", "कर", "के");

    private static final String VOWELS = "अआइईउऊएऐओऔािीुूेैोौ";

    private HindiForms() {}

    /** Other than the stem itself. */
    static List<String> ofVerb(String stem) {
        return (endsInVowel(stem) ? AFTER_VOWEL : AFTER_CONSONANT).stream().map(stem::concat).toList();
    }

    /** Of a noun or an adjective; also the English plural that loan words take. */
    static List<String> ofNoun(String noun) {
        List<String> forms = new ArrayList<>();
        String stem = noun.substring(0, noun.length() - 1);
        switch (noun.charAt(noun.length() - 1)) {
            case 'ा' -> List.of("े", "ी", "ों", "ाओं", "ाएं").forEach(ending -> forms.add(stem + ending));
            case 'ी' -> List.of("ियां", "ियों", "ियो").forEach(ending -> forms.add(stem + ending));
            case 'ू' -> List.of("ुओं", "ुएं").forEach(ending -> forms.add(stem + ending));
            default -> {
                if (endsInVowel(noun)) {
                    List.of("ओं", "एं", "यों", "यां").forEach(ending -> forms.add(noun + ending));
                } else {
                    List.of("ें", "ों", "्स", "स").forEach(ending -> forms.add(noun + ending));
                }
            }
        }
        return forms;
    }

    private static boolean endsInVowel(String word) {
        return VOWELS.indexOf(word.charAt(word.length() - 1)) >= 0;
    }
}
