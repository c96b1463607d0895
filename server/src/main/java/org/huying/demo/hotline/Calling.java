package org.huying.demo.hotline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.huying.demo.founding.Dice;

/// The hotline's clerks: send orders to a server, and insist until each message is taken.
public final class Calling {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 3_000;
    private static final List<String> CATEGORIES = List.of("路灯不亮", "道路坑洼", "暴露垃圾", "说不清的事");

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Hotline hotline;
    private final URI door;
    private final String bearer;

    /// @param door where messages are sent to
    /// @param bearer the token of the hotline's account
    public Calling(Hotline hotline, URI door, String bearer) {
        this.hotline = hotline;
        this.door = door;
        this.bearer = bearer;
    }

    /// Sends one order, and what is said of it afterwards, or before.
    public void order(String number) {
        var dice = Dice.of("order " + number);
        var sent = hotline.clock().instant();
        var order = order(number, dice, sent);
        hotline.ledger().sends(number, hotline.today(), order);
        var urge = message("URGE", number, "u", sent.plusSeconds(1));
        urge.put("reason", "来电人再次来电催问");
        boolean urges = dice.chance(0.3);
        boolean early = urges && dice.chance(hotline.manners().early());
        if (early) {
            insist(urge, dice);
        }
        var answer = insist(order, dice);
        hotline.ledger()
                .acknowledged(number, Hotline.JSON.readTree(answer).path("number").asString(""));
        if (urges && !early) {
            insist(urge, dice);
        }
        if (dice.chance(0.2)) {
            var change = order(number, dice, sent.plusSeconds(2));
            change.put("msgType", "CHANGE");
            change.put("msgId", number + "-c");
            change.put("address", "龙泉路北头");
            insist(change, dice);
        }
    }

    /// An order of this number.
    public static Map<String, Object> order(String number, Dice dice, Instant sent) {
        var order = message("DISPATCH", number, "o", sent);
        var category = dice.one(CATEGORIES);
        order.put("title", category + "，来电反映 " + number);
        order.put("content", "来电人反映：" + category + "，已有三天，请尽快处理。");
        order.put("address", "荆河路与善国路口");
        order.put("category", category);
        order.put("caller", Map.of("name", "张三", "phone", "13800001111"));
        order.put("monthCount", 1);
        return order;
    }

    private static Map<String, Object> message(
            String type, String number, String id, Instant sent) {
        var message = new LinkedHashMap<String, Object>();
        message.put("msgType", type);
        message.put("msgId", number + "-" + id);
        message.put("orderNo", number);
        message.put("sendTime", TIME.format(LocalDateTime.ofInstant(sent, Hotline.ZONE)));
        return message;
    }

    /// Until it is taken; the answer.
    private String insist(Map<String, Object> message, Dice dice) {
        var body = Hotline.JSON.writeValueAsString(message);
        var manners = hotline.manners();
        if (dice.chance(manners.forged())) {
            refused(body);
        }
        for (int i = 0; i < TRIES; i++) {
            try {
                var answer = send(body, hotline.secret());
                if (answer.statusCode() / 100 == 2 && !dice.chance(manners.cut())) {
                    if (dice.chance(manners.twice())) {
                        send(body, hotline.secret());
                    }
                    return answer.body();
                }
                if (answer.statusCode() / 100 == 4 && answer.statusCode() != 429) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException _) {
                // the line broke, or the server is down: once more
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("Not taken: " + body);
    }

    private void refused(String body) {
        try {
            var answer = send(body, "not the secret");
            if (answer.statusCode() / 100 == 2) {
                throw new IllegalStateException("A wrong signature was taken: " + body);
            }
        } catch (IOException _) {
            // the server is down; nothing was taken either
        }
    }

    private HttpResponse<String> send(String body, String secret) throws IOException {
        var seconds = hotline.clock().instant().getEpochSecond();
        var request =
                HttpRequest.newBuilder(door)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + bearer)
                        .header("Content-Type", "application/json")
                        .header(
                                Signatures.HEADER,
                                Signatures.of(secret, "POST", door.getRawPath(), seconds, body))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
