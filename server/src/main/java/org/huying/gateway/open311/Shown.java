package org.huying.gateway.open311;

import java.time.Instant;
import java.util.Optional;
import org.huying.problem.Language;
import org.huying.territory.GeoPoint;

/// A matter as those outside may see it; what they may not see is empty here already.
///
/// @param updated for a closed one, when it was closed
/// @param said what was reported, and `done` what was done
/// @param address in words, from the most specific to the most general
/// @param addressId the code of its place
/// @param media the address of a picture
record Shown(
        String number,
        String state,
        boolean open,
        String item,
        String service,
        String said,
        String done,
        String agency,
        Instant requested,
        Instant updated,
        Optional<Instant> expected,
        String address,
        String addressId,
        Optional<GeoPoint> point,
        String media) {

    /// The element `request`. Total; every field of the specification is there, an empty one without content.
    Document document(Language language) {
        return Document.Parts.of()
                .with("service_request_id", number)
                .with("status", open ? "open" : "closed")
                .with("status_notes", notes(language))
                .with("service_name", service)
                .with("service_code", item)
                .with("description", said)
                .with("agency_responsible", agency)
                .with("service_notice", "")
                .with("requested_datetime", Moments.said(requested))
                .with("updated_datetime", Moments.said(updated))
                .with("expected_datetime", expected.map(Moments::said).orElse(""))
                .with("address", address)
                .with("address_id", addressId)
                .with("zipcode", "")
                .with("lat", degrees(point.map(GeoPoint::lat)))
                .with("long", degrees(point.map(GeoPoint::lon)))
                .with("media_url", media);
    }

    private String notes(Language language) {
        var word = Services.said(Progress.word(state), language);
        return done.isEmpty() ? word : word + language.pick("：", ": ") + done;
    }

    private static Document degrees(Optional<Double> degrees) {
        return degrees.map(Document::degrees).orElseGet(Document.Nothing::new);
    }
}
