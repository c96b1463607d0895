package org.huying.gateway.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huying.gateway.sending.Fill;
import org.huying.gateway.sending.Secrets;

/// The protocol that a channel speaks, with what it needs to.
sealed interface Means {

    /// Names of the secrets that have to be known before anything can be sent.
    List<String> needs();

    /// A mail server.
    ///
    /// @param user signs in with the secret `password`; empty where nobody has to
    record Smtp(String host, int port, Security security, String from, Optional<String> user)
            implements Means {
        @Override
        public List<String> needs() {
            return user.isPresent() ? List.of(Secrets.PASSWORD) : List.of();
        }
    }

    /// How a mail server is spoken to.
    enum Security {
        NONE,
        STARTTLS,
        TLS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A provider of text messages that is called over HTTP: everything it wants is a template.
    ///
    /// @param json whether the body is JSON; else a form
    record Sms(
            String url,
            Map<String, String> headers,
            String body,
            boolean json,
            Optional<Sign> sign,
            Answer answer,
            Optional<Receipt> receipt)
            implements Means {
        @Override
        public List<String> needs() {
            var needs = new TreeSet<String>();
            needs.addAll(Fill.secrets(url));
            needs.addAll(Fill.secrets(body));
            headers.values().forEach(it -> needs.addAll(Fill.secrets(it)));
            sign.ifPresent(it -> {
                needs.addAll(Fill.secrets(it.of()));
                if (it.keyed()) {
                    needs.add(Secrets.SIGN);
                }
            });
            receipt.ifPresent(_ -> needs.add(Secrets.RECEIPT));
            return List.copyOf(needs);
        }
    }

    /// What `{sign}` is: a digest of a template.
    ///
    /// @param keyed HMAC-SHA256 with the secret `sign`; else SHA-256
    /// @param base64 else hexadecimal
    record Sign(String of, boolean keyed, boolean base64) {}

    /// What the other side says when it took a message.
    ///
    /// @param field its path; empty where an answer of 2xx is enough
    /// @param id the path of what it calls the message
    record Answer(Optional<String> field, List<String> good, Optional<String> id) {}

    /// What the other side says later.
    ///
    /// @param header holds the HMAC-SHA256 of the body with the secret `receipt`, hexadecimal
    record Receipt(String header, String id, String state, List<String> good) {}

    /// A robot of a group.
    record Robot(Brand brand, String url, boolean signed) implements Means {
        @Override
        public List<String> needs() {
            var needs = new ArrayList<>(Fill.secrets(url));
            if (signed) {
                needs.add(Secrets.SIGN);
            }
            return List.copyOf(needs);
        }
    }

    /// Messages of browsers, through the push services that their makers run.
    ///
    /// @param subject where those services reach us: `mailto:` or `https:`
    /// @param key the public key, a point of 65 bytes as base64url; the secret `vapid` is its private one
    /// @param hosts the services that may be spoken to, `*.` before a name for all below it
    record Push(String subject, String key, List<String> hosts) implements Means {
        @Override
        public List<String> needs() {
            return List.of(Secrets.VAPID);
        }
    }

    /// Whose robot it is.
    enum Brand {
        WECOM,
        DINGTALK,
        FEISHU;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
