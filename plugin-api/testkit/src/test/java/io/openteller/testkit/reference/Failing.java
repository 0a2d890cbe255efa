package io.openteller.testkit.reference;

import java.util.Set;
import java.util.TreeSet;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs a contract as a build would. */
final class Failing {

    private Failing() {}

    /** Names of the contract's tests that fail. */
    static Set<String> of(Class<?> contract) {
        SummaryGeneratingListener heard = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(contract))
                                .build(),
                        heard);
        TestExecutionSummary summary = heard.getSummary();
        if (summary.getTestsStartedCount() < 5) {
            throw new AssertionError("the contract did not run");
        }
        Set<String> failing = new TreeSet<>();
        summary.getFailures().forEach(failure -> failing.add(failure.getTestIdentifier()
                .getSource()
                .map(source -> ((MethodSource) source).getMethodName())
                .orElseThrow()));
        return failing;
    }
}
