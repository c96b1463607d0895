package org.huying.gateway.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.device.DeviceViews.ReadingView;
import org.huying.gateway.sending.Utf8;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The connections over which devices speak, each by a file.
@RestController
@RequestMapping("/api/v1/{region}/device-connections")
class ConnectionController {

    static final String EDIT = "gateway:device:edit";
    static final String REGION = "\\d{6}";
    static final String KEY = "[a-z][a-z0-9-]{1,35}";

    static final String LOGIN = "[A-Za-z0-9._@-]{1,64}";

    /// @param by how messages come: `mqtt`, `http` or `sandbox`
    /// @param line `idle`, `up` or `down`; `since` when, and `error` why it is down
    /// @param lacksPassword the broker wants a password that nobody has entered yet
    /// @param heard messages that were taken, a few seconds behind; `unread` those that cannot be read, and those of a clock
    ///     that cannot be right; `strange` those of devices that are not registered; `lastWrong` the latest of these
    record ConnectionLine(
            String key,
            String name,
            String en,
            String by,
            boolean paused,
            boolean lacksPassword,
            String line,
            OffsetDateTime since,
            @Nullable String error,
            @Nullable OffsetDateTime heardAt,
            long heard,
            long unread,
            long strange,
            @Nullable String lastWrong,
            @Nullable String lostNumber) {}

    record ConnectionList(List<ConnectionLine> items) {}

    /// @param file as it was written
    record ConnectionView(ConnectionLine connection, String file, long version) {}

    record PasswordRequest(@NotBlank @Size(max = 200) String password) {}

    /// @param message JSON, as a device would send it
    record TryRequest(
            @NotBlank @Size(max = 200) String topic,
            @NotNull @Size(max = Heard.LARGEST) String message) {}

    /// What would become of a message.
    ///
    /// @param wrong why it cannot be read: `too-large`, `no-rule`, `no-json` or `no-device`; then there is nothing else
    /// @param rule the first whose topic fits, counted from 1
    /// @param name of the device; null where none is registered, and then no matter would be opened
    /// @param message its id; null where nothing tells it from another one that says the same
    /// @param on it alarms; `off` it ends the alarm
    /// @param phase how the device would stand: `calm`, `rising`, `alarmed` or `falling`
    /// @param turn what would be told: `none`, `raised`, `repeated` or `cleared`
    record TryView(
            @Nullable String wrong,
            @Nullable Integer rule,
            @Nullable String kind,
            @Nullable String device,
            @Nullable String name,
            @Nullable String message,
            @Nullable OffsetDateTime at,
            @Nullable Integer battery,
            List<ReadingView> readings,
            boolean on,
            boolean off,
            @Nullable String phase,
            @Nullable String turn,
            @Nullable String title,
            @Nullable String text) {}

    /// @param outcome `taken`, `repeated`, `unread` or `strange`
    record SentView(String outcome, String turn, @Nullable UUID matter, @Nullable String number) {

        static SentView of(Intake.Taken taken) {
            return new SentView(
                    taken.outcome().word(),
                    taken.turn().name().toLowerCase(Locale.ROOT),
                    taken.matter().map(Device.Filed::id).orElse(null),
                    taken.matter().map(Device.Filed::number).orElse(null));
        }
    }

    private final ConnectionDesk desk;
    private final Connections connections;
    private final Trying trying;
    private final Intake intake;

    ConnectionController(
            ConnectionDesk desk, Connections connections, Trying trying, Intake intake) {
        this.desk = desk;
        this.connections = connections;
        this.trying = trying;
        this.intake = intake;
    }

    @GetMapping
    @Permit(value = EDIT, whole = true)
    ConnectionList deviceConnections(@PathVariable @Pattern(regexp = REGION) String region) {
        return new ConnectionList(
                connections.all(region).stream().map(ConnectionController::line).toList());
    }

