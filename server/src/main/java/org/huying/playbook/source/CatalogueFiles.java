package org.huying.playbook.source;

import java.util.Optional;

/// Finds the file of a catalogue that `playbook` imports under this name.
public interface CatalogueFiles {

    Optional<SourceFile> catalogue(String playbook, String name);

    /// Asks this one first, then `other`.
    default CatalogueFiles or(CatalogueFiles other) {
        return (playbook, name) ->
                catalogue(playbook, name).or(() -> other.catalogue(playbook, name));
    }
}
