/// Problems: the one catalogue of everything the API can refuse, and its translation into RFC 9457 documents.
/// The **code** of a problem is a contract and is never renamed; titles and details are for people, in Chinese or English.
@ApplicationModule(
        displayName = "Problem",
        allowedDependencies = {})
@NullMarked
package org.huying.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
