package io.openteller.platform.embedding.internal;

import io.openteller.platform.embedding.Gloss;
import io.openteller.platform.embedding.internal.HindiGlossary.Meaning;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Word by word through the glossary, the longest phrase first. */
@Singleton
public final class HindiGloss implements Gloss {

    /** Changed with the rules; changes of the glossary are seen by themselves. */
    private static final String RULES = "1";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd}\\u200b-\\u200d]|['’](?=\\p{L}))*");

    private static final Pattern HINDI_LETTER = Pattern.compile("[\\u0904-\\u0939\\u0958-\\u0961]");

    /** Such as two of hardly occur together in English or in any other language: ne, se and ko do in Croatian. */
    private static final Set<String> TELLING = Set.of(
            ("kya kyaa hai hain hoon ka ki mein mera meri mere mujhe muje mujhko hamara hamare apna apni apne aap"
                            + " aapka aapki aapke aapko kitna kitni kitne kab kaise kese kaisa kaisi kahan kaha kyun kyu kyon kaun"
                            + " kaunsa kaunsi nahi nahin nhi nahee chahiye chaiye chahie hota hoti hote hoga hogi honge raha rahi"
                            + " rahe gaya gayi gaye gya gyi karna karne karo karu karun karein karte karta karti karke karwana"
                            + " karwane kiya kiye sakta sakti sakte milta milti milte milega milegi lagta lagti lagte lagega lagegi"
                            + " aur lekin magar wala wali wale yeh woh koi kuch kuchh hua hui hue jaye jaaye jata jati jate kisi"
                            + " kiska kiske iska iske uska uske bhi baad pehle batao bataiye bata paisa paise rupaye rupaya khata"
                            + " khate abhi diya diye aata aati aaya aayega")
                    .split(" "));

    /** Hindi in a Hindi sentence, though English has a word that is written so. */
    private static final Set<String> RATHER_HINDI = Set.of(
            ("me to do is hi the so us mere main par bad log kam ban din tak sab band bar mil man ha he ho hum tha ya ye se ne na ab"
                            + " kar pe in un")
                    .split(" "));

    /** English in a Hindi sentence too, though a Hindi word sounds so. */
    private static final Set<String> RATHER_ENGLISH = Set.of(
            ("use pay late date rate car care sim app pin case cash base may any are see say way day low high how who why what when"
                            + " where which can will of for with without and or not no yes by at it its this that from on my your our"
                            + " was be been has have had get got give take need want much many more less than bill bank please sir hello"
                            + " hi")
                    .split(" "));

    /** Read once, when it is first needed. */
    private static final class Read {
        private static final HindiGlossary GLOSSARY = new HindiGlossary();
        private static final String VERSION = RULES + "-" + Integer.toHexString(HindiGlossary.text().hashCode());
    }

    private final HindiGlossary glossary = Read.GLOSSARY;

    HindiGloss() {}

    public static Gloss load() {
        return new HindiGloss();
    }

    @Override
    public String version() {
        return Read.VERSION;
    }

    @Override
    public String english(String text) {
        if (HINDI_LETTER.matcher(text).find()) {
            return gloss(text, true);
        }
        return isHinglish(text) ? gloss(text, false) : text;
    }

    private record Word(int start, int end, String plain) {
        boolean isHindi() {
            return HINDI_LETTER.matcher(plain).find();
        }
    }

    private static boolean isHinglish(String text) {
        Set<String> told = new HashSet<>();
        int all = 0;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            all++;
            if (TELLING.contains(word)) {
                told.add(word);
            }
        }
        // A long English text may name a few Hindi words.
        return told.size() >= 2 && told.size() * 12 >= Math.min(all, 60);
    }

    private String gloss(String text, boolean devanagari) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.start(), matcher.end(), matcher.group().toLowerCase(Locale.ROOT)));
        }
        StringBuilder english = new StringBuilder(text.length());
        int hindi = 0;
        int known = 0;
        int done = 0;
        boolean afterStem = false;
        for (int i = 0; i < words.size(); ) {
            between(english, text.substring(done, words.get(i).start()));
            int length = Math.min(HindiGlossary.LONGEST, words.size() - i);
            Meaning meaning = null;
            for (; length > 0 && meaning == null; length--) {
                meaning = meaning(text, words.subList(i, i + length), devanagari);
            }
            length = meaning == null ? 1 : length + 1;
            Word first = words.get(i);
            Word last = words.get(i + length - 1);
            int hindiHere = (int) words.subList(i, i + length).stream().filter(Word::isHindi).count();
            hindi += hindiHere;
            if (meaning != null) {
                known += hindiHere;
                add(english, meaning.helper() && afterStem ? "" : meaning.english());
            } else {
                add(english, first.isHindi() ? HindiSpelling.latin(first.plain()) : text.substring(first.start(), first.end()));
            }
            afterStem = meaning != null && (meaning.stem() || meaning.helper() && afterStem);
            done = last.end();
            i += length;
        }
        between(english, text.substring(done));
        return devanagari && 2 * known < hindi ? text : english.toString().strip();
    }

    private @Nullable Meaning meaning(String text, List<Word> words, boolean devanagari) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                String gap = text.substring(words.get(i - 1).end(), words.get(i).start());
                if (!gap.equals(" ") && !gap.equals("-") && !gap.equals("\u00a0")) {
                    return null;
                }
                joined.append(' ');
            }
            joined.append(words.get(i).plain());
        }
        String key = joined.toString();
        if (devanagari) {
            return HINDI_LETTER.matcher(key).find() ? glossary.inDevanagari(key) : null;
        }
        if (words.size() == 1 && (RATHER_ENGLISH.contains(key) || glossary.isEnglish(key) && !RATHER_HINDI.contains(key))
                || Character.isDigit(key.charAt(0))) {
            return null;
        }
        return glossary.inLatin(key);
    }

    private static void add(StringBuilder english, String word) {
        if (!word.isEmpty()) {
            if (!english.isEmpty() && Character.isLetterOrDigit(english.charAt(english.length() - 1))) {
                english.append(' ');
            }
            english.append(word);
        }
    }

    /** Blanks are made where they are needed; every other sign stays. */
    private static void between(StringBuilder english, String gap) {
        if (gap.isEmpty()) {
            return;
        }
        if (gap.isBlank()) {
            if (gap.indexOf('\n') >= 0) {
                english.append('\n');
            } else if (!english.isEmpty() && !Character.isWhitespace(english.charAt(english.length() - 1))) {
                english.append(' ');
            }
            return;
        }
        english.append(gap.replace('।', '.'));
    }
}
