package org.huying.shape;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The Java files of this repository, as text and as the compiler's parser sees them.
final class Sources {
    /// One method or constructor: where it is, its name, its length in lines, its number of parameters.
    record Method(
            String where,
            String name,
            long lines,
            int parameters,
            boolean overrides,
            boolean ofRecord) {}

    /// One class, interface, record or enum.
    record Type(String where, String name) {}

    /// One file; `where` begins at its module's folder.
    record File(String where, String text) {
        long lines() {
            return text.lines().count();
        }
    }

    final List<File> files = new ArrayList<>();
    final List<Method> methods = new ArrayList<>();
    final List<Type> types = new ArrayList<>();

    /// `folders` are relative to the root of the repository; those that are not there are left out.
    static Sources of(String... folders) throws IOException {
        var sources = new Sources();
        var paths = new ArrayList<Path>();
        for (var folder : folders) {
            var root = Path.of("..").resolve(folder);
            if (Files.isDirectory(root)) {
                try (var found = Files.walk(root)) {
                    found.filter(path -> path.toString().endsWith(".java")).forEach(paths::add);
                }
            }
        }
        for (var path : paths) {
            sources.files.add(new File(name(path), Files.readString(path)));
        }
        sources.parse(paths.stream());
        return sources;
    }

    private static String name(Path path) {
        return Path.of("..").relativize(path).toString();
    }

    private void parse(Stream<Path> paths) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(paths.toList());
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, units);
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                unit.accept(new Reader(unit, trees), null);
            }
        }
    }

    private final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private boolean inRecord;

        Reader(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree node, @Nullable Void nothing) {
            var outer = inRecord;
            inRecord = node.getKind() == Tree.Kind.RECORD;
            if (!node.getSimpleName().isEmpty()) {
                types.add(new Type(where(node), node.getSimpleName().toString()));
            }
            super.visitClass(node, null);
            inRecord = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, @Nullable Void nothing) {
            var overrides =
                    node.getModifiers().getAnnotations().stream()
                            .anyMatch(annotation ->
                                    annotation.getAnnotationType().toString().equals("Override"));
            var constructor = node.getName().contentEquals("<init>");
            methods.add(
                    new Method(
                            where(node),
                            node.getName().toString(),
                            lines(node),
                            node.getParameters().size(),
                            overrides,
                            inRecord && constructor));
            return super.visitMethod(node, null);
        }

        private long lines(Tree node) {
            var map = unit.getLineMap();
            var positions = trees.getSourcePositions();
            var end = positions.getEndPosition(unit, node);
            return end < 0
                    ? 1
                    : map.getLineNumber(end)
                            - map.getLineNumber(positions.getStartPosition(unit, node))
                            + 1;
        }

        private String where(Tree node) {
            var start = trees.getSourcePositions().getStartPosition(unit, node);
            return name(Path.of(unit.getSourceFile().getName()))
                    + ":"
                    + unit.getLineMap().getLineNumber(start);
        }
    }
}
