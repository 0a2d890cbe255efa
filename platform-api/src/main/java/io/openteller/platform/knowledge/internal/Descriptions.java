package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.knowledge.Particulars;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what is said about a document, and writes it one way. */
final class Descriptions {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_TAGS = 20;
    private static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private Descriptions() {}

    /** @throws ProblemException naming every field that is wrong */
    static Particulars checked(Particulars said) {
        List<FieldFault> faults = new ArrayList<>();
        Particulars clean = new Particulars(
                text(faults, "title", said.title(), LONGEST_TITLE),
                text(faults, "category", said.category(), LONGEST_NAME),
                said.tags() == null ? null : names(faults, "tags", said.tags(), tag -> tag.toLowerCase(Locale.ROOT)),
                language(faults, said.language()),
                said.owner() == null || said.owner().isBlank()
                        ? said.owner()
                        : text(faults, "owner", said.owner(), LONGEST_NAME),
                said.reviewDue(),
                said.appliesTo() == null ? null : appliesTo(faults, said.appliesTo()));
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.DOCUMENT_INVALID, faults);
        }
        return clean;
    }

    private static AppliesTo appliesTo(List<FieldFault> faults, AppliesTo said) {
        Set<String> jurisdictions =
                names(faults, "jurisdictions", said.jurisdictions(), one -> one.toUpperCase(Locale.ROOT));
        if (!jurisdictions.stream().allMatch(one -> JURISDICTION.matcher(one).matches())) {
            faults.add(new FieldFault("jurisdictions", "are two capital letters, such as IN or GB-SCT"));
        }
        return new AppliesTo(
                names(faults, "products", said.products(), UnaryOperator.identity()),
                names(faults, "segments", said.segments(), UnaryOperator.identity()),
                jurisdictions);
    }

    private static @Nullable String text(List<FieldFault> faults, String field, @Nullable String said, int longest) {
        if (said == null) {
            return null;
        }
        String clean = said.strip().replaceAll("\\s+", " ");
        if (clean.isEmpty() || clean.length() > longest || clean.chars().anyMatch(Character::isISOControl)) {
            faults.add(new FieldFault(field, "has 1 to " + longest + " characters"));
        }
        return clean;
    }

    private static Set<String> names(
            List<FieldFault> faults, String field, Set<String> said, UnaryOperator<String> form) {
        Set<String> clean = new TreeSet<>();
        for (String one : said) {
            String name = text(faults, field, one, LONGEST_NAME);
            clean.add(form.apply(name == null ? "" : name));
        }
        if (clean.size() > MOST_TAGS) {
            faults.add(new FieldFault(field, "are at most " + MOST_TAGS));
        }
        return clean;
    }

    private static @Nullable String language(List<FieldFault> faults, @Nullable String said) {
        if (said == null) {
            return null;
        }
        try {
            String tag = new Locale.Builder().setLanguageTag(said.strip()).build().toLanguageTag();
            if (!tag.equals("und")) {
                return tag;
            }
        } catch (IllformedLocaleException wrong) {
            // told below
        }
        faults.add(new FieldFault("language", "is a language tag, such as en or hi-IN"));
        return said;
    }
}
