package org.huying.bench;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The tokens of those who work in the bench: `machines` report, `desks` of the county dispatch, verify, record the
/// rating and close, `streets` look after one street each, and each unit has a handler.
record Staff(
        List<String> machines,
        List<String> desks,
        List<String> streets,
        Map<UUID, String> handlers) {

    static final int MACHINES = 8;
    static final int DESKS = 16;

    static String header(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }
}
