package org.huying.matter.loop;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huying.matter.Act;

/// Which act each kind of command is: the one that bears its name.
final class Acts {

    private static final Map<Class<? extends Command>, Act> BY_KIND = byKind(Command.class);

    private Acts() {}

    static Act of(Command command) {
        var act = BY_KIND.get(command.getClass());
        if (act == null) {
            throw new IllegalStateException("No act for " + command.getClass());
        }
        return act;
    }

    static Set<Class<? extends Command>> kinds() {
        return BY_KIND.keySet();
    }

    private static Map<Class<? extends Command>, Act> byKind(Class<? extends Command> sealed) {
        var acts = new HashMap<Class<? extends Command>, Act>();
        for (var kind : sealed.getPermittedSubclasses()) {
            var command = kind.asSubclass(Command.class);
            if (command.isInterface()) {
                acts.putAll(byKind(command));
            } else {
                acts.put(command, Act.valueOf(kind.getSimpleName().toUpperCase(Locale.ROOT)));
            }
        }
        return Map.copyOf(acts);
    }
}
