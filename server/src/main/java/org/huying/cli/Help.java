package org.huying.cli;

import java.util.List;

/// Also what `docs/commands.txt` holds.
public final class Help implements Verb {
    static String everything() {
        var text = new StringBuilder("呼应 Huying — 每一声呼叫都有回应  every call gets an answer\n");
        for (var verb : CommandLine.verbs()) {
            text.append("\n./huying ").append(verb.help().strip()).append('\n');
        }
        return text.toString();
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String help() {
        return """
        help
            列出全部命令。
            Lists all commands.
        """;
    }

    @Override
    public int run(List<String> args) {
        System.out.print(everything());
        return 0;
    }
}
