package org.huying.gateway.device;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.gateway.device.DeviceViews.DevicePage;
import org.huying.gateway.device.DeviceViews.DeviceView;
import org.huying.gateway.device.Register.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
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

/// The register of devices.
@RestController
@RequestMapping("/api/v1/{region}/devices")
class DeviceController {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 50;
    private static final int LATEST = 50;
    static final String KINDS = "smoke|water-level|manhole|bin|door|call-button|camera-point|other";

    /// A device of the register.
    ///
    /// @param key as its messages name it; unique within its connection
    /// @param place in words; `area` the code of a division or grid, empty where the point says it
    /// @param link where a camera point leads to
    record DeviceEntry(
            @NotNull @Pattern(regexp = ConnectionController.KEY) String connection,
            @NotNull @Pattern(regexp = Heard.KEY) String key,
            @NotNull @Pattern(regexp = KINDS) String kind,
            @NotBlank @Size(max = 80) String name,
            @Nullable @Size(max = 200) String place,
            @Nullable @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}") String area,
            @Nullable @DecimalMin("-180") @DecimalMax("180") Double lon,
            @Nullable @DecimalMin("-90") @DecimalMax("90") Double lat,
            @Nullable @Size(max = 500) String link) {

        Entry entry() {
            return new Entry(
                    connection,
                    key,
                    kind,
                    name.strip(),
                    place == null ? "" : place.strip(),
                    area,
                    lon,
                    lat,
                    link,
                    null,
                    null);
        }
    }

    record DevicesRequest(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid DeviceEntry> devices) {}

    /// @param fresh those that were not there before; `known` those that were
    record DevicesPut(int fresh, int known) {}

    record MuteRequest(@NotNull OffsetDateTime until, @NotBlank @Size(max = 200) String why) {}

    private final DeviceDesk desk;
    private final DeviceLists lists;
    private final Alarms alarms;
    private final Clock clock;

    DeviceController(
            DeviceDesk desk,
            DeviceLists lists,
            Alarms alarms,
            @Qualifier("wallClock") Clock clock) {
        this.desk = desk;
        this.lists = lists;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// In the order in which they were registered. `state`: `alarm`, `offline`, `muted`, `unheard` or `ok`.
    @GetMapping
    @Permit(value = ConnectionController.EDIT, whole = true)
    DevicePage devices(
            @PathVariable @Pattern(regexp = ConnectionController.REGION) String region,
            @RequestParam Optional<@Pattern(regexp = ConnectionController.KEY) String> connection,
            @RequestParam Optional<@Pattern(regexp = KINDS) String> kind,
            @RequestParam
                    Optional<@Pattern(regexp = "alarm|offline|muted|unheard|ok") String> state,
            @RequestParam Optional<@Size(max = 40) String> word,
            @RequestParam Optional<UUID> after) {
        var now = clock.instant();
        var wanted =
                new DeviceLists.Wanted(
                        connection.filter(it -> !it.isEmpty()),
                        kind.flatMap(DeviceKind::of),
                        state.flatMap(DeviceLists.State::of),
                        word.map(String::strip).filter(it -> !it.isEmpty()));
        var found = lists.page(region, wanted, after.orElse(FIRST), PAGE + 1, now);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        return new DevicePage(
                shown.stream().map(it -> DeviceViews.line(it, now)).toList(),
                more ? shown.getLast().id() : null);
    }

    /// With its latest messages and what was told of it.
    @GetMapping("/{device}")
    @Permit(value = ConnectionController.EDIT, whole = true)
    DeviceView device(
            @PathVariable @Pattern(regexp = ConnectionController.REGION) String region,
            @PathVariable UUID device) {
        var found = desk.found(region, device);
        return new DeviceView(
                DeviceViews.line(found, clock.instant()),
                lists.readings(region, device, LATEST).stream().map(DeviceViews::heard).toList(),
                alarms.latest(region, device, LATEST).stream().map(DeviceViews::alarm).toList());
    }

    /// Enters devices, or says anew what is known of them, by connection and key; all or none.
    @PutMapping
    @Permit(value = ConnectionController.EDIT, whole = true)
    @Unversioned(Unversioned.STANDS)
    DevicesPut putDevices(
            @PathVariable @Pattern(regexp = ConnectionController.REGION) String region,
            @RequestBody @Valid DevicesRequest body,
            Caller caller) {
        var entries = body.devices().stream().map(DeviceEntry::entry).toList();
        int fresh = desk.put(region, entries, caller);
        return new DevicesPut(fresh, entries.size() - fresh);
    }

    /// Takes it out of the register, with its readings and alarms. Its matters stay.
    @DeleteMapping("/{device}")
    @Permit(value = ConnectionController.EDIT, whole = true)
    @Unversioned(Unversioned.ENDS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endDevice(
            @PathVariable @Pattern(regexp = ConnectionController.REGION) String region,
            @PathVariable UUID device,
            Caller caller) {
        desk.end(region, device, caller);
    }

    /// Nothing is raised of it until then. What still alarms then is raised then.
    @PostMapping("/{device}/mute")
    @Permit(value = ConnectionController.EDIT, whole = true)
    @Unversioned(Unversioned.STANDS)
    DeviceView muteDevice(
            @PathVariable @Pattern(regexp = ConnectionController.REGION) String region,
            @PathVariable UUID device,
            @RequestBody @Valid MuteRequest body,
            Caller caller) {
        desk.mute(region, device, body.until().toInstant(), body.why().strip(), caller);
        return device(region, device);
    }

    @PostMapping("/{device}/unmute")
    @Permit(value = ConnectionController.EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    DeviceView unmuteDevice(
            @PathVariable @Pattern(regexp = ConnectionController.REGION) String region,
            @PathVariable UUID device,
            Caller caller) {
        desk.unmute(region, device, caller);
        return device(region, device);
    }
}
