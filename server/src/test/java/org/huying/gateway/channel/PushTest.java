package org.huying.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What is sent to browsers, against the example of RFC 8291 and the rules of RFC 8292.
class PushTest {

    private static final String OURS =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
    private static final String OUR_SECRET = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    private static final String THEIRS =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";
    private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
    private static final String SEALED =
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
                    + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBW"
                    + "LVWGNWQexSgSxsj_Qulcy4a-fN";
    private static final List<String> HOSTS = List.of("push.example.org", "*.notify.example.com");

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    @Test
    void sealsAsTheExampleOfTheStandardSays() throws GeneralSecurityException {
        var ours = new KeyPair(Curve.open(bytes(OURS)), Curve.secret(bytes(OUR_SECRET)));
        var text = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8);
        var sealed = PushSeal.sealed(text, bytes(THEIRS), bytes(AUTH), ours, bytes(SALT));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(SEALED);
    }

    @Test
    void saysWhoSpeaksToThatServiceAlone() throws GeneralSecurityException {
        var push = new Means.Push("mailto:duty@example.org", OURS, HOSTS);
        var now = Instant.parse("2026-11-30T01:00:00Z");
        var at = URI.create("https://push.example.org:8443/send/abc?x=1");
        var header = Vapid.header(at, push, OUR_SECRET, now).orElseThrow();
        assertThat(header).startsWith("vapid t=").endsWith(", k=" + OURS);
        var parts = header.substring(8, header.indexOf(',')).split("\\.", -1);
        var claims =
                JsonMapper.shared().readTree(new String(bytes(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims.path("aud").asString()).isEqualTo("https://push.example.org:8443");
        assertThat(claims.path("sub").asString()).isEqualTo("mailto:duty@example.org");
        assertThat(claims.path("exp").asLong()).isEqualTo(now.getEpochSecond() + 12 * 3600);
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(Curve.open(bytes(OURS)));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(bytes(parts[2]))).isTrue();
        assertThat(Vapid.header(at, push, "short", now)).isEmpty();
    }

    @Test
    void onlyKnownServicesAndRealKeysFit() {
        assertThat(device("https://push.example.org/a").fits(HOSTS)).isTrue();
        assertThat(device("https://eu.notify.example.com/a").fits(HOSTS)).isTrue();
        assertThat(device("https://notify.example.com.evil.org/a").fits(HOSTS)).isFalse();
        assertThat(device("https://10.0.0.1/a").fits(HOSTS)).isFalse();
        assertThat(new PushDevice("https://push.example.org/a", "AAAA", AUTH).fits(HOSTS))
                .isFalse();
        assertThat(new PushDevice("https://push.example.org/a", THEIRS, "!").fits(HOSTS)).isFalse();
        assertThatThrownBy(() -> Curve.open(new byte[65]))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static PushDevice device(String endpoint) {
        return new PushDevice(endpoint, THEIRS, AUTH);
    }

    @Test
    void aPersonHasFiveBrowsersEachOnce() {
        var all = List.<PushDevice>of();
        for (int i = 0; i < 7; i++) {
            all = PushDevice.with(all, device("https://push.example.org/" + i));
            all = PushDevice.with(all, device("https://push.example.org/" + i));
        }
        assertThat(all)
                .extracting(PushDevice::endpoint)
                .containsExactly(
                        "https://push.example.org/2",
                        "https://push.example.org/3",
                        "https://push.example.org/4",
                        "https://push.example.org/5",
                        "https://push.example.org/6");
        assertThat(PushDevice.all(PushDevice.list(all))).isEqualTo(all);
        assertThat(PushDevice.all("nonsense")).isEmpty();
        assertThat(PushDevice.of(all.getFirst().text())).contains(all.getFirst());
        assertThat(Address.masked(PushDevice.list(all.subList(0, 1))))
                .isEqualTo("push.example.org");
    }
}
