package org.huying.playbook.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The playbooks and catalogues inside the program: `playbooks/*.yaml` and `catalogues/*.tsv`, read once.
public final class ShippedFiles implements PlaybookFiles, CatalogueFiles {

    private final Map<String, SourceFile> playbooks = read("playbooks", ".yaml");
    private final Map<String, SourceFile> catalogues = read("catalogues", ".tsv");

    /// The keys of all shipped playbooks, sorted.
    public List<String> keys() {
        return playbooks.keySet().stream().sorted().toList();
    }

    @Override
    public Optional<SourceFile> playbook(String key) {
        return Optional.ofNullable(playbooks.get(key));
    }

    @Override
    public Optional<SourceFile> catalogue(String playbook, String name) {
        return Optional.ofNullable(catalogues.get(name));
    }

    private static Map<String, SourceFile> read(String folder, String ending) {
        try {
            var found =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + folder + "/*" + ending);
            var files = new LinkedHashMap<String, SourceFile>();
            Arrays.stream(found)
                    .forEach(resource -> {
                        var name = Objects.requireNonNull(resource.getFilename());
                        var key = name.substring(0, name.length() - ending.length());
                        files.put(key, new SourceFile(name, text(resource)));
                    });
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
