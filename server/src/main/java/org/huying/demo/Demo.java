package org.huying.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.access.Accounts;
import org.huying.cli.Options;
import org.huying.cli.Refusal;
import org.huying.cli.Server;
import org.huying.cli.Verb;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.demo.founding.Land;
import org.huying.org.Duties;
import org.huying.org.Organisations;
import org.huying.playbook.Playbooks;
import org.huying.problem.ProblemException;
import org.huying.territory.TerritoryCode;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/// `./huying demo`.
public final class Demo implements Verb {

    private static final String PLACE = "370481";
    private static final int PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST = 1_000;
    private static final double QUICK = 0.02;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String help() {
        return """
        demo [--place CODE] [--port N] [--data DIR] [--once N]
            一个会自己转的演示城：真实的街道和社区，生成的网格、机构和人员，写给演示的诉求不断进来、被办好、被评价。
            --place 是任一县级代码，默认 370481 滕州；也可以是有自己工作法的乡镇或城市，如 310151101 城桥镇、
            6402 石嘴山市（全市建好，诉求在第一个县里）。有工作法的地方按公布的规模建，其余按一般密度。
            端口默认 8080；数据默认在 ~/.huying-demo-CODE，第二次启动沿用。
            --once N 办完 N 件就退出。Ctrl-C 停止。
            A town that lives: real streets and communities, generated grids, bodies and staff; requests written for
            the demo keep arriving, are worked and rated. --place is the code of any county (370481 Tengzhou), or of a
            town or city that has a playbook of its own: 310151101 Chengqiao, 6402 Shizuishan (all of it is founded,
            requests arrive in its first county). A place with a playbook is founded at its published size.
            --port 8080, --data ~/.huying-demo-CODE (kept for the next start). --once N works N matters and ends.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options =
                Options.parse(args, Set.of("--place", "--port", "--data", "--once"), Set.of());
        if (!options.rest().isEmpty()) {
            throw Refusal.usage("多余的参数 too many arguments: " + options.rest());
        }
        var code = options.value("--place").orElse(PLACE);
        if (!code.matches("\\d{4}|\\d{6}|\\d{9}")) {
            throw Refusal.usage(
                    "--place 是县级代码，或有工作法的乡镇、城市的代码"
                            + " is the code of a county, or of a town or city that has a playbook");
        }
        var place = TerritoryCode.of(code);
        var context = Server.start(properties(options, place));
        try {
            return live(context, place, options.number("--once", 1, MOST));
        } catch (ProblemException e) {
            context.close();
            throw Refusal.because(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static int live(
            ConfigurableApplicationContext context, TerritoryCode place, Optional<Integer> once) {
        var port = context.getEnvironment().getProperty("local.server.port");
        var base = URI.create("http://localhost:" + port + "/");
        var town = context.getBean(Founding.class).found(place);
        var simulation = simulation(context, base, town, once.isPresent());
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                simulation.close();
            }
        });
        if (once.isPresent()) {
            return once(context, simulation, once.get());
        }
        welcome(base, town);
        if (!town.told()) {
            Thread.startVirtualThread(() -> backlog(context, base, town).tell());
        }
        simulation.start();
        var line = HotlineLine.connect(context.getBean(Accounts.class), base, town.region());
        var sensors = Sensors.connect(context.getBean(Accounts.class), base, town.cells());
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                line.close();
                sensors.close();
            }
        });
        Server.await(context);
        return 0;
    }

    private static Map<String, Object> properties(Options options, TerritoryCode place) {
        var properties = new HashMap<String, Object>();
        properties.put("huying.mode", "demo");
        properties.put("huying.place", place.value());
        properties.put("huying.clock.recorded", true);
        properties.put("huying.alarms.enabled", false); // what is past rings no more
        properties.put("huying.access.second-factor", false);
        properties.put(
                "huying.webhooks.local", true); // the hotline of the demo lives on this machine
        properties.put("huying.channels.sandbox", true); // nobody is really written to
        properties.put("huying.access.open-per-minute", 2_000);
        properties.put(
                "server.port",
                options.number("--port", 0, HIGHEST_PORT)
                        .orElse(options.value("--once").isPresent() ? 0 : PORT));
        properties.put(
                "huying.data",
                options.path("--data")
                        .orElse(Path.of(System.getProperty("user.home"), ".huying-demo-" + place))
                        .toAbsolutePath());
        return properties;
    }

    private static int once(
            ConfigurableApplicationContext context, Simulation simulation, int number) {
        int closed = simulation.run(number);
        System.out.printf("%d 件办完 of %d closed%n", closed, number);
        context.close();
        return closed == number ? 0 : 1;
    }

    static Simulation simulation(
            ConfigurableApplicationContext context, URI base, Founding.Town town, boolean quick) {
        var cast = new Cast(context.getBean(Accounts.class), base, town.region());
        return new Simulation(
                cast,
                people(context, cast, town),
                new Pause(quick ? QUICK : 1),
                stories(context, town),
                town.cells(),
                new Visitors(
                        context.getBean(Accounts.class),
                        town.region(),
                        Guests.places(town.cells()),
                        InstantSource.system()));
    }

    private static Backlog backlog(
            ConfigurableApplicationContext context, URI base, Founding.Town town) {
        var founding = context.getBean(Founding.class);
        var region = town.region();
        var api = Api.at(base);
        var cast = new Cast(context.getBean(Accounts.class), base, town.region());
        return new Backlog(
                new Loop(api.as(founding.token(region, Founding.SIMULATOR)), region),
                new Loop(api.as(founding.token(region, Founding.HANDS)), region),
                people(context, cast, town),
                stories(context, town),
                town.cells(),
                context.getBean(Land.class).now());
    }

    static People people(ConfigurableApplicationContext context, Cast cast, Founding.Town town) {
        var playbook =
                context.getBean(Playbooks.class)
                        .current(town.region(), context.getBean(Land.class).now());
        return new People(
                cast,
                context.getBean(Organisations.class),
                context.getBean(Duties.class),
                context.getBean(Land.class)::now,
                playbook,
                town.region());
    }

    /// What the place has items for; where its catalogue is another, everything, to be classified by the desk.
    private static List<Story> stories(ConfigurableApplicationContext context, Founding.Town town) {
        var items =
                context
                        .getBean(Playbooks.class)
                        .current(town.region(), context.getBean(Land.class).now())
                        .items()
                        .stream()
                        .map(it -> it.key())
                        .collect(Collectors.toSet());
        var known = Story.of(items);
        return known.isEmpty() ? Story.all() : known;
    }

    private static void welcome(URI base, Founding.Town town) {
        System.out.printf(
                """

                呼应演示城 %s %s 已就绪 is ready:  %s
                接口 API: %sapi.html
                账号 accounts（密码都是 password for all: %s，只在演示里有效 only in this demo）
                """,
                town.region(), town.cells().getFirst().name(), base, base, Guests.PASSWORD);
        Guests.told(town.cells())
                .forEach(it ->
                        System.out.printf(
                                "  %-9s %-15s %s · %s（%s）%n",
                                it.login(), it.role(), it.name(), it.does().zh(), it.place()));
        System.out.println(
                "  区划是真的，其余都是生成的。Divisions are real, everything else is generated.  Ctrl-C 停止 stops.");
    }
}
