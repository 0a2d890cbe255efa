package io.openteller.platform.routing.internal;

import io.openteller.platform.routing.Route;
import io.openteller.platform.routing.Router;
import io.openteller.platform.routing.Ruling;
import io.openteller.platform.routing.Ruling.Tried;
import io.openteller.platform.routing.Snapshot;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

@Singleton
class RuleRouter implements Router {

    @Override
    public Ruling decide(Snapshot snapshot) {
        List<Tried> tried = new ArrayList<>();
        for (Rule rule : Rules.IN_ORDER) {
            Rule.Finding finding = rule.test().apply(snapshot);
            Route route = finding.route();
            tried.add(new Tried(rule.name(), route != null, finding.why()));
            if (route != null) {
                return new Ruling(route, rule.name(), List.copyOf(tried));
            }
        }
        throw new IllegalStateException("the last rule always fits");
    }
}
