package org.huying.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Makes a right request wrong, in one to three ways.
final class Spoiling {

    private static final List<String> TYPES =
            List.of(
                    "",
                    "text/plain",
                    "application/xml",
                    "application/json; charset=utf-16",
                    "application/json;charset=gbk",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/yaml",
                    "image/png",
                    "nonsense",
                    "a/b;;;=",
                    "*/*",
                    "application/json, text/html");

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO");

    /// Headers that something might believe, with what nobody should.
    private static final List<Map.Entry<String, String>> HEADERS =
            List.of(
                    Map.entry("If-Match", "*"),
                    Map.entry("If-Match", "W/\"1\""),
                    Map.entry("If-Match", "\"99999999999999999999\""),
                    Map.entry("If-Match", "\"-1\""),
                    Map.entry("If-Match", ""),
                    Map.entry("If-None-Match", "*"),
                    Map.entry("If-None-Match", "\"x"),
                    Map.entry("If-Modified-Since", "yesterday"),
                    Map.entry("Idempotency-Key", ""),
                    Map.entry("Idempotency-Key", "k".repeat(300)),
                    Map.entry("Idempotency-Key", "钥匙"),
                    Map.entry("Idempotency-Key", "same"),
                    Map.entry("Authorization", "Bearer"),
                    Map.entry("Authorization", "Bearer 370481.t" + "a".repeat(400)),
                    Map.entry("Authorization", "Bearer ...."),
                    Map.entry("Authorization", "Basic OjpubyBzdWNo"),
                    Map.entry("Authorization", "Basic %%%"),
                    Map.entry("Authorization", "Digest username=\"x\""),
                    Map.entry("Authorization", "\u0001"),
                    Map.entry("Cookie", "session=370481.x; session=y; =; \"; a=\"b"),
                    Map.entry("X-CSRF-Token", "x"),
                    Map.entry("Accept", "text/html"),
                    Map.entry("Accept", "nonsense"),
                    Map.entry("Accept", "application/json;q=9, */*;q=x"),
                    Map.entry("Accept-Language", "xx-;q=2,*"),
                    Map.entry("Accept-Language", "zh".repeat(3_000)),
                    Map.entry("Accept-Encoding", "gzip;q=-1, br, *"),
                    Map.entry("Content-Encoding", "gzip"),
                    Map.entry("Range", "bytes=9-1,-,0-"),
                    Map.entry("Last-Event-ID", "9999999999999999999999"),
                    Map.entry("X-Tracking-Secret", "'; --"),
                    Map.entry("Huying-Signature", "t=1,n=abcdefgh,sm2=AAAAAAAAAAAAAAAAAAAAAAAA"),
                    Map.entry("X-Forwarded-For", "127.0.0.1, ::1, nonsense"),
                    Map.entry("X-Forwarded-Proto", "javascript"),
                    Map.entry("X-Forwarded-Host", "evil.example\\@x"),
                    Map.entry("Forwarded", "for=\"_x\";proto=;host="),
                    Map.entry("X-HTTP-Method-Override", "DELETE"),
                    Map.entry("Host", "evil.example"),
                    Map.entry("Expect", "100-continue"),
                    Map.entry("Origin", "null"),
                    Map.entry("traceparent", "00-zz-zz-01"),
                    Map.entry("tracestate", "=".repeat(600)));

    private Spoiling() {}

    static void spoil(Shot shot, SplittableRandom random) {
        int ways = random.nextInt(1, 4);
        for (int i = 0; i < ways; i++) {
            switch (random.nextInt(12)) {
                case 0, 1 -> path(shot, random);
                case 2, 3, 4 -> query(shot, random);
                case 5, 6 -> header(shot, random);
                case 7 -> method(shot, random);
                default -> body(shot, random);
            }
        }
    }

    private static void path(Shot shot, SplittableRandom random) {
        var parts = shot.path.split("/", -1);
        int at = random.nextInt(1, parts.length);
        parts[at] = Hostile.escaped(Hostile.text(random), random);
        if (random.nextInt(8) == 0) {
            parts[at] += random.nextBoolean() ? "/" : ";x=y";
        }
        shot.path = String.join("/", parts);
        shot.spoilt.add("path " + at);
    }

    private static void query(Shot shot, SplittableRandom random) {
        var value = Hostile.escaped(Hostile.text(random), random);
        var inputs = shot.operation.at("query");
        if (inputs.isEmpty()) {
            shot.query.add(new Shot.Asked(Hostile.escaped(Hostile.text(random), random), value));
            shot.spoilt.add("query of its own");
            return;
        }
        var name = inputs.get(random.nextInt(inputs.size())).name();
        if (random.nextInt(4) > 0) {
            shot.query.removeIf(it -> it.name().equals(name));
        }
        shot.query.add(new Shot.Asked(name, value));
        shot.spoilt.add("query " + name);
    }

    private static void header(Shot shot, SplittableRandom random) {
        if (random.nextInt(6) == 0) {
            shot.type = TYPES.get(random.nextInt(TYPES.size()));
            shot.spoilt.add("type");
            return;
        }
        var header = HEADERS.get(random.nextInt(HEADERS.size()));
        var name = header.getKey();
        if (random.nextInt(6) == 0) {
            var text = Hostile.text(random).replaceAll("[\r\n\u0000]", "");
            shot.headers.put(name, text.substring(0, Math.min(text.length(), 2_000)));
        } else {
            shot.headers.put(name, header.getValue());
        }
        shot.spoilt.add("header " + name);
    }

    private static void method(Shot shot, SplittableRandom random) {
        shot.method = METHODS.get(random.nextInt(METHODS.size()));
        shot.spoilt.add("method");
    }

    private static void body(Shot shot, SplittableRandom random) {
        if (shot.body.length == 0) {
            shot.body = Hostile.json(random).getBytes(StandardCharsets.UTF_8);
            shot.type = "application/json";
            shot.spoilt.add("a body");
        } else if (shot.type.startsWith("application/json") && random.nextInt(4) > 0) {
            shot.body = SpoiltJson.of(shot.body, random).getBytes(StandardCharsets.UTF_8);
            shot.spoilt.add("json");
        } else {
            shot.body = bytes(shot.body, random);
            shot.spoilt.add("bytes");
        }
    }

    /// Bytes turned over, cut off, said twice, or with what is no text in between.
    static byte[] bytes(byte[] sound, SplittableRandom random) {
        var out = new ByteArrayOutputStream();
        int at = random.nextInt(sound.length + 1);
        switch (random.nextInt(6)) {
            case 0 -> out.write(sound, 0, at);
            case 1 -> {
                out.writeBytes(sound);
                out.write(sound, at, sound.length - at);
            }
            case 2 -> {
                var turned = sound.clone();
                for (int i = random.nextInt(1, 6); i > 0 && turned.length > 0; i--) {
                    turned[random.nextInt(turned.length)] = (byte) random.nextInt(256);
                }
                out.writeBytes(turned);
            }
            case 3 -> out.writeBytes(text(sound).getBytes(StandardCharsets.UTF_16));
            case 4 -> {
                out.write(sound, 0, at);
                out.writeBytes(Hostile.text(random).getBytes(StandardCharsets.UTF_8));
                out.write(sound, at, sound.length - at);
            }
            default -> {
                out.write(sound, 0, at);
                out.writeBytes(Hostile.BYTES.get(random.nextInt(Hostile.BYTES.size())));
                out.write(sound, at, sound.length - at);
            }
        }
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
