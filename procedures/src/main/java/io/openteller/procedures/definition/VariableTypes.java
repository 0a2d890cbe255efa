package io.openteller.procedures.definition;

import io.openteller.operations.OperationName;
import io.openteller.procedures.definition.VariableType.Item;
import io.openteller.procedures.definition.VariableType.Kind;
import io.openteller.procedures.definition.VariableType.Plain;
import io.openteller.procedures.definition.VariableType.Reference;
import io.openteller.procedures.definition.VariableType.Result;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one word that a variable's type is written as. */
class VariableTypes {

    private static final String OPERATION = "([a-z]{2,20}\\.[a-z][a-z0-9_]{1,30}/v[1-9][0-9]?)";
    private static final Pattern REFERENCE = Pattern.compile("reference:([a-z][a-z_]{0,39})");
    private static final Pattern RESULT = Pattern.compile("result:" + OPERATION);
    private static final Pattern ITEM = Pattern.compile("item:" + OPERATION + ":([a-z][A-Za-z0-9_]{0,39})");

    private VariableTypes() {}

    static Optional<VariableType> of(String word) {
        for (Kind kind : Kind.values()) {
            if (word.equals(kind.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(new Plain(kind));
            }
        }
        Matcher matcher = REFERENCE.matcher(word);
        if (matcher.matches()) {
            return Optional.of(new Reference(matcher.group(1)));
        }
        matcher = RESULT.matcher(word);
        if (matcher.matches()) {
            return Optional.of(new Result(OperationName.of(matcher.group(1))));
        }
        matcher = ITEM.matcher(word);
        return matcher.matches()
                ? Optional.of(new Item(OperationName.of(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    static Optional<VariableType> read(Part part, String field) {
        String word = part.text(field, 200);
        Optional<VariableType> type = of(word);
        if (type.isEmpty() && !word.isEmpty()) {
            part.fault(field, "is '" + word + "', which is no type; there are text, integer, boolean, date, time, money,"
                    + " reference:KIND, result:OPERATION and item:OPERATION:LIST");
        }
        return type;
    }
}
