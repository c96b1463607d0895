package org.huying.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.PreparedStatementSetter;

/// A statement with named parameters that is taken apart once and then bound by position: for the statements of every
/// request. Elsewhere `JdbcClient`, which takes it apart each time, reads better.
///
/// `template.query(SQL.text(), SQL.with(values), mapper)`
///
/// A null is bound with the type that its parameter has had before. Without, the driver would prepare the statement
/// anew whenever a parameter changes between null and a value.
public final class NamedSql {
    private static final Pattern PARTS =
            Pattern.compile("'[^']*'|\"[^\"]*\"|--[^\\n]*|::|:([A-Za-z][A-Za-z0-9_]*)");

    private final String text;
    private final String[] names;
    private final AtomicReferenceArray<@Nullable String> types;

    private NamedSql(String text, String[] names) {
        this.text = text;
        this.names = names;
        this.types = new AtomicReferenceArray<>(names.length);
    }

    public static NamedSql of(String sql) {
        var names = new ArrayList<String>();
        var text =
                PARTS.matcher(sql)
                        .replaceAll(part -> {
                            if (part.group(1) == null) {
                                return Matcher.quoteReplacement(part.group());
                            }
                            names.add(part.group(1));
                            return "?";
                        });
        return new NamedSql(text, names.toArray(String[]::new));
    }

    /// With `?` for each parameter.
    public String text() {
        return text;
    }

    /// Binds every parameter; refuses when one is missing.
    public PreparedStatementSetter with(Map<String, ? extends @Nullable Object> values) {
        return statement -> bind(statement, values);
    }

    public void bind(PreparedStatement statement, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < names.length; i++) {
            var value = values.get(names[i]);
            if (value == null) {
                bindNull(statement, i, values);
            } else {
                bindValue(statement, i, value);
            }
        }
    }

    private void bindNull(PreparedStatement statement, int i, Map<String, ?> values)
            throws SQLException {
        if (!values.containsKey(names[i])) {
            throw new IllegalArgumentException("No value for parameter :" + names[i]);
        }
        var type = types.getPlain(i);
        if (type == null) {
            statement.setNull(i + 1, Types.NULL);
        } else {
            statement.setNull(i + 1, Types.OTHER, type);
        }
    }

    private void bindValue(PreparedStatement statement, int i, Object value) throws SQLException {
        if (types.getPlain(i) == null) {
            types.setPlain(i, type(value));
        }
        switch (value) {
            case String string -> statement.setString(i + 1, string);
            case Integer number -> statement.setInt(i + 1, number);
            case Instant time -> statement.setObject(i + 1, time.atOffset(ZoneOffset.UTC));
            default -> statement.setObject(i + 1, value);
        }
    }

    /// As the driver would call it; null of a type whose nulls may go without one.
    private static @Nullable String type(Object value) {
        return switch (value) {
            case String _ -> "varchar";
            case UUID _ -> "uuid";
            case Integer _ -> "int4";
            case Long _ -> "int8";
            case Double _ -> "float8";
            case Boolean _ -> "bool";
            case byte[] _ -> "bytea";
            case LocalDate _ -> "date";
            case Instant _, OffsetDateTime _ -> "timestamptz";
            default -> null;
        };
    }
}
