package org.huying.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.demo.hotline.Calling;
import org.huying.demo.hotline.Hotline;
import org.huying.demo.hotline.Manners;
import org.huying.territory.TerritoryCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// A calm hotline beside the demo: it is connected as any other, sends an order now and then, and takes the results.
final class HotlineLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HotlineLine.class);
    private static final String KEY = "demo-hotline";
    private static final String ADMIN = "moni-duijie";
    private static final int SECONDS = 90;

    private final Hotline hotline = Hotline.open(Manners.CALM, InstantSource.system());
    private final CountDownLatch ended = new CountDownLatch(1);

    private HotlineLine() {}

    /// Connected anew at each start: its address and its keys are new.
    static HotlineLine connect(Accounts accounts, URI base, String region) {
        var line = new HotlineLine();
        var place = base.resolve("/api/v1/" + region + "/partners/" + KEY);
        var admin = accounts.openSession(account(accounts, region, ADMIN, "system-admin"), region);
        var token =
                accounts.issueToken(
                        account(accounts, region, KEY, "partner"),
                        region,
                        "demo",
                        Optional.empty());
        var calling = new Calling(line.hotline, URI.create(place + "/messages"), token);
        Thread.startVirtualThread(() -> {
            try (var http = HttpClient.newHttpClient()) {
                TextLine.lay(base, region, admin);
                line.introduce(http, place, admin);
                line.call(calling);
            } catch (IOException | IllegalStateException e) {
                LOG.warn("The hotline of the demo is not connected", e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        return line;
    }

    private void introduce(HttpClient http, URI place, String admin)
            throws IOException, InterruptedException {
        var before =
                http.send(request(place, admin).GET().build(), BodyHandlers.discarding())
                        .headers()
                        .firstValue("ETag");
        var put =
                request(URI.create(place + "?account=" + KEY), admin)
                        .header("Content-Type", "application/yaml")
                        .header(
                                before.isPresent() ? "If-Match" : "If-None-Match",
                                before.orElse("*"))
                        .PUT(BodyPublishers.ofString(hotline.file(KEY)));
        told(http, put);
        var keys =
                request(URI.create(place + "/keys"), admin)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"));
        hotline.secret(JsonMapper.shared().readTree(told(http, keys)).path("secret").asString(""));
    }

    private static String told(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static HttpRequest.Builder request(URI at, String bearer) {
        return HttpRequest.newBuilder(at).header("Authorization", "Bearer " + bearer);
    }

    private void call(Calling calling) throws InterruptedException {
        do {
            var moment = Long.toString(hotline.base().getPort() + System.nanoTime(), 36);
            calling.order("RX" + moment);
        } while (!ended.await(SECONDS, TimeUnit.SECONDS));
    }

    private static UUID account(Accounts accounts, String region, String login, String role) {
        return accounts.byLogin(region, login)
                .orElseGet(() ->
                        accounts.create(
                                new NewAccount(
                                        region,
                                        login,
                                        "演示热线",
                                        role.equals("partner")
                                                ? Caller.Kind.MACHINE
                                                : Caller.Kind.STAFF,
                                        Optional.empty(),
                                        false,
                                        List.of(NewGrant.of(role, TerritoryCode.of(region))))));
    }

    @Override
    public void close() {
        ended.countDown();
        hotline.close();
    }
}
