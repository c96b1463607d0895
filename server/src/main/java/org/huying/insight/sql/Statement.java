package org.huying.insight.sql;

import java.util.Map;

/// One statement with named parameters. Its text depends on the shape of the question only, never on a value, so that
/// drivers and servers can keep it prepared.
public record Statement(String sql, Map<String, Object> params) {

    public Statement {
        params = Map.copyOf(params);
    }
}
