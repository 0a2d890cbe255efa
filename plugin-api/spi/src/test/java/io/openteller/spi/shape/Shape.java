package io.openteller.spi.shape;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of one extension point, each as what breaks it. */
final class Shape {

    static final int MOST_METHODS = 5;

    private Shape() {}

    static List<String> tooMany(Collection<Class<?>> points) {
        return points.stream()
                .filter(point -> SpiClasses.operations(point).count() > MOST_METHODS)
                .map(Class::getSimpleName)
                .toList();
    }

    /** Values of ours that the platform hands in and that are no interfaces: they could never grow. */
    static List<String> fixedValues(Collection<Class<?>> points) {
        return points.stream()
                .flatMap(SpiClasses::operations)
                .flatMap(method -> Arrays.stream(method.getGenericParameterTypes()).flatMap(Shape::named))
                .filter(type -> isOurs(type) && !type.isInterface() && !type.isEnum())
                .map(Class::getName)
                .distinct()
                .toList();
    }

    /** Results of ours that are neither sealed nor plain values. */
    static List<String> openResults(Collection<Class<?>> points) {
        return results(points).filter(type -> !type.isSealed() && !type.isRecord() && !type.isEnum())
                .map(Class::getName)
                .toList();
    }

    static Stream<Class<?>> results(Collection<Class<?>> points) {
        Set<Class<?>> found = new LinkedHashSet<>();
        points.stream().flatMap(SpiClasses::operations).map(Method::getGenericReturnType).flatMap(Shape::named)
                .filter(Shape::isOurs)
                .forEach(found::add);
        return found.stream();
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.openteller.");
    }

    /** The classes that a type names, in its angle brackets too. */
    private static Stream<Class<?>> named(Type type) {
        return switch (type) {
            case Class<?> plain -> Stream.of(plain.isArray() ? plain.getComponentType() : plain);
            case ParameterizedType generic ->
                Stream.concat(
                        named(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments()).flatMap(Shape::named));
            case WildcardType wild -> Arrays.stream(wild.getUpperBounds()).flatMap(Shape::named);
            default -> Stream.empty();
        };
    }
}
