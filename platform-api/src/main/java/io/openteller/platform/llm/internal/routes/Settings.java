package io.openteller.platform.llm.internal.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all routes of a bank.
 *
 * @param region where the bank is; null with no allowed regions: models may run anywhere
 * @param allowedRegions where models may run; empty: in the bank's own region alone, if it names one
 * @param alarmPercent of a budget of a day, at which somebody should know
 * @param shadowPercent of the budget of a day that shadows may use
 * @param keptDays how long calls are kept
 */
public record Settings(
        @Nullable String region,
        List<String> allowedRegions,
        Limits budget,
        int alarmPercent,
        int shadowPercent,
        int keptDays) {

    public static final Settings USUAL = new Settings(null, List.of(), Limits.NONE, 80, 10, 30);

    public Settings {
        allowedRegions = List.copyOf(allowedRegions);
    }

    /** Empty: everywhere. */
    public List<String> regions() {
        return allowedRegions.isEmpty() && region != null ? List.of(region) : allowedRegions;
    }

    /** A model that does not say where it runs may be anywhere. */
    public boolean allows(@Nullable String where) {
        List<String> regions = regions();
        return regions.isEmpty() || (where != null && regions.contains(where));
    }
}
