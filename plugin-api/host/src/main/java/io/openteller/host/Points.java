package io.openteller.host;

import io.openteller.packages.Manifest;
import io.openteller.spi.Capability;
import io.openteller.spi.OpentellerPlugin;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which of the platform's interfaces a package may implement: those that its description names, and all of them. */
public final class Points {

    private Points() {}

    /**
     * @param implemented by each of its extensions
     * @throws PluginRejected with the reason
     */
    public static void check(Manifest manifest, List<List<Class<?>>> implemented) {
        List<Class<?>> all = implemented.stream().flatMap(List::stream).toList();
        long descriptions = all.stream().filter(OpentellerPlugin.class::equals).count();
        if (descriptions != 1) {
            throw new PluginRejected("it must bring exactly one OpentellerPlugin extension, and brings " + descriptions
                    + "; was it built with PF4J's annotation processor?");
        }
        Set<String> found = all.stream()
                .filter(point -> point != OpentellerPlugin.class)
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        if (found.isEmpty()) {
            throw new PluginRejected("it can do nothing: it brings no extension but its description");
        }
        Set<String> declared = manifest.capabilities().stream()
                .map(Capability::name)
                .filter(name -> !name.equals(OpentellerPlugin.class.getSimpleName()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!found.equals(declared)) {
            throw new PluginRejected("it implements " + found + " and declares " + declared);
        }
    }
}
