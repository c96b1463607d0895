package org.huying.matter;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What arbitration has decided, so that the same question need not be asked twice: this item in this community, else
/// in this street, is this unit's. Kept in memory for some seconds.
@Repository
class Rulings {

    private static final Duration KEPT = Duration.ofSeconds(10);

    /// A decision and the matter it was made for.
    record Ruling(UUID unit, UUID matter) {}

    private record Question(String item, String area) {}

    private final JdbcClient jdbc;
    private final LoadingCache<String, Map<Question, Ruling>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build(this::load);

    Rulings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Ruling> on(String item, TerritoryCode area) {
        var rulings = known.get(area.region());
        if (rulings.isEmpty()) {
            return Optional.empty();
        }
        return at(rulings, item, area, Level.COMMUNITY)
                .or(() -> at(rulings, item, area, Level.STREET));
    }

    /// The later decision replaces the earlier.
    void decided(String item, TerritoryCode area, Ruling ruling, Instant at) {
        var within =
                area.level().digits() > Level.COMMUNITY.digits() ? area.at(Level.COMMUNITY) : area;
        jdbc.sql(
                        """
                        INSERT INTO matter.ruling (region, item, area, unit, matter, at)
                        VALUES (:region, :item, :area, :unit, :matter, :at)
                        ON CONFLICT (region, item, area)
                        DO UPDATE SET unit = excluded.unit, matter = excluded.matter, at = excluded.at
                        """)
                .param("region", area.region())
                .param("item", item)
                .param("area", within.value())
                .param("unit", ruling.unit())
                .param("matter", ruling.matter())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        known.invalidate(area.region());
    }

    private static Optional<Ruling> at(
            Map<Question, Ruling> rulings, String item, TerritoryCode area, Level level) {
        return area.value().length() < level.digits()
                ? Optional.empty()
                : Optional.ofNullable(rulings.get(new Question(item, area.at(level).value())));
    }

    private Map<Question, Ruling> load(String region) {
        return jdbc
                .sql("SELECT item, area, unit, matter FROM matter.ruling WHERE region = :region")
                .param("region", region)
                .query((row, _) ->
                        Map.entry(
                                new Question(row.getString("item"), row.getString("area")),
                                new Ruling(
                                        row.getObject("unit", UUID.class),
                                        row.getObject("matter", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
