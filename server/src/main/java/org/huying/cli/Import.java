package org.huying.cli;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// `./huying import KIND FILE …`: hands over to the module that knows this kind.
public final class Import implements Verb {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String help() {
        return kinds().stream().map(ImportKind::help).collect(Collectors.joining());
    }

    @Override
    public int run(List<String> args) {
        var word = args.isEmpty() ? "" : args.getFirst();
        return kinds().stream()
                .filter(kind -> kind.kind().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("不认识的类型 unknown kind: " + word))
                .run(args.subList(1, args.size()));
    }

    private static List<ImportKind> kinds() {
        return ServiceLoader.load(ImportKind.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ImportKind::kind))
                .toList();
    }
}
