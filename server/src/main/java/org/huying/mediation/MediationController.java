package org.huying.mediation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.mediation.MediationDesk.Party;
import org.huying.mediation.MediationViews.AgreementPrint;
import org.huying.mediation.MediationViews.AgreementView;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The mediation of a dispute: its record and agreement, wording by wording, and the signatures. `If-Match` names the
/// revision the caller saw.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}/mediation")
class MediationController {

    private static final String REGION = "[0-9]{6}";

    /// One side of the dispute. Number and address are what the law asks an agreement to name.
    record PartyRequest(
            @NotBlank @Size(max = 40) String name,
            @Nullable @Size(max = 30) String idNumber,
            @Nullable @Pattern(regexp = "[0-9+ -]{5,20}") String phone,
            @Nullable @Size(max = 100) String address) {

        Party party() {
            return new Party(name.strip(), text(idNumber), text(phone), text(address));
        }
    }

    record AgreementRequest(
            @NotNull @Size(min = 2, max = 10) List<@Valid @NotNull PartyRequest> parties,
            @NotBlank @Size(max = 100) String place,
            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 100) String mediators,
            @NotBlank @Size(max = 4000) String facts,
            @NotBlank @Size(max = 4000) String terms,
            @Nullable @Size(max = 1000) String performance) {

        Agreement.Said said() {
            return new Agreement.Said(
                    place.strip(),
                    heldOn,
                    mediators.strip(),
                    facts.strip(),
                    terms.strip(),
                    text(performance));
        }
    }

    /// @param party its number in the list from 1; 0 is the mediator
    record SignAgreementRequest(@NotNull @Min(0) @Max(10) Integer party) {}

    private final MediationDesk desk;
    private final MediationViews views;

    MediationController(MediationDesk desk, MediationViews views) {
        this.desk = desk;
        this.views = views;
    }

    /// The wording that counts; the parties are masked.
    @GetMapping
    @Permit(MediationDesk.WRITE)
    ResponseEntity<AgreementView> show(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        return tagged(desk.latest(region, id, caller));
    }

    /// Everything as it is printed, the parties in plain. Every look says what for and is recorded before it is answered.
    @GetMapping("/print")
    @Permit("matter:personal:read")
    AgreementPrint print(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            Caller caller) {
        return views.print(desk.looked(region, id, purpose, caller));
    }

    /// A new wording. Nothing is written any more once everybody has signed.
    @PostMapping
    @Permit(MediationDesk.WRITE)
    ResponseEntity<AgreementView> write(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid AgreementRequest body,
            Caller caller) {
        var parties = body.parties().stream().map(PartyRequest::party).toList();
        return tagged(
                desk.write(
                        region, id, seen, new MediationDesk.Draft(parties, body.said()), caller));
    }

    /// Records that a party has signed the present wording before the caller's eyes.
    @PostMapping("/sign")
    @Permit(MediationDesk.WRITE)
    ResponseEntity<AgreementView> sign(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Seen seen,
            @RequestBody @Valid SignAgreementRequest body,
            Caller caller) {
        return tagged(desk.sign(region, id, seen, body.party(), caller));
    }

    private ResponseEntity<AgreementView> tagged(Agreement agreement) {
        return Seen.tagged(agreement.revision(), views.of(agreement));
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : words.strip();
    }
}
