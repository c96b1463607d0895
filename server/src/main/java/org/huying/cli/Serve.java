package org.huying.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// Starts the server and stays until it is stopped.
public final class Serve implements Verb {
    private static final int HIGHEST_PORT = 65_535;

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String help() {
        return """
        serve [--port N] [--data DIR]
            正式启动。默认端口 8080，数据在 ~/.huying（自带 PostgreSQL）；设置 HUYING_DB_URL、HUYING_DB_USER、
            HUYING_DB_PASSWORD 则使用您的 PostgreSQL（15 及以上）。Ctrl-C 停止。
            Starts the server. Port 8080 and data in ~/.huying (a PostgreSQL of our own) unless told otherwise;
            with HUYING_DB_URL, HUYING_DB_USER, HUYING_DB_PASSWORD on yours (15 or newer). Ctrl-C stops it.
        """;
    }

    @Override
    public int run(List<String> args) {
        var options = Options.parse(args, Set.of("--port", "--data"), Set.of());
        if (!options.rest().isEmpty()) {
            throw Refusal.usage("多余的参数 too many arguments: " + options.rest());
        }
        var properties = new HashMap<String, Object>();
        options.number("--port", 0, HIGHEST_PORT)
                .ifPresent(port -> properties.put("server.port", port));
        options.path("--data")
                .ifPresent(folder -> properties.put("huying.data", folder.toAbsolutePath()));
        var context = Server.start(properties);
        var port = context.getEnvironment().getProperty("local.server.port");
        System.out.println("呼应已启动 Huying is serving: http://localhost:" + port + "/");
        Server.await(context);
        return 0;
    }
}
