package io.openteller.spi.shape;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Which types say what they are. */
final class Javadoc {

    private Javadoc() {}

    /**
     * Names of types without a word about them. The cases of a sealed result need none where their name says it, and neither
     * do private types.
     */
    static List<String> missing(Stream<Path> files) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        List<String> missing = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files.toList()));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Types(docs, missing).scan(unit, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return missing;
    }

    private static final class Types extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees docs;
        private final List<String> missing;

        Types(DocTrees docs, List<String> missing) {
            this.docs = docs;
            this.missing = missing;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            TreePath place = getCurrentPath();
            boolean isPrivate = type.getModifiers().getFlags().contains(Modifier.PRIVATE);
            if (!isPrivate && !isCase(type, place) && docs.getDocComment(place) == null) {
                missing.add(type.getSimpleName().toString());
            }
            return super.visitClass(type, nothing);
        }

        private static boolean isCase(ClassTree type, TreePath place) {
            Tree around = place.getParentPath().getLeaf();
            return around instanceof ClassTree outer
                    && type.getImplementsClause().stream()
                            .anyMatch(one -> one.toString().startsWith(outer.getSimpleName().toString()));
        }
    }
}
