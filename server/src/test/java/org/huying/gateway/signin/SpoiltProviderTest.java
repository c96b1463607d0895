package org.huying.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.huying.access.session.Token;
import org.huying.fuzz.SpoiltText;

/// Files of providers and tokens that were right once: each is read, or told what is wrong with it.
class SpoiltProviderTest {

    private static final String[] FILES = {"city-identity", "wecom-style", "zhe-gov-ding"};

    @Property(tries = 150)
    void aSpoiltFileIsAPlanOrToldWhatIsWrong(@ForAll long seed) {
        var sound = text(FILES[new SplittableRandom(seed).nextInt(FILES.length)]);
        var checked = ProviderFile.read("x.yaml", SpoiltText.of(sound, seed));
        assertThat(checked.plan().isPresent()).isNotEqualTo(checked.findings().broken());
    }

    @Property(tries = 1_000)
    void aSpoiltTokenIsNoneOrItself(@ForAll long seed, @ForAll String any) {
        var token = Token.fresh("370481", Token.Kind.API);
        var spoilt = SpoiltText.of(token.text(), seed).strip();
        Token.parse(spoilt).ifPresent(it -> assertThat(it.text()).isEqualTo(spoilt));
        assertThat(Token.parse(token.text())).contains(token);
        assertThat(Token.parse(any)).isEmpty();
    }

    private static String text(String name) {
        try (var file =
                SpoiltProviderTest.class.getResourceAsStream("/providers/" + name + ".yaml")) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
