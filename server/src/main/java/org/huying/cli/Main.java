package org.huying.cli;

import ch.qos.logback.classic.Level;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the program begins: `./huying VERB …`.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // the server sets up logging of its own; other verbs speak on the terminal
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
                instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
        System.exit(CommandLine.run(List.of(arguments)));
    }
}
