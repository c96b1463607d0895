package org.huying.cli;

import java.util.List;

/// Where the program begins: `./huying VERB …`.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(CommandLine.run(List.of(arguments)));
    }
}
