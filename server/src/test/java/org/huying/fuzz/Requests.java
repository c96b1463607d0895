package org.huying.fuzz;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.huying.Town;
import tools.jackson.databind.JsonNode;

/// Makes requests that could be right.
final class Requests {

    private static final String EDGE = "edge-9f1c2b7e";
    private static final int SOMETIMES = 35;

    private final Drafts drafts;
    private final Pool pool;
    private final Cast cast;
    private final byte[] picture = picture();

    Requests(Drafts drafts, Pool pool, Cast cast) {
        this.drafts = drafts;
        this.pool = pool;
        this.cast = cast;
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Shot right(Operation operation, Cast.Role role, SplittableRandom random) {
        var path = operation.path();
        for (var input : operation.at("path")) {
            var value = Hostile.escaped(variable(input, operation, random));
            path = path.replace('{' + input.name() + '}', value);
        }
        var shot = new Shot(operation, role, path);
        for (var input : operation.at("query")) {
            if (input.needed() || random.nextInt(100) < SOMETIMES) {
                var value = Hostile.escaped(drafts.text(input, operation, random));
                shot.query.add(new Shot.Asked(input.name(), value));
            }
        }
        cast.token(role).ifPresent(it -> known(shot, it, random));
        operation.at("header").forEach(it -> header(shot, it, random));
        shot.headers.put("Accept-Language", random.nextBoolean() ? "en" : "zh-CN");
        body(shot, random);
        return shot;
    }

    private String variable(Operation.Input input, Operation operation, SplittableRandom random) {
        if (input.name().equals("region")) {
            return random.nextInt(20) == 0 ? OtherCounty.REGION : Town.REGION;
        }
        return drafts.text(input, operation, random);
    }

    private static void known(Shot shot, String token, SplittableRandom random) {
        if (shot.path.startsWith("/open311/")) {
            shot.query.removeIf(it -> it.name().equals("api_key"));
            if (random.nextInt(5) > 0) {
                shot.query.add(new Shot.Asked("api_key", Hostile.escaped(token)));
            }
        } else {
            shot.headers.put("Authorization", "Bearer " + token);
        }
    }

    private void header(Shot shot, Operation.Input input, SplittableRandom random) {
        switch (input.name()) {
            case "If-Match" -> {
                if (random.nextInt(10) == 0) {
                    shot.headers.put("If-None-Match", "*");
                } else {
                    var version = pool.version(shot.path).orElse(random.nextBoolean() ? "0" : "1");
                    shot.headers.put("If-Match", '"' + version + '"');
                }
            }
            case "Idempotency-Key" ->
                    shot.headers.put(
                            "Idempotency-Key",
                            new UUID(random.nextLong(), random.nextLong()).toString());
            case "X-Tracking-Secret" ->
                    shot.headers.put(
                            "X-Tracking-Secret",
                            pool.one(random, List.of("trackingSecret", "secret")).orElse("x"));
            default -> shot.headers.put(input.name(), drafts.text(input, shot.operation, random));
        }
    }

    private void body(Shot shot, SplittableRandom random) {
        var types = new ArrayList<>(shot.operation.bodies().keySet());
        if (types.isEmpty()) {
            return;
        }
        types.sort(null);
        shot.type = types.get(random.nextInt(types.size()));
        var media = Objects.requireNonNull(shot.operation.bodies().get(shot.type));
        if (media.has("x-samples")) {
            shot.body = sample(media.path("x-samples"), random);
        } else if (media.has("x-files")) {
            shot.body = parts(shot, media, random);
        } else if (shot.type.endsWith("form-urlencoded")) {
            shot.body = bytes(form(value(media, shot, random)));
        } else if (media.has("example") && random.nextInt(3) == 0) {
            shot.body = bytes(media.path("example").toString());
        } else if (media.has("schema") || media.has("example")) {
            shot.body = bytes(value(media, shot, random).toString());
        }
    }

    private JsonNode value(JsonNode media, Shot shot, SplittableRandom random) {
        return media.has("schema")
                ? drafts.value(media.path("schema"), "", shot.operation.noun(""), random, 0)
                : media.path("example");
    }

    private static byte[] sample(JsonNode samples, SplittableRandom random) {
        var name = samples.get(random.nextInt(samples.size())).asString();
        try (var file = Requests.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String form(JsonNode value) {
        return value.properties().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue().asString("")))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// A form with a picture, or with a file that the server gave as a template of what it takes.
    private byte[] parts(Shot shot, JsonNode media, SplittableRandom random) {
        shot.type = "multipart/form-data; boundary=" + EDGE;
        var parent = shot.path.substring(0, shot.path.lastIndexOf('/'));
        var known =
                media.at("/x-files/0").asString().equals("known")
                        ? pool.file(parent)
                        : Optional.<byte[]>empty();
        var content = known.orElse(picture);
        if (random.nextInt(3) == 0) {
            content = Spoiling.bytes(content, random);
        }
        var body = new ByteArrayOutputStream();
        part(
                body,
                "file\"; filename=\"%s".formatted(known.isPresent() ? "x.xlsx" : "x.png"),
                content);
        for (var field : List.of("jurisdiction_id", "service_code", "description")) {
            if (shot.path.startsWith("/open311/")) {
                var input = new Operation.Input(field, "query", true, media);
                var text =
                        field.startsWith("j")
                                ? Town.REGION
                                : drafts.text(input, shot.operation, random);
                part(body, field, bytes(text));
            }
        }
        body.writeBytes(bytes("--" + EDGE + "--\r\n"));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        var head =
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(EDGE, name);
        body.writeBytes(bytes(head));
        body.writeBytes(content);
        body.writeBytes(bytes("\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
