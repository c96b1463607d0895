package org.huying.gateway.device;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.moquette.BrokerConstants;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;

/// A real broker of MQTT 3.1.1 and 5 in this process; what it keeps lies in a folder, so that it can be stopped and started.
public final class Broker implements AutoCloseable {

    private final Path folder;
    private final int port = free();
    private Server server = new Server();

    public Broker(Path folder) {
        this.folder = folder;
        start();
    }

    public int port() {
        return port;
    }

    void start() {
        var settings = new Properties();
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, Integer.toString(port));
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.DATA_PATH_PROPERTY_NAME, folder.toString());
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENT_QUEUE_TYPE_PROPERTY_NAME, "segmented");
        settings.setProperty(
                IConfig.WEB_SOCKET_PORT_PROPERTY_NAME, BrokerConstants.DISABLED_PORT_BIND);
        server = new Server();
        try {
            server.startServer(new MemoryConfig(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        server.stopServer();
    }

    @Override
    public void close() {
        stop();
    }

    /// Publishes as a device does, and returns when the broker has it.
    public void publish(String topic, String... bodies) {
        var client =
                MqttClient.builder()
                        .identifier("device-" + UUID.randomUUID())
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .useMqttVersion3()
                        .buildBlocking();
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

    /// Whoever has this name is thrown out.
    void cut(String client) {
        server.disconnectClient(client);
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
