package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.loop.Command;
import org.huying.problem.Problem;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// The bodies of the matter API, with the bounds of every field.
interface Requests {

    String CODE = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}";
    String KEY = "[a-z0-9][a-z0-9.@_-]{0,63}";

    /// A point in WGS-84 / CGCS2000 degrees.
    record Point(
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon,
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat) {
        GeoPoint geo() {
            return new GeoPoint(lon, lat);
        }
    }

    /// `sms`: whoever asked wants to be told of the progress by text message, and may take that back. Only with a phone.
    record Contact(
            @Nullable @Size(max = 40) String name,
            @Nullable @Pattern(regexp = "[0-9+ -]{5,20}") String phone,
            @Nullable Boolean sms) {

        Contact(@Nullable String name, @Nullable String phone) {
            this(name, phone, null);
        }
    }

    String FIELD = "[a-z][A-Za-z0-9]{0,39}";

    /// A report. Only channel and words are needed; everything else helps. `private`: nobody else is to learn of it; it is
    /// never offered, followed or shown in public. `fields`: flags, whole numbers and texts by the keys that the form names.
    record ReportRequest(
            @NotBlank @Pattern(regexp = KEY) String channel,
            @Nullable @Pattern(regexp = KEY) String demand,
            @NotBlank @Size(max = 80) String title,
            @NotBlank @Size(max = 4000) String text,
            @Nullable @Size(max = 200) String place,
            @Nullable @Pattern(regexp = KEY) String item,
            @Nullable @Pattern(regexp = CODE) String area,
            @Nullable @Valid Point point,
            @Nullable @Valid Contact contact,
            @Nullable @Size(max = 9) List<@NotNull UUID> attachments,
            @Nullable @Size(max = 64) String source,
            @JsonProperty("private") @Nullable Boolean hidden,
            @Nullable @Size(max = 20)
                    Map<@Pattern(regexp = FIELD) String, @NotNull Object> fields) {

        NewMatter in(String region) {
            var contacts = Optional.ofNullable(contact);
            return new NewMatter(
                    region,
                    channel,
                    demand == null ? "unstated" : demand,
                    title.strip(),
                    text.strip(),
                    place == null ? "" : place.strip(),
                    Optional.ofNullable(item),
                    Optional.ofNullable(area).map(TerritoryCode::of),
                    Optional.ofNullable(point).map(Point::geo),
                    new NewMatter.Contact(
                            contacts.map(Contact::name).filter(it -> !it.isBlank()),
                            contacts.map(Contact::phone).map(it -> it.replaceAll("[ -]", "")),
                            contacts.map(Contact::sms).orElse(false)),
                    attachments == null ? List.of() : attachments,
                    Optional.ofNullable(source),
                    Boolean.TRUE.equals(hidden),
                    fields == null ? Map.of() : fields,
                    Optional.empty());
        }
    }

    record RejectRequest(
            @NotBlank @Pattern(regexp = KEY) String reason,
            @Nullable @Size(max = 1000) String note) {}

    record ClassifyRequest(@NotBlank @Pattern(regexp = KEY) String item) {}

    record LocateRequest(
            @Nullable @Pattern(regexp = CODE) String area, @Nullable @Valid Point point) {}

    /// Without a unit the first dispatch rule that leads to somebody decides.
    record DispatchRequest(
            @Nullable UUID unit, @Nullable UUID person, @Nullable @Size(max = 500) String why) {}

    record ReturnRequest(@NotBlank @Size(max = 500) String reason) {}

    record EvidenceRequest(@NotBlank @Pattern(regexp = KEY) String kind, @NotNull UUID attachment) {
        Command.Evidence evidence() {
            return new Command.Evidence(kind, attachment);
        }
    }

    record HandleRequest(
            @NotBlank @Size(max = 2000) String outcome,
            @Nullable @Size(max = 9) List<@Valid @NotNull EvidenceRequest> evidence) {}

    /// `invites`: the resident was invited to rate while there.
    record VerifyRequest(
            @NotNull Boolean passed,
            @Nullable Boolean invites,
            @Nullable @Size(max = 1000) String note,
            @Nullable @Size(max = 9) List<@Valid @NotNull EvidenceRequest> evidence) {}

    /// `contacted`: whether somebody got in touch; `way`: how the answer came (link, code, visit, phone).
    record RateRequest(
            @NotBlank @Pattern(regexp = KEY) String answer,
            @Nullable Boolean contacted,
            @Nullable @Pattern(regexp = KEY) String way,
            @Nullable @Size(max = 1000) String comment) {

        Command.Rate command() {
            return new Command.Rate(
                    answer,
                    Optional.ofNullable(contacted),
                    way == null ? "link" : way,
                    words(comment));
        }
    }

    record NoteRequest(@Nullable @Size(max = 1000) String note) {}

    static List<Command.Evidence> proof(@Nullable List<EvidenceRequest> evidence) {
        return evidence == null
                ? List.of()
                : evidence.stream().map(EvidenceRequest::evidence).toList();
    }

    /// A time that the store can keep.
    static Instant time(OffsetDateTime given) {
        if (given.getYear() < 1970 || given.getYear() > 9999) {
            throw Problem.INVALID.with("时间不合理", "That is no sensible time");
        }
        return given.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    static String words(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
