package org.huying.cli;

import java.util.ServiceLoader;
import javax.sql.DataSource;

/// Writes into the audit of a place what somebody ordered at the command line. A command has no session; who gave it is
/// the user of the machine it was given on. Found by `ServiceLoader`, as verbs are.
public interface Witness {

    /// Where stands what concerns no county, or all of them: as the accounts of the whole country do.
    String EVERYWHERE = "000000";

    /// Appends `command` (`import-grids`), what it was given (a file, a code) and `by`, before the command begins:
    /// nothing changes that is not told, though what is told may still have failed.
    void told(DataSource data, String region, String command, String given, String by);

    /// Lets every witness write.
    static void tell(DataSource data, String region, String command, Object given) {
        var by = System.getProperty("user.name", "?");
        ServiceLoader.load(Witness.class)
                .forEach(each -> each.told(data, region, command, String.valueOf(given), by));
    }
}
