package io.openteller.packages;

import io.openteller.spi.OpentellerPlugin;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pf4j.ExtensionPoint;

/**
 * An interface of the platform that plugins implement, as this module's own class path has it.
 *
 * @param name simple name
 * @param kind such as banking
 * @param operations names of its methods
 */
record Point(String name, String kind, Set<String> operations) {

    private static final String ROOT = "io.openteller.spi.";

    /** Empty if it is no interface that extensions are found by. @param name full name */
    static Optional<Point> of(String name) {
        if (!name.startsWith(ROOT) || name.equals(OpentellerPlugin.class.getName())) {
            return Optional.empty();
        }
        try {
            // Found, not initialised: and it is the platform's own class, none of the package.
            Class<?> type = Class.forName(name, false, Point.class.getClassLoader());
            return ExtensionPoint.class.isAssignableFrom(type) ? Optional.of(of(type)) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError unknown) {
            throw new Refusal(
                    Reason.SPI_RANGE, "it implements " + name + ", which this platform's plugin interface does not have");
        }
    }

    private static Point of(Class<?> type) {
        String path = type.getPackageName().substring(ROOT.length());
        return new Point(
                type.getSimpleName(),
                path,
                Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toUnmodifiableSet()));
    }
}
