package org.huying.gateway.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.matter.Requesters;
import org.huying.notice.Consents;
import org.huying.problem.Problem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Whether whoever asked is told of the progress by text message; theirs to say, with the secret of their matter.
@RestController
class ResidentSmsController {

    private static final String SECRET = "X-Tracking-Secret";

    /// @param offered whether the county has a channel that reaches residents
    record Offer(boolean offered) {}

    /// @param possible whether there is such a channel, and a telephone that it reaches
    /// @param wanted whether they agreed to it
    record Texting(boolean possible, boolean wanted) {}

    record TextingRequest(@NotNull Boolean wanted) {}

    private final Channels channels;
    private final ResidentLetters residents;
    private final Requesters requesters;
    private final Consents consents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ResidentSmsController(
            Channels channels,
            ResidentLetters residents,
            Requesters requesters,
            Consents consents,
            TransactionTemplate transaction,
            @Qualifier("wallClock") Clock clock) {
        this.channels = channels;
        this.residents = residents;
        this.requesters = requesters;
        this.consents = consents;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether it makes sense to ask somebody who reports.
    @GetMapping("/api/v1/{region}/texting")
    @Permit(Permit.OPEN)
    Offer textingOffered(@PathVariable @Pattern(regexp = ChannelController.REGION) String region) {
        return new Offer(offered(region));
    }

    @GetMapping("/api/v1/{region}/track/{number}/texting")
    @Permit(Permit.OPEN)
    Texting texting(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret) {
        return view(region, matter(region, number, secret));
    }

    /// What is said counts at once: taken back, even what waited to be sent is not.
    @PutMapping("/api/v1/{region}/track/{number}/texting")
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.HARMLESS)
    @Unversioned(Unversioned.STANDS)
    Texting putTexting(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Size(max = 40) String number,
            @RequestHeader(SECRET) @Size(max = 40) String secret,
            @RequestBody @Valid TextingRequest body) {
        var matter = matter(region, number, secret);
        boolean standing = wanted(region, matter);
        if (standing != body.wanted()) {
            transaction.executeWithoutResult(_ -> say(region, matter, body.wanted()));
        }
        return view(region, matter);
    }

    private void say(String region, UUID matter, boolean wanted) {
        consents.say(region, matter, wanted, Caller.ANONYMOUS.account(), clock.instant());
        if (!wanted) {
            residents.drop(region, matter);
        }
    }

    private Texting view(String region, UUID matter) {
        return new Texting(
                offered(region) && residents.reached(region, matter), wanted(region, matter));
    }

    private boolean wanted(String region, UUID matter) {
        return consents.standing(region, List.of(matter)).contains(matter);
    }

    private boolean offered(String region) {
        return ResidentLetters.carrier(channels.all(region)).isPresent();
    }

    private UUID matter(String region, String number, String secret) {
        return requesters.matter(region, number, secret).orElseThrow(Problem.NOT_FOUND::plain);
    }
}
