package io.openteller.procedures.check;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The platform's catalogue, and operations as it must never have them. */
class TestCatalogue {

    static final Catalogue CATALOGUE = catalogue();

    private TestCatalogue() {}

    private static Catalogue catalogue() {
        OperationSpec refund = Catalogue.standard().find("refunds.execute/v1").orElseThrow();
        List<OperationSpec> all = new ArrayList<>(Catalogue.standard().all());
        all.add(like(refund, "tests.unlimited/v1", List.of(), true, refund.approval()));
        all.add(like(refund, "tests.unrepeatable/v1", refund.limits(), false, refund.approval()));
        all.add(like(refund, "tests.approved/v1", refund.limits(), true, new Approval(Approval.When.ALWAYS, Map.of())));
        return Catalogue.of(all);
    }

    private static OperationSpec like(
            OperationSpec one, String name, List<OperationSpec.Limit> limits, boolean idempotent, Approval approval) {
        return new OperationSpec(
                OperationName.of(name), one.title(), one.summary(), one.risk(), one.assurance(), one.audience(),
                one.confirmation(), approval, one.reversible(), one.compensation(), idempotent, limits, one.dataClasses(),
                one.input(), one.output(), one.examples(), one.faults());
    }
}
