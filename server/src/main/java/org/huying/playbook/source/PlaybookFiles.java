package org.huying.playbook.source;

import java.util.Optional;

/// Finds the file of a playbook by its key, for `extends`.
public interface PlaybookFiles {

    Optional<SourceFile> playbook(String key);
}
