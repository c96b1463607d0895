package org.huying.cli;

import java.util.List;

/// One command of `./huying`. Found by `ServiceLoader`, so it has a constructor without arguments.
public interface Verb {
    String name();

    /// First line: how to call it, without `./huying`. Then what it does, in Chinese and in English.
    String help();

    /// Answers the exit code: 0 done, 1 failed, 2 called wrongly. May throw [Refusal] to end with a plain message.
    int run(List<String> args);
}
