package org.huying.gateway.device;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.huying.gateway.device.Plan.Means.Mqtt;

/// A line by MQTT 3.1.1 or 5. The broker keeps the session: what is published while nobody listens comes later. Messages are
/// heard one after the other, at quality of service 1, and acknowledged by hand. What the broker has retained is not heard:
/// it says how a device stood once, and comes again whenever somebody subscribes.
final class MqttLine implements Line {

    private static final int LARGEST_PACKET = 64 * 1024;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Is told how the line stands; an error where it is down.
    @FunctionalInterface
    interface Watcher {
        void stands(boolean up, Optional<String> error);
    }

    private final Mqtt mqtt;
    private final Optional<byte[]> password;
    private final Ear ear;
    private final Watcher watcher;
    private final ExecutorService thread;

    private Runnable disconnect = () -> {};

    private MqttLine(Mqtt mqtt, Optional<String> password, Ear ear, Watcher watcher) {
        this.mqtt = mqtt;
        this.password = password.map(it -> it.getBytes(StandardCharsets.UTF_8));
        this.ear = ear;
        this.watcher = watcher;
        this.thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofVirtual().name("devices-" + mqtt.client()).factory());
    }

    /// Begins to connect, and goes on trying by itself until it is closed.
    static Line open(Mqtt mqtt, Optional<String> password, Ear ear, Watcher watcher) {
        var line = new MqttLine(mqtt, password, ear, watcher);
        if (mqtt.five()) {
            line.five();
        } else {
            line.three();
        }
        return line;
    }

    @Override
    public void close() {
        ear.close();
        disconnect.run();
        thread.shutdown();
    }

    private void five() {
        var client = new CompletableFuture<Mqtt5AsyncClient>();
        var built =
                builder()
                        .addConnectedListener(_ -> subscribe(client.join()))
                        .useMqttVersion5()
                        .buildAsync();
        client.complete(built);
        built.publishes(
                MqttGlobalPublishFilter.ALL,
                (Mqtt5Publish it) ->
                        hear(
                                it.isRetain(),
                                it.getTopic().toString(),
                                it.getPayloadAsBytes(),
                                it::acknowledge),
                thread,
                true);
        var connect =
                Mqtt5Connect.builder()
                        .cleanStart(false)
                        .sessionExpiryInterval(KEPT.toSeconds())
                        .restrictions()
                        .maximumPacketSize(LARGEST_PACKET)
                        .applyRestrictions();
        var _ =
                built.connect(
                        mqtt.user()
                                .map(it ->
                                        connect.simpleAuth()
                                                .username(it)
                                                .password(password.orElse(new byte[0]))
                                                .applySimpleAuth()
                                                .build())
                                .orElseGet(connect::build));
        disconnect = () -> await(built.disconnect());
    }

    private void subscribe(Mqtt5AsyncClient client) {
        var topics =
                mqtt.topics().stream()
                        .map(it ->
                                Mqtt5Subscription.builder()
                                        .topicFilter(it)
                                        .qos(MqttQos.AT_LEAST_ONCE)
                                        .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                                        .build());
        asked(client.subscribe(Mqtt5Subscribe.builder().addSubscriptions(topics).build()));
    }

    private void three() {
        var client = new CompletableFuture<Mqtt3AsyncClient>();
        var built =
                builder()
                        .addConnectedListener(_ -> subscribe(client.join()))
                        .useMqttVersion3()
                        .buildAsync();
        client.complete(built);
        built.publishes(
                MqttGlobalPublishFilter.ALL,
                (Mqtt3Publish it) ->
                        hear(
                                it.isRetain(),
                                it.getTopic().toString(),
                                it.getPayloadAsBytes(),
                                it::acknowledge),
                thread,
                true);
        var connect = Mqtt3Connect.builder().cleanSession(false);
        var _ =
                built.connect(
                        mqtt.user()
                                .map(it ->
                                        connect.simpleAuth()
                                                .username(it)
                                                .password(password.orElse(new byte[0]))
                                                .applySimpleAuth()
                                                .build())
                                .orElseGet(connect::build));
        disconnect = () -> await(built.disconnect());
    }

    private void subscribe(Mqtt3AsyncClient client) {
        var topics =
                mqtt.topics().stream()
                        .map(it ->
                                Mqtt3Subscription.builder()
                                        .topicFilter(it)
                                        .qos(MqttQos.AT_LEAST_ONCE)
                                        .build());
        asked(client.subscribe(Mqtt3Subscribe.builder().addSubscriptions(topics).build()));
    }

    /// What was published just now is not marked as retained, even if the broker retains it.
    private void hear(boolean retained, String topic, byte[] body, Runnable acknowledge) {
        if (retained) {
            acknowledge.run();
        } else {
            ear.hear(topic, text(body), acknowledge);
        }
    }

    private MqttClientBuilder builder() {
        var builder =
                MqttClient.builder()
                        .identifier(mqtt.client())
                        .serverHost(mqtt.server().getHost())
                        .serverPort(mqtt.server().getPort())
                        .automaticReconnectWithDefaultConfig()
                        .addDisconnectedListener(
                                it -> watcher.stands(false, Optional.of(why(it.getCause()))));
        return mqtt.secure() ? builder.sslWithDefaultConfig() : builder;
    }

    /// The line stands when the broker has taken the subscription, not before.
    private void asked(CompletableFuture<?> answer) {
        var _ =
                answer.whenComplete((_, error) ->
                        watcher.stands(
                                error == null, Optional.ofNullable(error).map(MqttLine::why)));
    }

    /// What is no UTF-8 becomes no JSON either.
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String why(Throwable error) {
        var cause = error.getCause() == null ? error : error.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private static void await(CompletableFuture<?> ended) {
        try {
            ended.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // it is not connected, or does not answer: nothing is left to be said
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