    @GetMapping("/{connection}")
    @Permit(value = EDIT, whole = true)
    ResponseEntity<ConnectionView> deviceConnection(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String connection) {
        return view(desk.found(region, connection));
    }

    /// Takes a YAML file (UTF-8, at most 64 KB) as the next version. A file with mistakes changes nothing; the problem lists
    /// all of them with line and column. `account`: the login of the machine account that posts messages by HTTP.
    @PutMapping(
            path = "/{connection}",
            consumes = {"application/yaml", "text/yaml", "text/plain"})
    @Permit(value = EDIT, whole = true)
    ResponseEntity<ConnectionView> putDeviceConnection(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String connection,
            @RequestParam Optional<@Pattern(regexp = LOGIN) String> account,
            @RequestBody byte[] body,
            Seen seen,
            Caller caller) {
        var text = Utf8.text(body, PlanFile.LONGEST);
        return view(desk.put(region, connection, text, account, seen, caller));
    }

    /// Ends it, with its devices, their readings and alarms. Their matters stay.
    @DeleteMapping("/{connection}")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.ENDS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endDeviceConnection(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String connection,
            Caller caller) {
        desk.end(region, connection, caller);
    }

    /// The password for the broker, sealed and never shown again.
    @PutMapping("/{connection}/password")
    @Permit(value = EDIT, whole = true)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.STANDS)
    ResponseEntity<ConnectionView> putDevicePassword(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String connection,
            @RequestBody @Valid PasswordRequest body,
            Caller caller) {
        desk.keep(region, connection, body.password(), caller);
        return view(desk.found(region, connection));
    }

    /// Nothing is listened to any more; a broker keeps what is published meanwhile.
    @PostMapping("/{connection}/pause")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ResponseEntity<ConnectionView> pauseDeviceConnection(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String connection,
            Caller caller) {
        desk.pause(region, connection, true, caller);
        return view(desk.found(region, connection));
    }

    @PostMapping("/{connection}/resume")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ResponseEntity<ConnectionView> resumeDeviceConnection(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String connection,
            Caller caller) {
        desk.pause(region, connection, false, caller);
        return view(desk.found(region, connection));
    }

    /// Shows what would become of a message; nothing is stored.
    @PostMapping("/{connection}/try")
    @Permit(value = EDIT, whole = true)
    @Unkeyed(Unkeyed.HARMLESS)
    @Unversioned(Unversioned.ADDS)
    TryView tryDeviceMessage(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String connection,
            @RequestBody @Valid TryRequest body) {
        return trying.view(desk.found(region, connection), body.topic(), body.message());
    }

    /// Takes a message as if a device had sent it. Sandboxes only.
    @PostMapping("/{connection}/send")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.ADDS)
    SentView sendDeviceMessage(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String connection,
            @RequestBody @Valid TryRequest body) {
        var found = desk.found(region, connection);
        if (!(found.plan().means() instanceof Plan.Means.Sandbox)) {
            throw Problem.REFUSED.with("只有沙盒连接可以这样发", "Only a sandbox takes messages like this");
        }
        return SentView.of(intake.take(found, body.topic(), body.message()));
    }

    private static ResponseEntity<ConnectionView> view(Connection it) {
        return Seen.tagged(it.version(), new ConnectionView(line(it), it.text(), it.version()));
    }

    private static ConnectionLine line(Connection it) {
        var line = it.line();
        return new ConnectionLine(
                it.key(),
                it.plan().name().zh(),
                it.plan().name().en(),
                it.plan().means().word(),
                it.paused(),
                it.lacksPassword(),
                line.state().name().toLowerCase(Locale.ROOT),
                local(line.since()),
                line.error().orElse(null),
                line.heardAt().map(ConnectionController::local).orElse(null),
                line.heard(),
                line.unread(),
                line.strange(),
                line.lastWrong().orElse(null),
                line.lost().map(Device.Filed::number).orElse(null));
    }

    static OffsetDateTime local(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
