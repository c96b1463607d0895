package org.huying.matter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// What somebody reports. Keys are the playbook's; the place is a code, a point, or only words.
///
/// @param contact name and phone of the requester in plain, sealed before they are stored
/// @param attachments pictures uploaded by the same caller and not used yet
/// @param source the number the matter carries in the system it comes from
/// @param hidden never to be offered, followed or shown in public
/// @param fields what it carries beside its words, by the playbook's keys
/// @param parent the matter it is split from
public record NewMatter(
        String region,
        String channel,
        String demand,
        String title,
        String text,
        String place,
        Optional<String> item,
        Optional<TerritoryCode> area,
        Optional<GeoPoint> point,
        Contact contact,
        List<UUID> attachments,
        Optional<String> source,
        boolean hidden,
        Map<String, Object> fields,
        Optional<UUID> parent) {

    /// Both may be missing: nobody must give a name to be heard.
    ///
    /// @param texts whether they want to be told of the progress by text message
    public record Contact(Optional<String> name, Optional<String> phone, boolean texts) {

        /// Somebody who was not asked about text messages.
        public Contact(Optional<String> name, Optional<String> phone) {
            this(name, phone, false);
        }
    }
}
