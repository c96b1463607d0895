package org.huying.gateway.channel;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huying.gateway.sending.Wire;
import org.huying.playbook.NoticeWords;
import org.huying.playbook.Playbooks;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Carries one message out of the house, or into the sandbox.
@Component
class Carrying {

    private static final int LARGEST = 64 * 1024;
    private static final String AGENT = "Huying-Channels/1";

    /// Answers that say that something is wrong with this message, and not with who sends it.
    private static final Set<Integer> READ_AND_REFUSED = Set.of(400, 422);

    /// How it went.
    ///
    /// @param fault why it was not taken; empty when it was
    /// @param receipt what the other side calls it
    record Carried(Layout.Said said, Optional<Fault> fault, Optional<String> receipt) {}

    private final Wire wire;
    private final MailServer mail;
    private final Pushing pushing;
    private final Sandbox sandbox;
    private final Territory territory;
    private final Playbooks playbooks;
    private final Codes codes;
    private final Clock clock;
    private final boolean nothingLeaves;

    /// @param nothingLeaves `huying.channels.sandbox`: what would be sent is kept and shown, whatever the channels say
    Carrying(
            Wire wire,
            MailServer mail,
            Pushing pushing,
            Sandbox sandbox,
            Territory territory,
            Playbooks playbooks,
            Codes codes,
            @Qualifier("wallClock") Clock clock,
            @Value("${huying.channels.sandbox:false}") boolean nothingLeaves) {
        this.wire = wire;
        this.mail = mail;
        this.pushing = pushing;
        this.sandbox = sandbox;
        this.territory = territory;
        this.playbooks = playbooks;
        this.codes = codes;
        this.clock = clock;
        this.nothingLeaves = nothingLeaves;
    }

    /// Whatever the channels say.
    boolean nothingLeaves() {
        return nothingLeaves;
    }

    boolean sandboxed(Channel channel) {
        return nothingLeaves || channel.plan().sandbox();
    }

    /// Total: whatever happens on the way is said, never thrown.
    Carried carry(Channel channel, Due due) {
        var plan = channel.plan();
        var now = clock.instant();
        var code = TerritoryCode.of(channel.region());
        var place = territory.node(code, now).map(Node::name).orElse(channel.region());
        var words =
                Layout.of(
                        playbooks
                                .current(code, now)
                                .notices()
                                .getOrDefault(plan.language(), NoticeWords.NONE));
        var lines = codes.said(due.lines(), plan.language());
        var said = plan.layout().or(words).said(lines, place, plan);
        try {
            return carry(channel, due, said, now);
        } catch (RuntimeException e) {
            return failed(said, Fault.channel("not sent: " + e.getClass().getSimpleName()));
        }
    }

    private static Carried failed(Layout.Said said, Fault fault) {
        return new Carried(said, Optional.of(fault), Optional.empty());
    }

    private Carried carry(Channel channel, Due due, Layout.Said said, Instant now) {
        var plan = channel.plan();
        if (!Address.fits(plan.means(), due.address())) {
            return failed(said, Fault.address("the address cannot be read, or does not fit"));
        }
        if (sandboxed(channel)) {
            sandbox.keep(channel, due.address(), said, now);
            return new Carried(said, Optional.empty(), Optional.empty());
        }
        if (!channel.lacks().isEmpty()) {
            var lacking = String.join(", ", channel.lacks());
            return failed(said, Fault.channel("secrets are missing: " + lacking));
        }
        var letter = new Translation.Letter(due.lead(), due.address(), said, now, due.urgent());
        return switch (Translation.of(plan.means(), channel.secrets(), letter)) {
            case Outgoing.Post post -> posted(post, plan.means(), said);
            case Outgoing.Mail it -> mailed(it, channel, said);
            case Outgoing.Notification it ->
                    new Carried(said, pushing.send(it, channel, now), Optional.empty());
        };
    }

    private Carried mailed(Outgoing.Mail it, Channel channel, Layout.Said said) {
        var fault =
                channel.plan().means() instanceof Means.Smtp smtp
                        ? mail.send(smtp, channel.secrets(), it, clock.instant())
                        : Optional.of(Fault.channel("no mail server"));
        return new Carried(said, fault, Optional.empty());
    }

    private Carried posted(Outgoing.Post post, Means means, Layout.Said said) {
        var call =
                wire.call(
                        post.url(),
                        LARGEST,
                        target -> {
                            var request =
                                    HttpRequest.newBuilder(target)
                                            .header("User-Agent", AGENT)
                                            .POST(BodyPublishers.ofString(post.body()));
                            post.headers().forEach(request::setHeader);
                            return request;
                        });
        if (call.error().isPresent()) {
            boolean read = call.status().filter(READ_AND_REFUSED::contains).isPresent();
            return failed(said, fault(means, read, call.error().get()));
        }
        var judged = Answers.judge(means, call.body());
        return new Carried(said, judged.error().map(it -> fault(means, true, it)), judged.id());
    }

    /// Who read a message and did not take it may take those to others; a robot knows one group only.
    private static Fault fault(Means means, boolean read, String error) {
        return read && means instanceof Means.Sms ? Fault.address(error) : Fault.channel(error);
    }
}
