package io.openteller.platform.understanding.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a Hindi word sounds, roughly, whichever script it is written in: {@code नहीं}, {@code nahi}, {@code nahin} and
 * {@code nhi} sound alike, and so do {@code पैसा}, {@code paisa} and {@code pesa}.
 *
 * <p>Short a is dropped, because Devanagari does not write it and Latin spelling is free about it.
 */
final class Sound {

    private static final int VIRAMA = 0x94D;
    private static final Map<Character, String> LETTERS = new HashMap<>();
    private static final Map<Character, String> VOWEL_SIGNS = new HashMap<>();

    private static final Pattern LONG_A = Pattern.compile("a{2,}");
    private static final Pattern LONG_I = Pattern.compile("e{2,}|i{2,}");
    private static final Pattern LONG_U = Pattern.compile("o{2,}|u{2,}");
    private static final Pattern E = Pattern.compile("ayi|ai|ei|ay(?![aeiou])");
    private static final Pattern O = Pattern.compile("au|ou|aw(?![aeiou])");
    private static final Pattern K = Pattern.compile("c(?!h)|q");
    private static final Pattern NASAL_END = Pattern.compile("(?<=[ieou])n$");
    private static final Pattern NASAL_BEFORE_LIPS = Pattern.compile("m(?=[bp])");
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");
    private static final Pattern SHORT_A = Pattern.compile("(?<!^)a");

    static {
        String[] letters = {
            "अ a", "आ aa", "इ i", "ई ii", "उ u", "ऊ uu", "ऋ ri", "ए e", "ऐ ai", "ओ o", "औ au", "ऑ o", "ऍ e", "क k",
            "ख kh", "ग g", "घ gh", "ङ n", "च ch", "छ ch", "ज j", "झ jh", "ञ n", "ट t", "ठ th", "ड d", "ढ dh", "ण n",
            "त t", "थ th", "द d", "ध dh", "न n", "प p", "फ ph", "ब b", "भ bh", "म m", "य y", "र r", "ल l", "व v",
            "श sh", "ष sh", "स s", "ह h", "ळ l"
        };
        String[] signs = {
            "ा aa", "ि i", "ी ii", "ु u", "ू uu", "ृ ri", "े e", "ै ai", "ो o", "ौ au", "ॉ o", "ॅ e"
        };
        for (String letter : letters) {
            LETTERS.put(letter.charAt(0), letter.substring(2));
        }
        for (String sign : signs) {
            VOWEL_SIGNS.put(sign.charAt(0), sign.substring(2));
        }
    }

    private Sound() {}

    /** @param word in lower case, as {@link Spelling} leaves it */
    static String of(String word) {
        String sound = latin(word);
        sound = LONG_A.matcher(sound).replaceAll("a");
        sound = LONG_I.matcher(sound).replaceAll("i");
        sound = LONG_U.matcher(sound).replaceAll("u");
        sound = E.matcher(sound).replaceAll("e");
        sound = O.matcher(sound).replaceAll("o");
        sound = K.matcher(sound.replace("chh", "ch").replace("ck", "k")).replaceAll("k");
        sound = sound.replace("ph", "f").replace('z', 'j').replace('w', 'v').replace("iy", "i");
        sound = NASAL_BEFORE_LIPS.matcher(sound).replaceAll("n");
        sound = TWICE.matcher(sound).replaceAll("$1");
        sound = NASAL_END.matcher(sound).replaceAll("");
        return SHORT_A.matcher(sound).replaceAll("");
    }

    private static String latin(String word) {
        StringBuilder latin = new StringBuilder(word.length() + 8);
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            String known = LETTERS.get(letter);
            String sign = VOWEL_SIGNS.get(letter);
            if (sign != null) {
                latin.append(sign);
            } else if (letter == 'ं') {
                latin.append('n');
            } else if (known != null) {
                latin.append(known);
                if (isConsonant(letter) && inherentVowel(word, i + 1)) {
                    latin.append('a');
                }
            } else if (letter != VIRAMA) {
                latin.append(letter);
            }
        }
        return latin.toString();
    }

    private static boolean isConsonant(char letter) {
        return letter >= 'क' && letter <= 'ह';
    }

    private static boolean inherentVowel(String word, int next) {
        return next < word.length() && word.charAt(next) != VIRAMA && !VOWEL_SIGNS.containsKey(word.charAt(next));
    }
}
