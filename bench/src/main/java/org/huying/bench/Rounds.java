package org.huying.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/// The kinds of rounds that are measured from end to end.
enum Rounds {
    /// One request from report to rated close.
    LIFECYCLE {
        @Override
        Load.Client served(int port, Scene scene, Staff staff, int client) throws IOException {
            return new LifecycleClient(port, scene, staff, client);
        }

        @Override
        Load.Client alone(Database database, Scene scene, int client) throws SQLException {
            return new StatementClient(database, scene, client);
        }
    },

    /// One call, three units that report in, a result that all have signed, evaluation and close.
    WHISTLE {
        @Override
        Load.Client served(int port, Scene scene, Staff staff, int client) throws IOException {
            return new WhistleClient(port, scene, staff, client);
        }

        @Override
        Load.Client alone(Database database, Scene scene, int client) throws SQLException {
            return new WhistleStatements(database, scene, client);
        }
    };

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A client of the server.
    abstract Load.Client served(int port, Scene scene, Staff staff, int client) throws IOException;

    /// A client that sends the server's statements to the database itself.
    abstract Load.Client alone(Database database, Scene scene, int client) throws SQLException;
}
