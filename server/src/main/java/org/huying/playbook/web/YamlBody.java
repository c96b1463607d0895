package org.huying.playbook.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.huying.playbook.tree.YamlReader;
import org.huying.problem.Problem;

/// The text of a YAML file that was sent: UTF-8, at most 1 MB.
final class YamlBody {
    private YamlBody() {}

    static String text(byte[] body) {
        if (body.length > YamlReader.LONGEST) {
            throw Problem.TOO_LARGE.with("文件超过 1 MB", "The file is longer than 1 MB");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException _) {
            throw Problem.UNREADABLE.with("文件不是 UTF-8 编码", "The file is not UTF-8");
        }
    }
}
