package org.huying.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/// What nobody should send. None of it names a class or a statement that an answer may not name.
final class Hostile {

    private static final int LONG = 5_000;
    private static final int DEEP = 2_000;

    /// Texts, as values of anything.
    static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "a\u0000b",
                    "\t\r\n",
                    "x\r\nSet-Cookie: a=b",
                    "'",
                    "' OR '1'='1",
                    "'; DROP TABLE x; --",
                    "1) UNION ALL VALUES (1",
                    "pg_sleep(9)",
                    "%27%20OR%201=1",
                    "${7*7}",
                    "{{7*7}}",
                    "#{7*7}",
                    "<%= 7*7 %>",
                    "${jndi:ldap://127.0.0.1:1/a}",
                    "matter.urgent || true",
                    "[1,2].map(x, [1,2].map(y, x))",
                    "=1+1",
                    "@SUM(A1)",
                    "<script>alert(1)</script>",
                    "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>",
                    "../../../../etc/passwd",
                    "..\\..\\windows",
                    "file:///etc/passwd",
                    "http://169.254.169.254/latest/",
                    "http://127.0.0.1:1/",
                    "%00",
                    "%",
                    "%zz",
                    "\\",
                    "\\u0000",
                    "😀🧨👩‍👩‍👧‍👦",
                    "\uD800",
                    "\uDFFF\uD800",
                    "\u202Eחרוזים مرحبا\u202C",
                    "\u200B\uFEFF\u2028",
                    "e\u0301\u0301\u0301\u0301",
                    "Ａ１２３",
                    "١٢٣",
                    "路灯不亮\uFFFD",
                    "null",
                    "undefined",
                    "NaN",
                    "-1",
                    "0",
                    "9999999999999999999999",
                    "1e400",
                    "0x7f",
                    "2026-02-30",
                    "0000-00-00",
                    "+999999999-12-31",
                    "-999999999-01-01T00:00:00Z",
                    "9999-12-31T23:59:59.999999999+18:00",
                    "24:00",
                    "370481000000000000000000",
                    "000000",
                    "999999",
                    "00000000-0000-0000-0000-000000000000",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff",
                    "0.00000000-0000-0000-0000-000000000000",
                    "999999999999999999.00000000-0000-0000-0000-000000000000",
                    "99999999999999999999-00000000-0000-0000-0000-000000000000",
                    "1-1-1-1-1",
                    "*",
                    "/",
                    ".",
                    "..",
                    ";",
                    "a;b=c",
                    "(a+)+$",
                    "a".repeat(LONG),
                    "路".repeat(LONG),
                    "((((".repeat(LONG / 4));

    /// Values of JSON, written out.
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "-1",
                    "1.5",
                    "-0.0",
                    "2147483648",
                    "-9223372036854775809",
                    "1" + "0".repeat(400),
                    "-1" + "0".repeat(400),
                    "1e308",
                    "1e999",
                    "0.1e-400",
                    "123456789012345678901234567890.12345678901234567890",
                    "[]",
                    "{}",
                    "[null]",
                    "[[]]",
                    "{\"\":\"\"}",
                    "{\"a\":{\"a\":{\"a\":1}}}",
                    "\"\\uD800\"",
                    "\"\\u0000\"",
                    "\"\\uFFFF\"",
                    "[" + "1,".repeat(2_000) + "1]",
                    "[" + "\"x\",".repeat(500) + "\"x\"]",
                    "NaN",
                    "Infinity",
                    "'x'",
                    "01",
                    "+1",
                    ".5",
                    "\"unended",
                    "tru");

    /// Bytes that are no UTF-8, or a mark that nobody expects.
    static final List<byte[]> BYTES =
            List.of(
                    new byte[] {(byte) 0xC0, (byte) 0x80},
                    new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                    new byte[] {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                    new byte[] {(byte) 0xFF, (byte) 0xFE},
                    new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                    new byte[] {0},
                    new byte[] {(byte) 0xD6, (byte) 0xD0},
                    new byte[] {0x1B, 0x5B, 0x33, 0x31, 0x6D});

    private Hostile() {}

    static String text(SplittableRandom random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /// One value of JSON, which may be none.
    static String json(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> quoted(text(random));
            case 3 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 4 -> "{\"a\":".repeat(60) + "1" + "}".repeat(60);
            default -> VALUES.get(random.nextInt(VALUES.size()));
        };
    }

    /// As a text of JSON; what has no pair is escaped.
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars()
                .forEach(c -> {
                    if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate((char) c)) {
                        quoted.append("\\u%04x".formatted(c));
                    } else {
                        quoted.append((char) c);
                    }
                });
        return quoted.append('"').toString();
    }

    /// As it may stand in an address: mostly escaped, sometimes with what is no escape, or with bytes as they are.
    static String escaped(String text, SplittableRandom random) {
        if (random.nextInt(12) == 0) {
            return "%ff%fe" + escaped(text) + "%c0%80";
        }
        return random.nextInt(20) == 0 ? text.replaceAll("[\r\n ]", "") + "%z" : escaped(text);
    }

    static String escaped(String text) {
        var escaped = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (each >= 'a' && each <= 'z')
                            || (each >= 'A' && each <= 'Z')
                            || (each >= '0' && each <= '9')
                            || "-._~".indexOf(each) >= 0;
            escaped.append(plain ? String.valueOf((char) each) : "%%%02X".formatted(each & 0xFF));
        }
        return escaped.toString();
    }
}
