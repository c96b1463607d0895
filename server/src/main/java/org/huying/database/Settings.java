package org.huying.database;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// Settings of the embedded server, given on its command line where neither a file nor `ALTER SYSTEM` beats them, and
/// the check that a connection of the pool really has the durable ones.
final class Settings {
    static final String MAJOR = "18";

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    private Settings() {}

    static String commandLine(int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.putAll(DURABLE);
        settings.put("max_connections", "64");
        settings.put("shared_buffers", megabytes(4, 128, 1024));
        settings.put("effective_cache_size", megabytes(2, 512, 6144));
        settings.put("work_mem", "16MB");
        settings.put("maintenance_work_mem", "256MB");
        settings.put("max_wal_size", "4GB");
        settings.put("min_wal_size", "512MB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("max_parallel_workers_per_gather", "1");
        settings.put("log_timezone", "Asia/Shanghai");
        settings.put("timezone", "Asia/Shanghai");
        return "-p "
                + port
                + settings.entrySet().stream()
                        .map(setting -> " -c " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }

    /// Refuses a database that may lose what it acknowledged.
    static void verifyDurable(DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var setting : DURABLE.keySet()) {
                try (var row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    var value = row.getString(1);
                    if (value.equals("off") || value.equals("local")) {
                        throw unsafe(setting, value);
                    }
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    private static DatabaseFailure unsafe(String setting, String value) {
        return new DatabaseFailure(
                """
                数据库的 %1$s=%2$s，断电会丢掉已经答应的事。请设为 on（postgresql.conf，以及 ALTER ROLE、ALTER DATABASE 里的同名设置）。
                The database runs with %1$s=%2$s and could lose what it acknowledged. Set it to on (in postgresql.conf, and where ALTER ROLE or ALTER DATABASE set it).\
                """
                        .formatted(setting, value));
    }

    private static String megabytes(int divisor, long least, long most) {
        var bean = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        var total =
                bean instanceof com.sun.management.OperatingSystemMXBean machine
                        ? machine.getTotalMemorySize()
                        : 0;
        return Math.clamp((total >> 20) / divisor / 2, least, most) + "MB";
    }
}
