package org.huying.gateway.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.notice.ToldNotices;
import org.huying.problem.Language;
import org.huying.problem.Problem;
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

/// Which of their notices staff want carried out to an address of their own, by which channel and when.
@RestController
@RequestMapping("/api/v1/{region}/me/channels")
class SubscriptionController {

    private static final String READ = "notice:inbox:read";
    private static final String HOURS = "none|([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d";

    /// @param urgent it waits neither for the end of quiet hours nor for a digest
    record KindView(String key, String name, boolean urgent) {}

    /// A channel that carries to persons.
    ///
    /// @param by the protocol: `smtp`, `sms` or `push`
    /// @param pushKey by which a browser knows us, for `push`
    /// @param kinds what it carries
    /// @param quiet its own quiet hours, with which one's own begin
    /// @param mine what the caller wants of it; missing where nothing is
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MyChannel(
            String key,
            String name,
            String en,
            String by,
            @Nullable String pushKey,
            List<KindView> kinds,
            String quiet,
            @Nullable MineView mine) {}

    /// @param address masked
    /// @param confirmed nothing goes out before
    /// @param kinds none of them named, all that the channel carries
    record MineView(
            String address,
            boolean confirmed,
            List<String> kinds,
            String quiet,
            String digest,
            long version) {}

    record MyChannels(List<MyChannel> items) {}

    /// @param address missing to keep the one that stands
    /// @param quiet `22:00-07:00`, Beijing time, or `none`
    /// @param digest `none`, `hourly` or `daily`
    record WantedRequest(
            @Nullable @Size(max = 100) String address,
            @NotNull @Size(max = 200) List<@NotBlank @Size(max = 60) String> kinds,
            @NotNull @Pattern(regexp = HOURS) String quiet,
            @NotNull @Pattern(regexp = "none|hourly|daily") String digest) {}

    record CodeRequest(@NotNull @Pattern(regexp = "[0-9]{6}") String code) {}

    /// A browser, as it gave itself to be known.
    record DeviceRequest(
            @NotNull @Size(max = 500) String endpoint,
            @NotNull @Size(max = 100) String p256dh,
            @NotNull @Size(max = 40) String auth) {}

    /// @param demonstrationCode the code itself, where nothing is ever sent; never in production
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CodeSent(@Nullable String demonstrationCode) {}

    private final SubscriptionDesk desk;
    private final ToldNotices notices;
    private final Carrying carrying;
    private final Codes codes;

    SubscriptionController(
            SubscriptionDesk desk, ToldNotices notices, Carrying carrying, Codes codes) {
        this.desk = desk;
        this.notices = notices;
        this.carrying = carrying;
        this.codes = codes;
    }

    @GetMapping
    @Permit(READ)
    MyChannels myChannels(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            Caller caller,
            HttpServletRequest request) {
        var mine = desk.of(region, caller);
        var language = Language.of(request);
        return new MyChannels(
                desk.offered(region, caller).stream()
                        .map(it ->
                                view(
                                        it,
                                        mine.stream()
                                                .filter(m -> m.channel().equals(it.key()))
                                                .findFirst(),
                                        language))
                        .toList());
    }

    @GetMapping("/{channel}")
    @Permit(READ)
    ResponseEntity<MyChannel> myChannel(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            Caller caller,
            HttpServletRequest request) {
        return tagged(region, channel, caller, request);
    }

    /// What is wanted from now on, all of it. Another address has to be confirmed first.
    @PutMapping("/{channel}")
    @Permit(READ)
    ResponseEntity<MyChannel> putMyChannel(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            @RequestBody @Valid WantedRequest body,
            Seen seen,
            Caller caller,
            HttpServletRequest request) {
        desk.put(region, channel, wanted(body), seen, caller);
        return tagged(region, channel, caller, request);
    }

    /// Nothing goes out to the caller any more, and the address is forgotten. The inbox holds everything as before.
    @DeleteMapping("/{channel}")
    @Permit(READ)
    @Unversioned(Unversioned.ENDS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endMyChannel(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            Caller caller) {
        desk.end(region, channel, caller);
    }

    /// One more browser of the caller's that is told, five at most; the one that was added first falls out. A browser that is
    /// gone is forgotten by itself.
    @PostMapping("/{channel}/browsers")
    @Permit(READ)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.ADDS)
    ResponseEntity<MyChannel> addMyBrowser(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            @RequestBody @Valid DeviceRequest body,
            Caller caller,
            HttpServletRequest request) {
        desk.add(
                region,
                channel,
                new PushDevice(body.endpoint(), body.p256dh(), body.auth()),
                caller);
        return tagged(region, channel, caller, request);
    }

    /// Sends a code of six digits to the address, by the channel itself. It is good for ten minutes.
    @PostMapping("/{channel}/code")
    @Permit(READ)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.WAITS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodeSent sendMyCode(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            Caller caller) {
        var id = desk.send(region, channel, caller);
        return new CodeSent(carrying.nothingLeaves() ? codes.of(id) : null);
    }

    /// The code that came: from now on the address is known to be the caller's. Five tries for each code.
    @PostMapping("/{channel}/confirm")
    @Permit(READ)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.WAITS)
    ResponseEntity<MyChannel> confirmMyChannel(
            @PathVariable @Pattern(regexp = ChannelController.REGION) String region,
            @PathVariable @Pattern(regexp = ChannelController.KEY) String channel,
            @RequestBody @Valid CodeRequest body,
            Caller caller,
            HttpServletRequest request) {
        desk.confirm(region, channel, body.code(), caller);
        return tagged(region, channel, caller, request);
    }

    private ResponseEntity<MyChannel> tagged(
            String region, String channel, Caller caller, HttpServletRequest request) {
        var found = desk.found(region, channel, caller);
        var mine = desk.standing(region, channel, caller);
        return Seen.tagged(
                mine.map(Subscription::version).orElse(0L),
                view(found, mine, Language.of(request)));
    }

    private static SubscriptionDesk.Wanted wanted(WantedRequest body) {
        var address = Optional.ofNullable(body.address()).map(String::strip);
        var quiet = Quiet.of(body.quiet()).orElseThrow(Problem.INVALID::plain);
        var digest = Digest.of(body.digest()).orElseThrow(Problem.INVALID::plain);
        return new SubscriptionDesk.Wanted(
                address.filter(it -> !it.isEmpty()),
                Set.copyOf(body.kinds()),
                new Pace(quiet, digest));
    }

    private MyChannel view(Channel channel, Optional<Subscription> mine, Language language) {
        var plan = channel.plan();
        return new MyChannel(
                channel.key(),
                plan.name().zh(),
                plan.name().en(),
                plan.by(),
                plan.means() instanceof Means.Push push ? push.key() : null,
                plan.staffKinds().stream()
                        .sorted()
                        .map(it -> new KindView(it, notices.name(it, language), plan.urgent(it)))
                        .toList(),
                plan.pace().quiet().word(),
                mine.map(SubscriptionController::view).orElse(null));
    }

    private static MineView view(Subscription it) {
        return new MineView(
                Address.masked(it.address().orElse("")),
                it.confirmedAt().isPresent(),
                it.kinds().stream().sorted().toList(),
                it.pace().quiet().word(),
                it.pace().digest().word(),
                it.version());
    }
}
