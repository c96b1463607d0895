package org.huying.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.huying.problem.FieldError;
import org.junit.jupiter.api.Test;

class PasswordPolicyTest {
    @Test
    void namesEveryFault() {
        assertThat(codes("Good-pass1", "wang.li", false)).isEmpty();
        assertThat(codes("Ab1", "wang.li", false)).containsExactly("password-length");
        assertThat(codes("Abcdef12", "wang.li", true)).containsExactly("password-length");
        assertThat(codes("abcdefgh", "wang.li", false)).containsExactly("password-kinds");
        assertThat(codes("My-WANG-1", "wang.li", false)).containsExactly("password-login");
        assertThat(codes("wang", "wang.li", true))
                .containsExactly("password-length", "password-kinds", "password-login");
        assertThat(codes("Aa1" + "x".repeat(200), "wang.li", false))
                .containsExactly("password-length");
    }

    @Test
    void hashesWithArgon2AndKnowsItsOwnHashes() {
        var passwords = new Passwords();
        var hash = passwords.hash("Good-pass1");
        assertThat(hash).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.matches("Good-pass1", hash)).isTrue();
        assertThat(passwords.matches("Good-pass2", hash)).isFalse();
        assertThat(passwords.hash("Good-pass1")).isNotEqualTo(hash);
    }

    @Test
    void makesTheCodesOfRfc6238() {
        var secret =
                Base32.encode(
                        "12345678901234567890"
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        var totp = new Totp();
        assertThat(totp.code(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(totp.code(secret, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
        assertThat(totp.step(secret, "287082", Instant.ofEpochSecond(85))).hasValue(1);
        assertThat(totp.step(secret, "287082", Instant.ofEpochSecond(95))).isEmpty();
        assertThat(Totp.uri("ABC", "a b"))
                .startsWith("otpauth://totp/Huying:a")
                .contains("secret=ABC");
    }

    @Test
    void writesAndReadsBase32() {
        assertThat(Base32.encode("foobar".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTBOI");
        assertThat(Base32.decode("MZXW6YTBOI")).asString().isEqualTo("foobar");
    }

    private static List<String> codes(String password, String login, boolean admin) {
        return PasswordPolicy.faults(password, login, admin).stream()
                .map(FieldError::code)
                .toList();
    }
}
