package io.openteller.spi.compat;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javassist.CtClass;
import javassist.CtMethod;
import javassist.NotFoundException;
import javassist.bytecode.AnnotationDefaultAttribute;

/**
 * What a new version of the interface would break, by japicmp.
 *
 * <p>Its Maven plugin knows no difference between an interface that plugins implement, where a new abstract method breaks every
 * one of them, and one that the platform implements and hands in, which is meant to grow. So the library is asked, and that
 * one rule is ours.
 */
final class Breaks {

    private static final String EXPERIMENTAL = "io.openteller.spi.Experimental";
    private static final String POINT = "org.pf4j.ExtensionPoint";

    private static final Set<JApiCompatibilityChangeType> ABSTRACT = Set.of(
            JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE, JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_TO_CLASS);

    private final List<JApiClass> classes;

    private Breaks(List<JApiClass> classes) {
        this.classes = classes;
    }

    static Breaks between(byte[] before, byte[] after) {
        Options options = Options.newDefault();
        options.setIgnoreMissingClasses(false);
        JarArchiveComparatorOptions how = JarArchiveComparatorOptions.of(options);
        how.getClassPathEntries().addAll(Sources.CLASS_PATH);
        return new Breaks(new JarArchiveComparator(how)
                .compare(
                        new JApiCmpArchive(before, "before.jar", "before"),
                        new JApiCmpArchive(after, "after.jar", "after")));
    }

    /** One line each: what, and where. */
    List<String> incompatible() {
        Set<String> found = new TreeSet<>();
        for (JApiClass one : classes) {
            if (one.getOldClass().isPresent() && !isExperimental(one.getOldClass().get())) {
                found.addAll(incompatible(one));
            }
        }
        return List.copyOf(found);
    }

    /** Types and methods that were not there before. */
    List<String> additions() {
        List<String> found = new ArrayList<>();
        for (JApiClass one : classes) {
            if (one.getChangeStatus() == JApiChangeStatus.NEW) {
                found.add(one.getFullyQualifiedName());
            }
            one.getMethods().stream()
                    .filter(method -> method.getChangeStatus() == JApiChangeStatus.NEW)
                    .forEach(method -> found.add(one.getFullyQualifiedName() + "." + method.getName()));
        }
        return found;
    }

    private static List<String> incompatible(JApiClass one) {
        List<String> found = new ArrayList<>();
        String name = one.getFullyQualifiedName();
        add(found, one, one, name);
        add(found, one, one.getSuperclass(), name + " extends");
        one.getInterfaces().forEach(each -> add(found, one, each, name + " implements " + each.getFullyQualifiedName()));
        for (JApiField field : one.getFields()) {
            add(found, one, field, name + "." + field.getName());
        }
        for (JApiConstructor constructor : one.getConstructors()) {
            add(found, one, constructor, name + "." + constructor.getName() + "(…)");
        }
        for (JApiMethod method : one.getMethods()) {
            if (method.getOldMethod().isEmpty() || !isExperimental(method.getOldMethod().get())) {
                add(found, one, method, name + "." + method.getName() + "(…)");
            }
        }
        return found;
    }

    private static void add(List<String> found, JApiClass owner, JApiCompatibility part, String where) {
        for (JApiCompatibilityChange change : part.getCompatibilityChanges()) {
            boolean breaks = ABSTRACT.contains(change.getType())
                    ? part instanceof JApiMethod method && isForPluginsToWrite(owner, method)
                    : !change.isBinaryCompatible() || !change.isSourceCompatible();
            if (breaks) {
                found.add(change.getType() + " " + where);
            }
        }
    }

    /** Plugins write implementations of extension points, and values of annotations that have no default. */
    private static boolean isForPluginsToWrite(JApiClass owner, JApiMethod method) {
        CtClass before = owner.getOldClass().orElseThrow();
        Optional<CtMethod> added = method.getNewMethod();
        if (!before.isInterface()) {
            return true;
        }
        if (before.isAnnotation()) {
            return added.isEmpty() || added.get().getMethodInfo().getAttribute(AnnotationDefaultAttribute.tag) == null;
        }
        try {
            for (CtClass parent : before.getInterfaces()) {
                if (parent.getName().equals(POINT)) {
                    return true;
                }
            }
            return false;
        } catch (NotFoundException missing) {
            throw new IllegalStateException("pf4j is on the class path", missing);
        }
    }

    /** A type within an experimental one is part of it. */
    private static boolean isExperimental(CtClass one) {
        try {
            CtClass around = one.getDeclaringClass();
            return one.hasAnnotation(EXPERIMENTAL) || around != null && isExperimental(around);
        } catch (NotFoundException missing) {
            throw new IllegalStateException("types and what is around them are in one jar", missing);
        }
    }

    private static boolean isExperimental(CtMethod method) {
        return method.hasAnnotation(EXPERIMENTAL);
    }
}
