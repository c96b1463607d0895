package org.huying.gateway.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huying.gateway.device.Plan.Means.Mqtt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines to a real broker, by both versions of the protocol.
class MqttLineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    private final List<Broker> brokers = new ArrayList<>();

    private final String client = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final BlockingQueue<Boolean> stands = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<Line> open = new ArrayList<>();

    @AfterEach
    void closed() {
        open.forEach(Line::close);
        brokers.forEach(Broker::close);
    }

    static Stream<Boolean> versions() {
        return Broker.versions();
    }

    private Broker broker() {
        return brokers.getFirst();
    }

    private Line open(boolean five, Ear.Taking taking) throws InterruptedException {
        stands.clear();
        if (brokers.isEmpty()) {
            brokers.add(new Broker(five, folder));
        }
        var mqtt =
                new Mqtt(
                        URI.create("tcp://127.0.0.1:" + broker().port()),
                        five,
                        client,
                        Optional.empty(),
                        List.of("t/" + client + "/#"));
        var line =
                MqttLine.open(mqtt, Optional.empty(), new Ear(taking), (up, _) -> stands.add(up));
        open.add(line);
        assertThat(up()).isTrue();
        return line;
    }

    private boolean up() throws InterruptedException {
        for (var stand = stands.poll(30, TimeUnit.SECONDS);
                stand != null;
                stand = stands.poll(30, TimeUnit.SECONDS)) {
            if (stand) {
                return true;
            }
        }
        return false;
    }

    private void publish(String... bodies) {
        broker().publish("t/" + client + "/up", bodies);
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    private void hear(String topic, String body) {
        heard.add(body);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatIsPublishedWhileNobodyListensComesLater(boolean five) throws Exception {
        open(five, this::hear).close();
        publish("1", "2");
        assertThat(heard).isEmpty();
        open(five, this::hear);
        assertThat(next()).isEqualTo("1");
        assertThat(next()).isEqualTo("2");
        publish("3");
        assertThat(next()).isEqualTo("3");
    }

    /// Killed after it was stored and before it was acknowledged, or before it was stored: it comes again.
    @ParameterizedTest
    @MethodSource("versions")
    void whatWasNotAcknowledgedComesAgain(boolean five) throws Exception {
        var lines = new LinkedBlockingQueue<Line>();
        open(
                five,
                (topic, body) -> {
                    heard.add("first " + body);
                    var _ = poll(lines);
                });
        publish("A", "B");
        assertThat(next()).isEqualTo("first A");
        var first = open.removeFirst();
        first.close();
        lines.add(first);
        open(five, this::hear);
        assertThat(List.of(next(), next())).containsExactly("A", "B");
    }

    private static Line poll(BlockingQueue<Line> lines) {
        try {
            return lines.poll(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatCannotBeStoredIsTriedAgainAndHoldsBackTheRest(boolean five) throws Exception {
        var tries = new AtomicInteger();
        var stored = new CopyOnWriteArrayList<String>();
        open(
                five,
                (topic, body) -> {
                    if (body.equals("1") && tries.incrementAndGet() < 3) {
                        throw new IllegalStateException("The database is away");
                    }
                    stored.add(body);
                    heard.add(body);
                });
        publish("1", "2");
        next();
        next();
        assertThat(stored).containsExactly("1", "2");
        assertThat(tries.get()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aLineThatIsCutComesBackByItself(boolean five) throws Exception {
        open(five, this::hear);
        broker().cut(client);
        assertThat(up()).isTrue();
        publish("after");
        assertThat(next()).isEqualTo("after");
    }

    /// It is heard when it is published, and whatever is retained says nothing to whoever subscribes, the first time or again.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @EnabledIf("org.huying.gateway.device.Broker#marks")
    void whatTheBrokerRetainsIsHeardOnce(boolean five) throws Exception {
        brokers.add(new Broker(true, folder));
        var topic = "t/" + client + "/state";
        broker().retain(topic, "before");
        open(five, this::hear);
        broker().retain(topic, "now");
        assertThat(next()).isEqualTo("now");
        broker().cut(client);
        assertThat(up()).isTrue();
        publish("after");
        assertThat(next()).isEqualTo("after");
    }

    /// Nothing is lost of many, and they come in order.
    @ParameterizedTest
    @MethodSource("versions")
    void aFloodIsHeardToItsEnd(boolean five) throws Exception {
        open(five, this::hear);
        var bodies = IntStream.range(0, 500).mapToObj(Integer::toString).toArray(String[]::new);
        publish(bodies);
        for (var body : bodies) {
            assertThat(next()).isEqualTo(body);
        }
    }
}
