package io.openteller.platform.embedding.internal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What is one word however it is written: in Devanagari, in Latin letters as they are written, and more loosely. */
final class HindiSpelling {

    private static final int VIRAMA = 0x94D;
    private static final Map<Character, String> LETTERS = new HashMap<>();
    private static final Map<Character, String> SIGNS = new HashMap<>();

    private static final Pattern JOINERS = Pattern.compile("[\\u200b-\\u200d\\u093c]");
    private static final Pattern NASAL = Pattern.compile("[ङञणनम]्(?=[क-ह])|ँ");
    /** Pairs that writers mix up: the second is taken for the first. */
    private static final String MIXED = "इईउऊिीुूओऑोॉऐऍैॅ";
    private static final Pattern LAST_YE = Pattern.compile("(?<=.)ये(?=$|\\s)");

    private static final Pattern E = Pattern.compile("ayi|ai|ei|ay(?![aeiou])|ey(?![aeiou])");
    private static final Pattern O = Pattern.compile("au|ou|aw(?![aeiou])");
    private static final Pattern HARD_C = Pattern.compile("c(?!h)|q");
    private static final Pattern GLIDE = Pattern.compile("(?<=[aeiou])y(?=[ei])");
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");
    private static final Pattern BEFORE_LIPS = Pattern.compile("m(?=[bp])");
    private static final Pattern LAST_NASAL = Pattern.compile("(?<=[aeiou])n(?=$|\\s)");
    private static final Pattern INNER_A = Pattern.compile("(?<=[a-z])a(?=[a-z])");
    /** An a that Devanagari implies and nobody says: between a syllable and another. */
    private static final Pattern SILENT_A = Pattern.compile("(?<=[Aaeiou][b-df-hj-np-tv-z]h?)A(?=[b-df-hj-np-tv-z]h?[Aaeiou])");

    static {
        String[] letters = {
            "अ a", "आ aa", "इ i", "ई ii", "उ u", "ऊ uu", "ऋ ri", "ए e", "ऐ ai", "ओ o", "औ au", "ऑ o", "ऍ e", "क k",
            "ख kh", "ग g", "घ gh", "ङ n", "च ch", "छ ch", "ज j", "झ jh", "ञ n", "ट t", "ठ th", "ड d", "ढ dh", "ण n",
            "त t", "थ th", "द d", "ध dh", "न n", "प p", "फ f", "ब b", "भ bh", "म m", "य y", "र r", "ल l", "व v",
            "श sh", "ष sh", "स s", "ह h", "ळ l"
        };
        String[] signs = {
            "ा aa", "ि i", "ी ii", "ु u", "ू uu", "ृ ri", "े e", "ै ai", "ो o", "ौ au", "ॉ o", "ॅ e"
        };
        for (String letter : letters) {
            LETTERS.put(letter.charAt(0), letter.substring(2));
        }
        for (String sign : signs) {
            SIGNS.put(sign.charAt(0), sign.substring(2));
        }
    }

    private HindiSpelling() {}

    /** Without nukta and virama, with one kind of nasal, and i and u of one length. */
    static String devanagari(String words) {
        String plain = JOINERS.matcher(Normalizer.normalize(words, Normalizer.Form.NFC)).replaceAll("");
        plain = NASAL.matcher(plain).replaceAll("ं").replace("यी", "ई");
        plain = LAST_YE.matcher(plain).replaceAll("ए");
        StringBuilder key = new StringBuilder(plain.length());
        for (char letter : plain.toCharArray()) {
            int mixed = MIXED.indexOf(letter);
            if (letter != VIRAMA) {
                key.append(mixed % 2 == 1 ? MIXED.charAt(mixed - 1) : letter);
            }
        }
        return key.toString();
    }

    /** As one might write it in Latin letters; digits become ASCII. */
    static String latin(String word) {
        String plain = JOINERS.matcher(Normalizer.normalize(word, Normalizer.Form.NFC)).replaceAll("");
        StringBuilder latin = new StringBuilder(plain.length() + 8);
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            String known = LETTERS.get(letter);
            String sign = SIGNS.get(letter);
            if (known != null) {
                latin.append(known);
                if (letter >= 'क' && letter <= 'ह' && impliesA(plain, i + 1)) {
                    latin.append('A');
                }
            } else if (sign != null) {
                latin.append(sign);
            } else if (letter == 'ं' || letter == 'ँ') {
                boolean last = i + 1 == plain.length() || plain.charAt(i + 1) == ' ';
                latin.append(last ? "" : "n");
            } else if (Character.isDigit(letter)) {
                latin.append(Character.digit(letter, 10));
            } else if (letter != VIRAMA) {
                latin.append(letter);
            }
        }
        String silent = SILENT_A.matcher(latin).replaceAll("");
        return TWICE.matcher(silent.replace('A', 'a')).replaceAll("$1");
    }

    private static boolean impliesA(String word, int next) {
        return next < word.length()
                && word.charAt(next) != VIRAMA
                && word.charAt(next) != ' '
                && !SIGNS.containsKey(word.charAt(next));
    }

    /** One key for what writers of Hindi in Latin letters write now so and now so: paisa, paisaa, pesa. */
    static String heard(String latin) {
        String sound = latin.replace("ee", "i").replace("oo", "u");
        sound = E.matcher(TWICE.matcher(sound).replaceAll("$1")).replaceAll("e");
        sound = O.matcher(sound).replaceAll("o");
        sound = HARD_C.matcher(sound.replace("ck", "k").replace("chh", "ch")).replaceAll("k");
        sound = sound.replace("ph", "f").replace('z', 'j').replace('w', 'v').replace("iy", "i").replace("x", "ks");
        sound = GLIDE.matcher(sound).replaceAll("");
        return TWICE.matcher(BEFORE_LIPS.matcher(sound).replaceAll("n")).replaceAll("$1");
    }

    /** Without a nasal at the end, which the transliteration leaves out too: me for mein. */
    static String withoutNasal(String heard) {
        return LAST_NASAL.matcher(heard).replaceAll("");
    }

    /** The same without every a inside: smjh for samajh and samjh. */
    static String loosely(String heard) {
        return INNER_A.matcher(withoutNasal(heard)).replaceAll("");
    }
}
