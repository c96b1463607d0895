package org.huying.gateway.channel;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huying.database.Ids;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;

/// Channels for tests of other packages: one that reaches residents, where nothing is really sent.
@TestComponent
public final class OpenChannels {

    private static final String KEY = "open-sms";
    private static final UUID NEWEST = new UUID(-1, -1);

    private final Channels channels;
    private final Mailing mailing;
    private final Sandbox sandbox;
    private final Clock clock;

    OpenChannels(
            Channels channels,
            Mailing mailing,
            Sandbox sandbox,
            @Qualifier("wallClock") Clock clock) {
        this.channels = channels;
        this.mailing = mailing;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /// Text messages to residents, without words of its own.
    public void texts(String region) {
        var file =
                """
                channel: open-sms
                name: 短信
                by: sms
                link: https://huying.example.org
                to: { residents: true }
                quiet: none
                sandbox: true
                sms: { url: "https://sms.example.org/send", body: '{"to":"{phone}","text":"{text}"}' }
                """;
        var plan = PlanFile.read(KEY + ".yaml", file).plan().orElseThrow();
        channels.put(region, plan, file, 0, Ids.next(), clock.instant());
    }

    /// What was said by it, newest first.
    public List<String> said(String region) {
        mailing.round();
        return sandbox.page(region, KEY, NEWEST, 20).stream().map(Sandbox.Kept::body).toList();
    }

    public void end(String region) {
        channels.end(region, KEY);
    }
}
