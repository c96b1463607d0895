package org.huying.org;

import java.util.List;

/// What a body is.
public enum OrganisationKind {
    GOVERNMENT,
    STREET_OFFICE,
    DEPARTMENT,
    COMMUNITY_COMMITTEE,
    CENTRE,
    TEAM,
    PUBLIC_SERVICE_COMPANY,
    PROPERTY_COMPANY,
    OWNERS_COMMITTEE,
    SOCIAL_ORGANISATION,
    ENTERPRISE,
    PARTY_ORGANISATION,
    OTHER;

    /// Bodies that stand for their place, the first in this order before the others.
    public static final List<OrganisationKind> OF_PLACE =
            List.of(STREET_OFFICE, COMMUNITY_COMMITTEE, CENTRE, GOVERNMENT);
}
