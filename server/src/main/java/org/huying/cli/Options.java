package org.huying.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words after a verb: `--name VALUE` or `--name=VALUE`, flags, and the rest in order. Unknown options are refused.
public final class Options {
    private final Map<String, String> values;
    private final Set<String> flags;
    private final List<String> rest;

    private Options(Map<String, String> values, Set<String> flags, List<String> rest) {
        this.values = values;
        this.flags = flags;
        this.rest = rest;
    }

    /// `valued` and `flags` are the options this verb knows, with their dashes.
    public static Options parse(List<String> args, Set<String> valued, Set<String> flags) {
        var values = new HashMap<String, String>();
        var found = new HashSet<String>();
        var rest = new ArrayList<String>();
        for (var words = args.iterator(); words.hasNext(); ) {
            var word = words.next();
            var equals = word.indexOf('=');
            var name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
            if (valued.contains(name)) {
                values.put(name, equals > 0 ? word.substring(equals + 1) : next(words, name));
            } else if (flags.contains(word)) {
                found.add(word);
            } else if (word.startsWith("--")) {
                throw Refusal.usage("不认识的选项 unknown option: " + word);
            } else {
                rest.add(word);
            }
        }
        return new Options(values, found, rest);
    }

    private static String next(java.util.Iterator<String> words, String name) {
        if (!words.hasNext()) {
            throw Refusal.usage("选项缺少值 option needs a value: " + name);
        }
        return words.next();
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Optional<Path> path(String name) {
        return value(name).map(Path::of);
    }

    /// Refuses what is not a whole number within the bounds.
    public Optional<Integer> number(String name, int least, int most) {
        return value(name)
                .map(text -> {
                    try {
                        var number = Integer.parseInt(text);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException _) {
                        // refused below
                    }
                    throw Refusal.usage(name + ": %d … %d, not %s".formatted(least, most, text));
                });
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    /// The words that are no options.
    public List<String> rest() {
        return List.copyOf(rest);
    }

    /// The one word that must be there.
    public String only(String what) {
        if (rest.size() != 1) {
            throw Refusal.usage("需要且仅需要一个参数 exactly one argument is needed: " + what);
        }
        return rest.getFirst();
    }
}
