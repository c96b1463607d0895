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

    /// Makes or replaces a role of the region.
    public void put(
            String region, String key, String nameZh, String nameEn, Set<String> permissions) {
        jdbc.sql(
                        """
                        INSERT INTO access.role (region, key, name_zh, name_en, permissions, changed_at)
                        VALUES (:region, :key, :zh, :en, :permissions, :now)
                        ON CONFLICT (region, key) DO UPDATE
                           SET name_zh = :zh, name_en = :en, permissions = :permissions, changed_at = :now
                        """)
                .param("region", region)
                .param("key", key)
                .param("zh", nameZh)
                .param("en", nameEn)
                .param("permissions", permissions.stream().sorted().toArray(String[]::new))
                .param("now", Columns.of(clock.instant()))
                .update();
        byRegion.invalidate(region);
    }

    /// False when there is none.
    public boolean remove(String region, String key) {
        int rows =
                jdbc.sql("DELETE FROM access.role WHERE region = :region AND key = :key")
                        .param("region", region)
                        .param("key", key)
                        .update();
        byRegion.invalidate(region);
        return rows > 0;
    }
}
