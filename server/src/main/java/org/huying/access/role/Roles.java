package org.huying.access.role;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.access.sql.Columns;
import org.huying.database.AfterCommit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All roles of a region: the built-in ones and those the region made for itself. Answers are at most 5 s old.
@Repository
public class Roles {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final BuiltInRoles builtIn = BuiltInRoles.load();
    private final Cache<String, Map<String, Role>> byRegion =
            Caffeine.newBuilder()
                    .maximumSize(4_000)
                    .expireAfterWrite(Duration.ofSeconds(5))
                    .build();

    Roles(JdbcClient jdbc, @Qualifier("wallClock") Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Map<String, Role> of(String region) {
        return byRegion.get(region, this::load);
    }

    public Optional<Role> find(String region, String key) {
        return Optional.ofNullable(of(region).get(key));
    }

    public List<Permission> permissions() {
        return builtIn.permissions();
    }

    public boolean isBuiltIn(String key) {
        return builtIn.roles().containsKey(key);
    }

    /// The permissions of administrators, which only the built-in roles carry.
    public Set<String> reserved() {
        return builtIn.roles().values().stream()
                .filter(role -> role.sphere().isPresent() || role.sampleOnly())
                .flatMap(role -> role.permissions().stream())
                .filter(permission ->
                        builtIn.roles().values().stream()
                                .filter(role -> role.sphere().isEmpty() && !role.sampleOnly())
                                .noneMatch(role -> role.permissions().contains(permission)))
                .collect(Collectors.toSet());
    }

    private Map<String, Role> load(String region) {
        var roles = new LinkedHashMap<>(builtIn.roles());
        jdbc.sql(
                        """
                        SELECT key, name_zh, name_en, permissions FROM access.role
                         WHERE region = :region ORDER BY key
                        """)
                .param("region", region)
                .query((row, _) ->
                        Role.custom(
                                row.getString("key"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                Set.copyOf(Columns.texts(row, "permissions"))))
                .list()
                .forEach(role -> roles.putIfAbsent(role.key(), role));
        return roles;
    }

    /// The versions of the roles that the region made for itself; a built-in role has none.
    public Map<String, Long> versions(String region) {
        return jdbc
                .sql("SELECT key, version FROM access.role WHERE region = :region")
                .param("region", region)
                .query((row, _) -> Map.entry(row.getString("key"), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The version of one of them, locked until the end of the transaction; 0 when it is not there.
    public long locked(String region, String key) {
        return jdbc.sql(
                        "SELECT version FROM access.role WHERE region = :region AND key = :key FOR UPDATE")
                .param("region", region)
                .param("key", key)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// Makes a role of the region, or replaces the one at version `seen`; answers the version after, 0 when another was
    /// faster.
    public long put(
            String region, String key, List<String> names, Set<String> permissions, long seen) {
        long version =
                jdbc.sql(
                                """
                                INSERT INTO access.role (region, key, name_zh, name_en, permissions, changed_at)
                                VALUES (:region, :key, :zh, :en, :permissions, :now)
                                ON CONFLICT (region, key) DO UPDATE
                                   SET name_zh = :zh, name_en = :en, permissions = :permissions, changed_at = :now,
                                       version = role.version + 1
                                 WHERE role.version = :seen
                                RETURNING version
                                """)
                        .param("region", region)
                        .param("key", key)
                        .param("zh", names.get(0))
                        .param("en", names.get(1))
                        .param("seen", seen)
                        .param("permissions", permissions.stream().sorted().toArray(String[]::new))
                        .param("now", Columns.of(clock.instant()))
                        .query(Long.class)
                        .optional()
                        .orElse(0L);
        AfterCommit.run(() -> byRegion.invalidate(region));
        return version;
    }

    /// False when there is none.
    public boolean remove(String region, String key) {
        int rows =
                jdbc.sql("DELETE FROM access.role WHERE region = :region AND key = :key")
                        .param("region", region)
                        .param("key", key)
                        .update();
        AfterCommit.run(() -> byRegion.invalidate(region));
        return rows > 0;
    }
}
