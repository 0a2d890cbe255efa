package io.openteller.platform.sources.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.egress.AllowedHosts;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.sources.SiteSettings;
import io.openteller.platform.sources.SiteSettings.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A site as it is filled in. What is left out gets a modest value. */
@Serdeable
record SiteForm(
        @Nullable String startUrl,
        @Nullable String sitemapUrl,
        @Nullable Integer depth,
        @Nullable Integer maxPages,
        @Nullable Double perSecond,
        @Nullable Integer everyHours,
        @Nullable String category,
        @Nullable List<String> allowedHosts) {

    private static final int MOST_HOSTS = 20;

    /** @throws ProblemException naming every field that does not fit */
    SiteSettings settings() {
        List<FieldFault> faults = new ArrayList<>();
        boolean start = startUrl != null && !startUrl.isBlank();
        boolean sitemap = sitemapUrl != null && !sitemapUrl.isBlank();
        if (start == sitemap) {
            faults.add(new FieldFault("startUrl", "Either this or the sitemap's address"));
        }
        String field = start ? "startUrl" : "sitemapUrl";
        Optional<URI> url = Addresses.normal(null, String.valueOf(start ? startUrl : sitemapUrl));
        if (start != sitemap && url.isEmpty()) {
            faults.add(new FieldFault(field, "An address that begins with https:// or http://"));
        }
        int far = between(faults, "depth", depth, 2, 0, 10);
        int pages = between(faults, "maxPages", maxPages, 200, 1, 5_000);
        double fast = perSecond == null ? 1 : perSecond;
        if (!(fast >= 0.05 && fast <= 10)) {
            faults.add(new FieldFault("perSecond", "0.05 to 10"));
        }
        Integer hours = everyHours == null ? null : Integer.valueOf(between(faults, "everyHours", everyHours, 24, 1, 8_760));
        List<String> hosts = allowedHosts == null
                ? List.of()
                : allowedHosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).distinct().toList();
        if (hosts.size() > MOST_HOSTS || !hosts.stream().allMatch(AllowedHosts::isOne)) {
            faults.add(new FieldFault("allowedHosts", "Up to " + MOST_HOSTS + " names such as www.bank.example or *.bank.example"));
        }
        if (category != null && category.length() > 100) {
            faults.add(new FieldFault("category", "Up to 100 characters"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.SOURCE_INVALID, faults);
        }
        return new SiteSettings(
                start ? Kind.START : Kind.SITEMAP,
                url.orElseThrow().toString(),
                far,
                pages,
                fast,
                hours,
                category == null || category.isBlank() ? null : category.strip(),
                hosts);
    }

    private static int between(
            List<FieldFault> faults, String field, @Nullable Integer value, int otherwise, int least, int most) {
        int used = value == null ? otherwise : value;
        if (used < least || used > most) {
            faults.add(new FieldFault(field, least + " to " + most));
        }
        return used;
    }
}
