package org.huying.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huying.cli.Options;
import org.huying.cli.Progress;
import org.huying.cli.Refusal;
import org.huying.cli.Server;
import org.huying.cli.Verb;
import org.huying.client.Api;
import org.huying.client.Loop;

/// `./huying replay FILE --map MAP.yaml`.
public final class Replay implements Verb {

    private static final int CLIENTS = 8;
    private static final int MOST_CLIENTS = 64;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String help() {
        return """
        replay FILE --map MAP.yaml [--data DIR] [--url URL] [--speed X] [--clients N]
            把记录下来的诉求按当时的时间走一遍全流程（经 HTTP），打印按街道、类型、渠道的件数和逾期率。可以中断，
            再运行时接着走，不会重复。映射的写法见 docs/replay.md。默认启动自己的服务器，数据在 ~/.huying-replay；
            用 --url 时驱动一台已启动的服务器（HUYING_REPLAY_TOKEN 为办理的令牌，
            HUYING_REPLAY_CHECKER 为核查的令牌：办的人不能自己核查）。--speed 3600：一秒走一小时，默认尽快。
            Drives recorded requests through the whole loop over HTTP at the times they were recorded, and prints
            totals by street, type, channel and lateness. A run that was cut off is continued; nothing arrives twice.
            How to write a map: docs/replay.md. Starts its own server on --data (~/.huying-replay), or drives the one
            at --url with the tokens in HUYING_REPLAY_TOKEN and HUYING_REPLAY_CHECKER
            (whoever works a request may not check it). --speed 3600 takes an hour a second; else as fast as it goes.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options =
                Options.parse(
                        args,
                        Set.of("--map", "--data", "--url", "--speed", "--clients", "--port"),
                        Set.of());
        var file = Path.of(options.only("FILE"));
        var map =
                map(options.path("--map").orElseThrow(() -> Refusal.usage("缺少 --map is missing")));
        var records = Records.read(file, map);
        if (records.isEmpty()) {
            throw Refusal.because(file + ": 没有记录 no records");
        }
        System.out.printf(
                "%s: %,d 条记录 records, %s … %s%n",
                file, records.size(), records.getFirst().at(), records.getLast().at());
        var speed = speed(options);
        int clients = options.number("--clients", 1, MOST_CLIENTS).orElse(CLIENTS);
        var totals =
                options.value("--url").isPresent()
                        ? elsewhere(
                                URI.create(options.value("--url").get()),
                                map,
                                records,
                                clients,
                                speed)
                        : here(options, file, map, records, clients, speed);
        System.out.print(totals.text());
        return totals.problems().isEmpty() ? 0 : 1;
    }

    static ReplayMap map(Path path) {
        try {
            return MapReader.read(String.valueOf(path.getFileName()), Files.readString(path));
        } catch (IOException e) {
            throw Refusal.because("读不了 cannot read " + path + ": " + e.getMessage());
        } catch (MapRefused e) {
            throw Refusal.because(String.valueOf(e.getMessage()));
        }
    }

    private static double speed(Options options) {
        try {
            return options.value("--speed").map(Double::parseDouble).orElse(0.0);
        } catch (NumberFormatException _) {
            throw Refusal.usage("--speed 是数字 is a number");
        }
    }

    private static Totals here(
            Options options,
            Path file,
            ReplayMap map,
            List<Recorded> records,
            int clients,
            double speed) {
        var properties = new HashMap<String, Object>();
        properties.put("huying.mode", "replay");
        properties.put("huying.clock.recorded", true);
        properties.put("huying.alarms.enabled", false); // what is past rings no more
        properties.put("server.port", options.number("--port", 0, 65_535).orElse(0));
        properties.put(
                "huying.data",
                options.path("--data")
                        .orElse(Path.of(System.getProperty("user.home"), ".huying-replay"))
                        .toAbsolutePath());
        map.catalogue()
                .map(it -> file.resolveSibling(it.file()))
                .filter(Files::isRegularFile)
                .ifPresent(it ->
                        properties.put(
                                "huying.playbook.catalogues", it.toAbsolutePath().getParent()));
        try (var server = Server.start(properties)) {
            var ground = server.getBean(Ground.class);
            var made = ground.prepare(map, records);
            System.out.printf(
                    "已备好 prepared: %,d 个区划 divisions, %,d 个新单位 new units (%,d 个单位 in all)%n",
                    made.divisions(), made.units(), made.ids().size());
            var port = server.getEnvironment().getProperty("local.server.port");
            var hands = ground.hands(URI.create("http://localhost:" + port + "/"), map.place());
            return drive(hands, map, records, made.ids(), clients, speed);
        }
    }

    private static Totals elsewhere(
            URI url, ReplayMap map, List<Recorded> records, int clients, double speed) {
        var hands =
                new Hands(
                        new Loop(Api.at(url).as(token("HUYING_REPLAY_TOKEN")), map.place()),
                        new Loop(Api.at(url).as(token("HUYING_REPLAY_CHECKER")), map.place()));
        var units = Remote.units(hands.works(), map, records);
        return drive(hands, map, records, units, clients, speed);
    }

    private static String token(String variable) {
        var token = System.getenv(variable);
        if (token == null || token.isBlank()) {
            throw Refusal.because("--url 需要 " + variable + " is needed with --url");
        }
        return token;
    }

    static Totals drive(
            Hands hands,
            ReplayMap map,
            List<Recorded> records,
            Map<String, java.util.UUID> units,
            int clients,
            double speed) {
        var progress = new Progress("重放 replay", records.size());
        var totals =
                new Run(new Course(hands, map, units), clients, speed)
                        .over(records, new Totals(map.labels().keySet()), progress);
        progress.finish(records.size());
        System.out.print(Remote.duplicates(hands.works()));
        return totals;
    }
}
