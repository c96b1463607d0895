package org.huying.gateway.channel;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.gateway.sending.Target;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A browser that somebody wants to be told in, as it gave itself to be known (Push API).
///
/// @param endpoint where its push service takes messages
/// @param p256dh its public key, and `auth` a secret of it, both base64url
record PushDevice(String endpoint, String p256dh, String auth) {

    /// One person's; the one that was added first falls out.
    static final int MOST = 5;

    private static final int SECRET = 16;

    /// Whether it can be spoken to, by a push service that is among these.
    boolean fits(List<String> hosts) {
        var host = Target.of(endpoint).map(URI::getHost);
        return host.filter(it -> hosts.stream().anyMatch(known -> same(it, known))).isPresent()
                && bytes(p256dh).filter(Curve::holds).isPresent()
                && bytes(auth).filter(it -> it.length == SECRET).isPresent();
    }

    /// `*.example.org` is every host below it.
    private static boolean same(String host, String known) {
        return known.startsWith("*.")
                ? host.endsWith(known.substring(1))
                : host.equalsIgnoreCase(known);
    }

    /// Empty for what is no base64url.
    static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String text() {
        return JsonMapper.shared().writeValueAsString(fields());
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("endpoint", endpoint);
        fields.put("p256dh", p256dh);
        fields.put("auth", auth);
        return fields;
    }

    /// As it was written; empty for anything else.
    static Optional<PushDevice> of(String text) {
        return all("[" + text + "]").stream().findFirst();
    }

    /// Those of a person; none of what cannot be read.
    static List<PushDevice> all(String list) {
        var all = new ArrayList<PushDevice>();
        try {
            for (var node : JsonMapper.shared().readTree(list)) {
                all.add(
                        new PushDevice(
                                node.path("endpoint").asString(""),
                                node.path("p256dh").asString(""),
                                node.path("auth").asString("")));
            }
        } catch (JacksonException _) {
            return List.of();
        }
        return List.copyOf(all);
    }

    static String list(List<PushDevice> devices) {
        return JsonMapper.shared()
                .writeValueAsString(devices.stream().map(PushDevice::fields).toList());
    }

    /// With this one, which is known by its endpoint, behind the others.
    static List<PushDevice> with(List<PushDevice> devices, PushDevice one) {
        var all = new ArrayList<>(without(devices, one));
        all.add(one);
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    static List<PushDevice> without(List<PushDevice> devices, PushDevice one) {
        return devices.stream().filter(it -> !it.endpoint().equals(one.endpoint())).toList();
    }

    @Override
    public String toString() {
        return "PushDevice of " + Target.of(endpoint).map(URI::getHost).orElse("?");
    }
}
