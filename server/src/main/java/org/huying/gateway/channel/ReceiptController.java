package org.huying.gateway.channel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.gateway.sending.Hmac;
import org.huying.gateway.sending.Secrets;
import org.huying.gateway.sending.Utf8;
import org.huying.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What providers say became of text messages. They have no account: the signature says who speaks.
@RestController
@RequestMapping("/api/v1/{region}/channels/{channel}/receipts")
class ReceiptController {

    private static final int LARGEST = 256 * 1024;

    private final Channels channels;
    private final LetterLog log;

    ReceiptController(Channels channels, LetterLog log) {
        this.channels = channels;
        this.log = log;
    }

    /// One receipt, or a list of them (JSON, at most 256 KB), as the file of the channel says. For whoever does not sign with
    /// the secret `receipt` there is nothing here. What is unknown is passed over; the same once more changes nothing.
    @PostMapping
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.HARMLESS)
    @Unversioned(Unversioned.STANDS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void channelReceipts(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            HttpServletRequest request)
            throws IOException {
        var text = Utf8.text(request.getInputStream().readNBytes(LARGEST + 1), LARGEST);
        var form =
                channels.find(region, channel)
                        .flatMap(it -> signed(it, request, text))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        log.receipts(region, channel, Answers.receipts(form, text));
    }

    /// How receipts look, if the channel takes any and this one is signed.
    private static Optional<Means.Receipt> signed(
            Channel channel, HttpServletRequest request, String body) {
        var secret = channel.secrets().find(Secrets.RECEIPT);
        if (!(channel.plan().means() instanceof Means.Sms sms) || secret.isEmpty()) {
            return Optional.empty();
        }
        return sms.receipt()
                .filter(it -> {
                    var said = Optional.ofNullable(request.getHeader(it.header())).orElse("");
                    var right = HexFormat.of().formatHex(Hmac.of(secret.get(), body));
                    return MessageDigest.isEqual(
                            bytes(right), bytes(said.toLowerCase(Locale.ROOT)));
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
