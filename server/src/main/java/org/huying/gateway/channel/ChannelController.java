package org.huying.gateway.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.sending.Utf8;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The channels by which notices go on, each by a file.
@RestController
@RequestMapping("/api/v1/{region}/channels")
class ChannelController {

    static final String EDIT = "gateway:channel:edit";
    static final String REGION = "\\d{6}";
    static final String KEY = "[a-z0-9][a-z0-9-]{1,35}";

    /// @param by the protocol: `smtp`, `sms`, `wecom`, `dingtalk` or `feishu`
    /// @param sandbox nothing is really sent
    /// @param paused why nothing is sent: `manual` or `failing`
    /// @param lacks names of secrets that are still to be entered
    /// @param waiting letters that are to be sent; `dead` those that were given up
    /// @param oldest when the oldest that waits is due
    /// @param month what was sent this month
    record ChannelLine(
            String key,
            String name,
            String en,
            String by,
            boolean sandbox,
            @Nullable String paused,
            int failures,
            List<String> lacks,
            long waiting,
            long dead,
            @Nullable OffsetDateTime oldest,
            @Nullable MonthView month) {}

    /// What went through a channel in a month.
    ///
    /// @param month its first day
    /// @param messages that were taken; `letters` what they told of; `failed` letters that were given up
    /// @param cost in fen
    record MonthView(
            String channel, String month, long messages, long letters, long failed, long cost) {}

    record ChannelList(List<ChannelLine> items) {}

    /// @param file as it was written
    record ChannelView(ChannelLine channel, String file, long version) {}

    record SecretsRequest(
            @NotNull @Size(max = 20)
                    Map<@NotBlank @Size(max = 31) String, @NotBlank @Size(max = 500) String>
                            secrets) {}

    /// @param address a mailbox or a telephone number; empty for robots
    record TestRequest(@NotNull @Size(max = 100) String address) {}

    record TestMade(UUID id) {}

    private final ChannelDesk desk;
    private final Channels channels;
    private final LetterLog log;
    private final Carrying carrying;

    ChannelController(ChannelDesk desk, Channels channels, LetterLog log, Carrying carrying) {
        this.desk = desk;
        this.channels = channels;
        this.log = log;
        this.carrying = carrying;
    }

    @GetMapping
    @Permit(value = EDIT, whole = true)
    ChannelList channels(@PathVariable @Pattern(regexp = REGION) String region) {
        var standing = standing(region);
        return new ChannelList(
                channels.all(region).stream().map(it -> line(it, standing)).toList());
    }

    @GetMapping("/{channel}")
    @Permit(value = EDIT, whole = true)
    ResponseEntity<ChannelView> channel(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String channel) {
        return view(desk.found(region, channel));
    }

    /// Takes a YAML file (UTF-8, at most 64 KB) as the next version. A file with mistakes changes nothing; the problem lists
    /// all of them with line and column. Secrets do not stand in it.
    @PutMapping(
            path = "/{channel}",
            consumes = {"application/yaml", "text/yaml", "text/plain"})
    @Permit(value = EDIT, whole = true)
    ResponseEntity<ChannelView> putChannel(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String channel,
            @RequestBody byte[] body,
            Seen seen,
            Caller caller) {
        var text = Utf8.text(body, PlanFile.LONGEST);
        return view(desk.put(region, channel, text, seen, caller));
    }

    /// Ends it, with everything that was to go through it. What was counted stays.
    @DeleteMapping("/{channel}")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.ENDS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endChannel(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String channel,
            Caller caller) {
        desk.end(region, channel, caller);
    }

    /// All secrets anew, sealed and never shown again; those that are not named are forgotten.
    @PutMapping("/{channel}/secrets")
    @Permit(value = EDIT, whole = true)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.STANDS)
    ResponseEntity<ChannelView> putChannelSecrets(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String channel,
            @RequestBody @Valid SecretsRequest body,
            Caller caller) {
        desk.keep(region, channel, body.secrets(), caller);
        return view(desk.found(region, channel));
    }

    /// Nothing is sent any more; what waits keeps waiting.
    @PostMapping("/{channel}/pause")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ResponseEntity<ChannelView> pauseChannel(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String channel,
            Caller caller) {
        desk.pause(region, channel, caller);
        return view(desk.found(region, channel));
    }

    @PostMapping("/{channel}/resume")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ResponseEntity<ChannelView> resumeChannel(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String channel,
            Caller caller) {
        desk.resume(region, channel, caller);
        return view(desk.found(region, channel));
    }

    /// Sends a letter that says it is a test, at once.
    @PostMapping("/{channel}/test")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.ADDS)
    @ResponseStatus(HttpStatus.CREATED)
    TestMade testChannel(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String channel,
            @RequestBody @Valid TestRequest body,
            Caller caller) {
        return new TestMade(desk.test(region, channel, body.address(), caller));
    }

    private record Standing(Map<String, LetterLog.Queue> queues, List<LetterLog.Month> months) {}

    private Standing standing(String region) {
        var month = desk.now().atZone(WorkCalendar.ZONE).toLocalDate().withDayOfMonth(1);
        return new Standing(log.queues(region), log.months(region, month));
    }

    private ResponseEntity<ChannelView> view(Channel channel) {
        return Seen.tagged(
                channel.version(),
                new ChannelView(
                        line(channel, standing(channel.region())),
                        channel.text(),
                        channel.version()));
    }

    private ChannelLine line(Channel it, Standing standing) {
        var queue = standing.queues().getOrDefault(it.key(), LetterLog.Queue.EMPTY);
        var sandboxed = carrying.sandboxed(it);
        Optional<LetterLog.Month> month =
                standing.months().stream().filter(m -> m.channel().equals(it.key())).findFirst();
        return new ChannelLine(
                it.key(),
                it.plan().name().zh(),
                it.plan().name().en(),
                it.plan().by(),
                sandboxed,
                it.paused().orElse(null),
                it.failures(),
                sandboxed ? List.of() : it.lacks(),
                queue.waiting(),
                queue.dead(),
                queue.oldest().map(LetterController::local).orElse(null),
                month.map(LetterController::view).orElse(null));
    }
}
