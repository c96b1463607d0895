package org.huying.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RingCipherTest {
    private static final String ONE = "1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String TWO =
            "2:"
                    + Base64.getEncoder()
                            .encodeToString(
                                    "k"
                                            .repeat(32)
                                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    @ParameterizedTest
    @EnumSource
    void opensWhatItSealed(Algorithm algorithm) {
        var cipher = new RingCipher(algorithm, KeyRing.parse(ONE));
        for (var text : new String[] {"", "13800138000", "滕州市荆河街道 3 号楼", "x".repeat(5000)}) {
            assertThat(cipher.open(cipher.seal(text))).isEqualTo(text);
        }
        assertThat(cipher.seal("a")).isNotEqualTo(cipher.seal("a")).hasSize(2 + 12 + 1 + 16);
    }

    @ParameterizedTest
    @EnumSource
    void refusesEveryDamagedByte(Algorithm algorithm) {
        var cipher = new RingCipher(algorithm, KeyRing.parse(ONE));
        var sealed = cipher.seal("13800138000");
        for (int i = 0; i < sealed.length; i++) {
            var damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> cipher.open(damaged))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> cipher.open(new byte[5]))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void blindsEqualTextsToEqualDigests(Algorithm algorithm) {
        var cipher = new RingCipher(algorithm, KeyRing.parse(ONE));
        assertThat(cipher.blind("13800138000")).hasSize(16).isEqualTo(cipher.blind("13800138000"));
        assertThat(cipher.blind("13800138000")).isNotEqualTo(cipher.blind("13800138001"));
    }

    @Test
    void rotatesTheKeyAndKeepsOldValuesAndBlindIndexes() {
        var before = new RingCipher(Algorithm.AES, KeyRing.parse(ONE));
        var after = new RingCipher(Algorithm.AES, KeyRing.parse(ONE + "\n" + TWO));
        assertThat(after.open(before.seal("旧"))).isEqualTo("旧");
        assertThat(after.seal("新")[1]).isEqualTo((byte) 2);
        assertThat(after.blind("x")).isEqualTo(before.blind("x"));
        assertThatThrownBy(() -> before.open(after.seal("新"))).hasMessageContaining("version 2");
    }

    @Test
    void opensWhatTheOtherFamilySealed() {
        var ring = KeyRing.parse(ONE);
        var sealed = new RingCipher(Algorithm.SM4, ring).seal("地址");
        assertThat(new RingCipher(Algorithm.AES, ring).open(sealed)).isEqualTo("地址");
    }

    @Test
    void readsKeysAndNeverQuotesThem() {
        assertThat(KeyRing.parse(KeyRing.parse(ONE + "," + TWO).text()).versions())
                .containsExactly(1, 2);
        for (var wrong :
                new String[] {"", "secret", "0:" + ONE.substring(2), ONE + " " + ONE, "YQ=="}) {
            assertThatThrownBy(() -> KeyRing.parse(wrong))
                    .isInstanceOf(IllegalStateException.class)
                    .message()
                    .doesNotContain("secret", "YQ");
        }
    }

    @Test
    void showsNothingOfWhatWasDamaged() {
        var cipher = new RingCipher(Algorithm.AES, KeyRing.parse(ONE));
        var sealed = cipher.seal("13812341234");
        assertThat(cipher.readable(sealed, "a test")).contains("13812341234");
        sealed[sealed.length - 1] ^= 1;
        assertThat(cipher.readable(sealed, "a test")).isEmpty();
        assertThat(cipher.readable(new byte[0], "a test")).isEmpty();
    }

    @Test
    void masksNamesAndPhones() {
        assertThat(Masking.name("张三丰")).isEqualTo("张*");
        assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.name(" ")).isEqualTo("*");
        assertThat(Masking.phone("13812341234")).isEqualTo("138****1234");
        assertThat(Masking.phone("110")).isEqualTo("****");
    }
}
