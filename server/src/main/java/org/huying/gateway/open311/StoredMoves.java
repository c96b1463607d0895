package org.huying.gateway.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What became of matters, as those outside may ask.
@Repository
class StoredMoves {

    /// @param account who brought the matter in from outside
    /// @param street the street, or the county while that is unknown
    /// @param words what was done
    record Move(
            UUID id,
            UUID matter,
            Optional<UUID> account,
            String number,
            String item,
            String street,
            boolean hidden,
            String state,
            String words,
            Instant at) {}

    /// @param account whose own matters are asked about; without one the published `items` are
    /// @param after only what comes behind this one
    record Question(
            String region,
            Optional<String> street,
            Optional<UUID> account,
            List<String> items,
            Instant from,
            Instant to,
            Optional<Cursor> after,
            int skip,
            int limit) {}

    private final JdbcClient jdbc;

    StoredMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In one statement; those already there are left as they are.
    void add(String region, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO gateway.moved (region, id, matter, account, number, item, street, hidden, state, words, at)
                        SELECT :region, m.* FROM unnest(:ids::uuid[], :matters::uuid[], :accounts::uuid[], :numbers::text[],
                                                        :items::text[], :streets::text[], :hidden::boolean[], :states::text[],
                                                        :words::text[], :at::timestamptz[]) AS m
                        ON CONFLICT (region, id) DO NOTHING
                        """)
                .param("region", region)
                .param("ids", column(moves, Move::id))
                .param("matters", column(moves, Move::matter))
                .param("accounts", column(moves, it -> it.account().orElse(null)))
                .param("numbers", column(moves, Move::number))
                .param("items", column(moves, Move::item))
                .param("streets", column(moves, Move::street))
                .param("hidden", column(moves, Move::hidden))
                .param("states", column(moves, Move::state))
                .param("words", column(moves, Move::words))
                .param("at", column(moves, Move::at))
                .update();
    }

    /// Oldest first.
    List<Move> asked(Question question) {
        var whose =
                question.account().isPresent()
                        ? "account = :account"
                        : "NOT hidden AND item = ANY (:items::text[])";
        var where = question.street().isPresent() ? " AND street = :street" : "";
        var behind = question.after().isPresent() ? " AND (at, id) > (:after, :behind)" : "";
        var moves =
                jdbc.sql(
                                """
                                SELECT * FROM gateway.moved
                                 WHERE region = :region AND at >= :from AND at < :to AND %s%s%s
                                 ORDER BY at, id LIMIT :most
                                """
                                        .formatted(whose, where, behind))
                        .param("region", question.region())
                        .param("account", question.account().orElse(null))
                        .param("items", question.items().toArray(String[]::new))
                        .param("street", question.street().orElse(null))
                        .param("from", question.from().atOffset(ZoneOffset.UTC))
                        .param("to", question.to().atOffset(ZoneOffset.UTC))
                        .param(
                                "after",
                                question.after()
                                        .map(it -> it.at().atOffset(ZoneOffset.UTC))
                                        .orElse(null))
                        .param("behind", question.after().map(Cursor::id).orElse(null))
                        .param("most", question.skip() + question.limit())
                        .query((row, _) -> move(row))
                        .list();
        return moves.subList(Math.min(question.skip(), moves.size()), moves.size());
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                row.getObject("id", UUID.class),
                row.getObject("matter", UUID.class),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                row.getString("number"),
                row.getString("item"),
                row.getString("street"),
                row.getBoolean("hidden"),
                row.getString("state"),
                row.getString("words"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable String[] column(
            List<Move> moves, Function<Move, @Nullable Object> value) {
        var column = new @Nullable String[moves.size()];
        for (int i = 0; i < column.length; i++) {
            var each = value.apply(moves.get(i));
            column[i] = each == null ? null : each.toString();
        }
        return column;
    }
}
