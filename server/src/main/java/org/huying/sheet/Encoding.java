package org.huying.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the text of a file is written: what its first bytes say, else UTF-8 where the whole of it is, else GB18030 where
/// the whole of it is. UTF-8 is asked first: hardly any Chinese text in GB18030 happens to be valid UTF-8, while nearly all
/// UTF-8 happens to be valid GB18030.
record Encoding(Charset charset, int mark) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK = 1 << 16;

    /// Empty where it is neither.
    static Optional<Encoding> of(Path file) throws IOException {
        byte[] head;
        try (var bytes = Files.newInputStream(file)) {
            head = bytes.readNBytes(3);
        }
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return checked(file, new Encoding(StandardCharsets.UTF_8, 3));
        }
        if (begins(head, 0xFF, 0xFE)) {
            return checked(file, new Encoding(StandardCharsets.UTF_16LE, 2));
        }
        if (begins(head, 0xFE, 0xFF)) {
            return checked(file, new Encoding(StandardCharsets.UTF_16BE, 2));
        }
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            var found = checked(file, new Encoding(charset, 0));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// From the first character on.
    Reader reader(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        bytes.skipNBytes(mark);
        var strict =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(bytes, strict));
    }

    private static Optional<Encoding> checked(Path file, Encoding guess) throws IOException {
        return guess.holds(file) ? Optional.of(guess) : Optional.empty();
    }

    private boolean holds(Path file) throws IOException {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = CharBuffer.allocate(BLOCK);
        try (var bytes = Files.newByteChannel(file)) {
            bytes.position(mark);
            var block = ByteBuffer.allocate(BLOCK);
            boolean ended = false;
            while (!ended) {
                ended = bytes.read(block) < 0;
                block.flip();
                var result = decoder.decode(block, text.clear(), ended);
                if (result.isError()) {
                    return false;
                }
                block.compact();
            }
            return !decoder.flush(text.clear()).isError();
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (Byte.toUnsignedInt(head[i]) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
