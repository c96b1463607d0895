package org.huying.gateway.sending;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.huying.problem.Problem;

/// Text that was sent, in UTF-8 and bounded.
public final class Utf8 {

    private Utf8() {}

    public static String text(byte[] bytes, int most) {
        if (bytes.length > most) {
            throw Problem.TOO_LARGE.plain();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw Problem.UNREADABLE.with("正文不是 UTF-8", "The body is not UTF-8");
        }
    }
}
