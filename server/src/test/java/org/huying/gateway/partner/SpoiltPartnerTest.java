package org.huying.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.huying.fuzz.SpoiltJson;
import org.huying.fuzz.SpoiltText;
import org.huying.playbook.Playbook;

/// Files, messages and signatures that were right once: each is read or refused, and nothing that was changed holds.
class SpoiltPartnerTest {

    private static final Mapping MAPPING = Example.mapping(Example.HOTLINE);
    private static final Playbook PLAYBOOK = Example.playbook();
    private static final String OURS = Sm2.fresh();
    private static final String THEIRS = Sm2.publicKey(OURS);
    private static final byte[] ORDER =
            """
            {"msgType":"DISPATCH","msgId":"1","orderNo":"WX001","sendTime":"2026-11-29 09:30:00","title":"路灯不亮","content":"三盏",
             "category3":"路灯不亮","gridCode":"370481001","location":{"lng":117.16,"lat":35.08},
             "caller":{"name":"张三","phone":"13800001111","contact":["a","b"]},"attachments":["https://example.org/a.jpg"]}
            """
                    .getBytes(StandardCharsets.UTF_8);

    @Property(tries = 150)
    void aSpoiltFileIsAMappingOrToldWhatIsWrong(@ForAll long seed, @ForAll boolean hotline) {
        var sound = Example.text(hotline ? Example.HOTLINE : Example.PROVINCE);
        var checked = MappingFile.read("x.yaml", SpoiltText.of(sound, seed));
        assertThat(checked.mapping().isPresent()).isNotEqualTo(checked.findings().broken());
        checked.mapping()
                .flatMap(Mapping::in)
                .ifPresent(in -> assertThat(read(in, new SplittableRandom(seed))).isNotNull());
    }

    @Property(tries = 1_000)
    void aSpoiltMessageIsReadOrRefused(@ForAll long seed) {
        var in = MAPPING.in().orElseThrow();
        if (read(in, new SplittableRandom(seed)) instanceof Incoming.Order order) {
            assertThat(order.head().number()).isNotBlank();
            assertThat(order.head().id()).hasSizeLessThanOrEqualTo(Incoming.LONGEST_ID);
            assertThat(Opening.of(order.said(), in, PLAYBOOK, "370481")).isNotNull();
        }
    }

    private static Incoming read(Mapping.In in, SplittableRandom random) {
        return Reading.message(SpoiltJson.of(ORDER, random), in);
    }

    @Property(tries = 300)
    void nothingButASignatureHolds(@ForAll @Size(max = 100) byte[] bytes, @ForAll String text) {
        var value = Base64.getEncoder().encodeToString(bytes);
        assertThat(Sm2.holds(THEIRS, text, value)).isFalse();
        assertThat(Sm2.holds(THEIRS, text, text)).isFalse();
        assertThat(Sm2.point(text)).isEmpty();
    }

    /// A signature of which one bit was turned, or that was cut off or had something put behind it.
    @Property(tries = 300)
    void aTurnedSignatureDoesNotHold(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var signature = Base64.getDecoder().decode(Sm2.sign(OURS, "text"));
        var turned =
                switch (random.nextInt(3)) {
                    case 0 -> Arrays.copyOf(signature, random.nextInt(signature.length));
                    case 1 -> Arrays.copyOf(signature, signature.length + 1);
                    default -> {
                        signature[random.nextInt(signature.length)] ^=
                                (byte) (1 << random.nextInt(8));
                        yield signature;
                    }
                };
        assertThat(Sm2.holds(THEIRS, "text", Base64.getEncoder().encodeToString(turned))).isFalse();
    }

    @Property(tries = 1_000)
    void aSpoiltSealIsNoneOrOneThatDoesNotHold(@ForAll long seed) {
        var keys = new Keys.Shared(Scheme.HMAC_SM3, "hyp_secret");
        var seal = Signing.sign(keys, "POST", "/x", 1_790_000_000L, "{}");
        var spoilt = SpoiltText.of(seal.header(), seed).strip();
        Seal.of(spoilt)
                .filter(it -> !it.equals(seal))
                .ifPresent(it ->
                        assertThat(Signing.holds(keys, it, "POST", "/x", "{}"))
                                .isEqualTo(same(it, seal)));
    }

    /// Hexadecimal digits may be written large.
    private static boolean same(Seal one, Seal other) {
        return one.seconds() == other.seconds()
                && one.nonce().equals(other.nonce())
                && one.scheme() == other.scheme()
                && one.value().equalsIgnoreCase(other.value());
    }
}
