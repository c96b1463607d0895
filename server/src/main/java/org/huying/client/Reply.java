package org.huying.client;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the server answered.
///
/// @param call method and path, for messages
public record Reply(int status, JsonNode body, Optional<String> etag, String call) {

    static Reply of(int status, byte[] bytes, Optional<String> etag, String call) {
        return new Reply(status, json(bytes), etag, call);
    }

    private static JsonNode json(byte[] bytes) {
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.missingNode();
        }
        try {
            return Api.JSON.readTree(bytes);
        } catch (JacksonException _) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /// The body, or [Refused] when the server said no.
    public JsonNode orThrow() {
        if (!ok()) {
            throw new Refused(this);
        }
        return body;
    }

    /// The stable code of a refusal, such as `stale`; empty for other answers.
    public String code() {
        return body.path("code").asString("");
    }

    /// The server said no.
    public static final class Refused extends RuntimeException {
        private final transient Reply reply;

        Refused(Reply reply) {
            super(
                    "%s → %d %s %s %s"
                            .formatted(
                                    reply.call,
                                    reply.status,
                                    reply.code(),
                                    reply.body.path("detail").asString(""),
                                    reply.body.path("errors").isMissingNode()
                                            ? ""
                                            : reply.body.path("errors").toString()));
            this.reply = reply;
        }

        public Reply reply() {
            return reply;
        }
    }
}
