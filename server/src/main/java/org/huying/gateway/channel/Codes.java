package org.huying.gateway.channel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huying.problem.Language;
import org.huying.vault.Cipher;
import org.springframework.stereotype.Component;

/// Codes by which somebody shows that an address is theirs. A code is made anew from its id whenever it is needed, so that
/// neither the tables nor the record of letters hold one.
@Component
class Codes {

    /// The kind of a letter that brings a code.
    static final String KIND = "code";

    private static final int NUMBERS = 1_000_000;

    private final Cipher cipher;

    Codes(Cipher cipher) {
        this.cipher = cipher;
    }

    /// Six digits.
    String of(UUID id) {
        long number = ByteBuffer.wrap(cipher.blind("channel code " + id)).getLong();
        return String.format(Locale.ROOT, "%06d", Math.floorMod(number, NUMBERS));
    }

    boolean matches(UUID id, String given) {
        return MessageDigest.isEqual(bytes(of(id)), bytes(given));
    }

    /// What the record of letters says of one.
    static String headline(Language language) {
        return language.pick("确认码", "A code");
    }

    /// The lines as they are sent: a code stands only there.
    List<Layout.Line> said(List<Layout.Line> lines, Language language) {
        return lines.stream().map(it -> it.kind().equals(KIND) ? said(it, language) : it).toList();
    }

    private Layout.Line said(Layout.Line line, Language language) {
        var words =
                language.pick(
                        "确认码 %s，10 分钟内有效。不是您本人操作就不用理会",
                        "Your code is %s, good for 10 minutes. If you did not ask for it, ignore it");
        return new Layout.Line(line.subject(), KIND, "", words.formatted(of(line.subject())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
