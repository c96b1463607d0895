package org.huying.playbook.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Catalogues in a folder of the operator. Names with a path in them find nothing.
public record FolderFiles(Path folder) implements CatalogueFiles {

    private static final long LARGEST = 8 << 20;

    @Override
    public Optional<SourceFile> catalogue(String playbook, String name) {
        if (!name.matches("[\\w.-]{1,100}")) {
            return Optional.empty();
        }
        var file = folder.resolve(name);
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(new SourceFile(name, Files.readString(file)))
                    : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
