package org.huying.gateway.device;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A real broker whose sessions lie in a folder, so that it can be stopped and started: Moquette in this process for MQTT
/// 3.1.1, and Mosquitto, where it is installed, for MQTT 5.
public final class Broker implements AutoCloseable {

    /// A broker that runs.
    @FunctionalInterface
    private interface Running {
        void stop();
    }

    private static final Path MOSQUITTO = Path.of("/usr/sbin/mosquitto");

    private static final int TRIES = 200;
    private static final long PAUSE_NANOS = 50_000_000L;

    private final boolean five;
    private final Path folder;
    private final int port = free();
    private Running running;

    public Broker(boolean five, Path folder) {
        this.five = five;
        this.folder = folder;
        this.running = five ? mosquitto() : moquette();
    }

    /// The versions of the protocol that can be tried here, as `five`.
    public static Stream<Boolean> versions() {
        return marks() ? Stream.of(false, true) : Stream.of(false);
    }

    /// Mosquitto is there, by either version, and marks what it has retained; Moquette sends it as if it were new.
    static boolean marks() {
        return Files.isExecutable(MOSQUITTO);
    }

    public int port() {
        return port;
    }

    void start() {
        running = five ? mosquitto() : moquette();
    }

    void stop() {
        running.stop();
    }

    @Override
    public void close() {
        stop();
    }

    private Running moquette() {
        var settings = new Properties();
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.DATA_PATH_PROPERTY_NAME, folder.toString());
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENT_QUEUE_TYPE_PROPERTY_NAME, "segmented");
        var server = new Server();
        try {
            server.startServer(new MemoryConfig(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server::stopServer;
    }

    private Running mosquitto() {
        try {
            var file = folder.resolve("mosquitto.conf");
            Files.write(
                    file,
                    List.of(
                            "listener " + port + " 127.0.0.1",
                            "allow_anonymous true",
                            "user " + System.getProperty("user.name"),
                            "persistence true",
                            "persistence_location " + folder + "/",
                            "max_queued_messages 0"));
            var process =
                    new ProcessBuilder(MOSQUITTO.toString(), "-c", file.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("mosquitto.log").toFile())
                            .start();
            awaitOpen();
            return () -> {
                process.destroy();
                process.onExit().join();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Publishes as a device does, and returns when the broker has it.
    public void publish(String topic, String... bodies) {
        var client = client("device-" + UUID.randomUUID());
        client.connect();
        for (var body : bodies) {
            client.publishWith()
                    .topic(topic)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(body.getBytes(StandardCharsets.UTF_8))
                    .send();
        }
        client.disconnect();
    }

    /// The same, and the broker tells it to whoever subscribes later.
    void retain(String topic, String body) {
        var client = client("device-" + UUID.randomUUID());
        client.connect();
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(body.getBytes(StandardCharsets.UTF_8))
                .send();
        client.disconnect();
    }

    /// Whoever has this name is thrown out: somebody else comes by it, and leaves.
    void cut(String name) {
        var client = client(name);
        client.connectWith().cleanSession(false).send();
        client.disconnect();
    }

    private Mqtt3BlockingClient client(String name) {
        return MqttClient.builder()
                .identifier(name)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .useMqttVersion3()
                .buildBlocking();
    }

    private void awaitOpen() throws IOException {
        for (int tries = 1; ; tries++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException e) {
                if (tries == TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
