/// Open311 GeoReport v2 at `/open311/v2`: services from the playbook, requests as matters, answers in XML and JSON.
@NullMarked
package org.huying.gateway.open311;

import org.jspecify.annotations.NullMarked;
