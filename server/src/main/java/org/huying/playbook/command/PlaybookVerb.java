package org.huying.playbook.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huying.calendar.WorkCalendar;
import org.huying.cli.Options;
import org.huying.cli.Refusal;
import org.huying.cli.Verb;
import org.huying.playbook.check.Findings;
import org.huying.playbook.check.PlaceCheck;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.CatalogueFiles;
import org.huying.playbook.source.FolderFiles;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.huying.playbook.tree.Diff;
import org.huying.playbook.tree.YamlText;
import org.huying.playbook.trial.Trial;
import org.huying.territory.divisions.Divisions;

/// `./huying playbook`: needs no database. A playbook is named by its key or by its file.
public final class PlaybookVerb implements Verb {

    private static final String MAPPED_TO = "gbt47678.5-2026";

    private final ShippedFiles shipped = new ShippedFiles();

    @Override
    public String name() {
        return "playbook";
    }

    @Override
    public String help() {
        return """
        playbook check FILE | try FILE [--at TIME] | show KEY|FILE [--origin] | diff A B | unmapped KEY|FILE
            检查工作法文件并一次列出全部错误（含行、列与建议）；try 在内存里的小城试办十件常见的事，说明去哪里、为什么、
            到什么时候、凭什么、谁核查（--at 2026-11-23T09:30 指定收到的时刻，默认现在）；显示合并后的结果
            （--origin 标明每个值出自哪个文件哪一行）；比较两个工作法；列出未对应到国家标准代码的事项。
            --catalogue DIR 指定导入目录所在的文件夹。FILE 也可以是随程序提供的工作法的键。
            Checks a playbook and names every mistake at once, with line, column and suggestion; try runs ten typical
            requests through a small town in memory and says where each goes, why, until when, with what proof and who
            verifies (--at 2026-11-23T09:30: when they come in, else now); shows the merged result (--origin: where each
            value comes from); compares two; lists the items without a national code. --catalogue DIR names the folder of
            the catalogue files that it imports. FILE may be the key of a shipped playbook.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--catalogue", "--at"), Set.of("--origin"));
        var words = options.rest();
        CatalogueFiles files =
                options.path("--catalogue")
                        .<CatalogueFiles>map(FolderFiles::new)
                        .orElse((_, _) -> Optional.empty());
        var loading = new Loading(shipped, files);
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "check" -> check(loading.load(source(word(words, 1))));
            case "try" -> tryOut(loading, words, options.value("--at"));
            case "show" -> show(loading, words, options.has("--origin"));
            case "diff" -> diff(loading, words);
            case "unmapped" -> unmapped(loaded(loading, word(words, 1)));
            default -> throw Refusal.usage("check, try, show, diff, unmapped?");
        };
    }

    private static int check(Loading.Loaded loaded) {
        loaded.playbook()
                .ifPresent(it ->
                        PlaceCheck.check(
                                it.place(), it.document(), Divisions.shipped(), loaded.findings()));
        print(loaded.findings());
        loaded.playbook()
                .ifPresent(playbook ->
                        playbook.later()
                                .forEach(path -> System.out.println("尚未使用 not yet used: " + path)));
        System.out.println(
                loaded.playbook().isPresent() ? "没有错误 no mistakes" : "有错误 there are mistakes");
        return loaded.playbook().isPresent() ? 0 : 1;
    }

    private int tryOut(Loading loading, List<String> words, Optional<String> time) {
        var playbook = loaded(loading, word(words, 1));
        var at = time.map(PlaybookVerb::moment).orElseGet(Clock.systemUTC()::instant);
        var outcomes = new ArrayList<>(Trial.of(playbook, at));
        outcomes.addAll(Trial.own(playbook, at));
        TrialText.of(playbook, outcomes, at).forEach(System.out::println);
        return 0;
    }

    private static Instant moment(String text) {
        try {
            return LocalDateTime.parse(text).atZone(WorkCalendar.ZONE).toInstant();
        } catch (DateTimeParseException _) {
            throw Refusal.usage("--at YYYY-MM-DDTHH:MM: " + text);
        }
    }

    private int show(Loading loading, List<String> words, boolean origin) {
        System.out.print(YamlText.of(loaded(loading, word(words, 1)).document(), origin));
        return 0;
    }

    private int diff(Loading loading, List<String> words) {
        var before = loaded(loading, word(words, 1));
        var after = loaded(loading, word(words, 2));
        Diff.of(before.document(), after.document()).forEach(System.out::println);
        return 0;
    }

    private static int unmapped(CompiledPlaybook playbook) {
        var without =
                playbook.items().stream()
                        .filter(item -> !item.codes().containsKey(MAPPED_TO))
                        .toList();
        without.forEach(item -> System.out.println(item.key() + "\t" + item.name().zh()));
        System.out.println(
                "已对应 mapped %d · 未对应 unmapped %d"
                        .formatted(playbook.items().size() - without.size(), without.size()));
        return 0;
    }

    private CompiledPlaybook loaded(Loading loading, String word) {
        var loaded = loading.load(source(word));
        if (loaded.playbook().isEmpty()) {
            print(loaded.findings());
            throw Refusal.because("有错误 there are mistakes: " + word);
        }
        return loaded.playbook().get();
    }

    private SourceFile source(String word) {
        return shipped.playbook(word).orElseGet(() -> file(Path.of(word)));
    }

    static SourceFile file(Path path) {
        try {
            return new SourceFile(String.valueOf(path.getFileName()), Files.readString(path));
        } catch (IOException unreadable) {
            throw Refusal.because("无法读取 cannot read: " + path);
        }
    }

    static void print(Findings findings) {
        for (var finding : findings.all()) {
            System.out.println(finding.line(true));
            System.out.println("    " + finding.en());
        }
    }

    private static String word(List<String> words, int index) {
        if (index >= words.size()) {
            throw Refusal.usage("缺少参数 an argument is missing");
        }
        return words.get(index);
    }
}
