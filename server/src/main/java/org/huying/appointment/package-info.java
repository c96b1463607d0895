/// Appointments: windows, studios and receptions where one can come by appointment, with bounded slots; who booked, whether
/// the visit took place, and the matter that came of it. Nobody else writes its tables.
@ApplicationModule(
        displayName = "Appointment",
        allowedDependencies = {
            "problem",
            "sheet",
            "file",
            "database",
            "eventlog",
            "territory",
            "access",
            "playbook",
            "calendar",
            "vault",
            "matter"
        })
@NullMarked
package org.huying.appointment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
