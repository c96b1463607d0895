package org.huying.cli;

import java.util.List;

/// One kind of file that `./huying import KIND FILE` takes. Found by `ServiceLoader`, as verbs are.
public interface ImportKind {

    /// The word for it: `catalogue`.
    String kind();

    /// How to call it, without `./huying`, and what it does, in Chinese and in English.
    String help();

    /// Gets the words after the kind; answers the exit code as a verb does.
    int run(List<String> args);
}
