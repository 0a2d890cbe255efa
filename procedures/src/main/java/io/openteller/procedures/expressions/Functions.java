package io.openteller.procedures.expressions;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What procedures need beyond CEL's own: {@code money(minor, currency)}, {@code sum(list)}, {@code day(time)},
 * {@code daysBetween(from, to)}, {@code plusDays(day, days)}. Days are written as 2026-11-21, in the bank's zone.
 */
final class Functions {

    /** Longer text, and longer lists, are faults: expressions compute with what people read. */
    private static final int LARGEST = 20_000;

    private Functions() {}

    static List<CelFunctionDecl> declared() {
        MapType money = MapType.create(SimpleType.STRING, SimpleType.DYN);
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "money",
                        CelOverloadDecl.newGlobalOverload("money_int_string", money, SimpleType.INT, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                        "sum",
                        CelOverloadDecl.newGlobalOverload("sum_list", SimpleType.INT, ListType.create(SimpleType.DYN))),
                CelFunctionDecl.newFunctionDeclaration(
                        "day", CelOverloadDecl.newGlobalOverload("day_dyn", SimpleType.STRING, SimpleType.DYN)),
                CelFunctionDecl.newFunctionDeclaration(
                        "daysBetween",
                        CelOverloadDecl.newGlobalOverload(
                                "days_between_dyn_dyn", SimpleType.INT, SimpleType.DYN, SimpleType.DYN)),
                CelFunctionDecl.newFunctionDeclaration(
                        "plusDays",
                        CelOverloadDecl.newGlobalOverload(
                                "plus_days_dyn_int", SimpleType.STRING, SimpleType.DYN, SimpleType.INT)));
    }

    static List<CelFunctionBinding> bound(ZoneId zone) {
        return List.of(
                CelFunctionBinding.from(
                        "money_int_string",
                        Long.class,
                        String.class,
                        (minor, currency) -> Map.of("minor", minor, "currency", currency)),
                CelFunctionBinding.from("sum_list", List.class, Functions::sum),
                CelFunctionBinding.from("day_dyn", Object.class, of -> day(of, zone).toString()),
                CelFunctionBinding.from(
                        "days_between_dyn_dyn",
                        Object.class,
                        Object.class,
                        (from, to) -> ChronoUnit.DAYS.between(day(from, zone), day(to, zone))),
                CelFunctionBinding.from(
                        "plus_days_dyn_int", Object.class, Long.class, (from, days) -> plus(day(from, zone), days)),
                CelFunctionBinding.from("add_string", String.class, String.class, Functions::joined),
                CelFunctionBinding.from("add_list", List.class, List.class, Functions::appended));
    }

    private static Object sum(List<?> list) throws CelEvaluationException {
        long sum = 0;
        for (Object entry : list) {
            if (!(entry instanceof Long number)) {
                throw new CelEvaluationException("sum takes whole numbers only");
            }
            try {
                sum = Math.addExact(sum, number);
            } catch (ArithmeticException tooLarge) {
                throw new CelEvaluationException("the sum is too large", tooLarge);
            }
        }
        return sum;
    }

    private static LocalDate day(Object of, ZoneId zone) throws CelEvaluationException {
        try {
            return switch (of) {
                case Instant at -> at.atZone(zone).toLocalDate();
                case String text when text.length() == 10 -> LocalDate.parse(text);
                case String text -> Instant.parse(text).atZone(zone).toLocalDate();
                default -> throw new CelEvaluationException("not a day or a time");
            };
        } catch (DateTimeException unreadable) {
            throw new CelEvaluationException("not a day or a time: " + of, unreadable);
        }
    }

    private static String plus(LocalDate day, long days) throws CelEvaluationException {
        try {
            return day.plusDays(days).toString();
        } catch (DateTimeException | ArithmeticException outOfRange) {
            throw new CelEvaluationException("too many days", outOfRange);
        }
    }

    private static String joined(String first, String second) throws CelEvaluationException {
        bound(first.length() + second.length());
        return first + second;
    }

    private static List<Object> appended(List<?> first, List<?> second) throws CelEvaluationException {
        bound(first.size() + second.size());
        List<Object> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static void bound(int size) throws CelEvaluationException {
        if (size > LARGEST) {
            throw new CelEvaluationException("it grows too large");
        }
    }
}
